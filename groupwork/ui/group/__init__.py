"""Parts of the pages about groups."""
