"""The small parts every page is built from. Each keeps role names and logical sizes (see `ui/theme.py`)."""
