"""Parts of one person's page."""
