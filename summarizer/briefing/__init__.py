"""Briefing notes: what several sources say together."""
