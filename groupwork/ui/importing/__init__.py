"""Parts of the import page: where a file is dropped, what its columns mean, what will be stored."""
