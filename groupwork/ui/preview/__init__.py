"""Parts of the page on which a sheet is shown before it is printed."""
