"""What a claim's words say about it: who says so, how firmly, with which numbers and dates.

Everything here is read from the source's words by code, in a first, simple form.
"""
