"""Backups on the pages: their words, the line on Today, the part of the settings, the list, the close."""
