"""Reports of eval runs: for a terminal, a CI job summary, a JUnit reader, a browser.

Each format is a module with one function that turns values of
:mod:`summarizer.evaluation.results` into text; nothing here reads or writes files.
"""
