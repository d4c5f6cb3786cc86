"""Parts of the page on which day presence is recorded."""
