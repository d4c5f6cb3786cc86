"""The week of the schedule: blocks under their days, moved by mouse and keys."""
