"""Whether two statements, in whatever words, say the same; its error is measured and known.

The harness compares output with gold by it, and notes compare the claims of several sources.
"""
