"""Mood and taking part: the five faces, choosers in the register, the page a participant touches."""
