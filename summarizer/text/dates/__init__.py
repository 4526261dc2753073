"""Dates, times of day and durations of a text, and where they lie in the calendar.

``expressions`` reads what a text writes, ``resolve`` places it, ``compare`` sets one date against
another, ``durations`` reads how long things last, ``tense`` tells what is to come.
"""
