"""Parts of the page with a group's registers side by side."""
