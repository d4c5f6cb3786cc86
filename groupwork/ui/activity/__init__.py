"""Parts of the pages of the library."""
