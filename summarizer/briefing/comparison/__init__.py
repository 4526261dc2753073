"""Claims of several sources beside each other: which say the same, and which contradict."""
