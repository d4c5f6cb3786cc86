"""One module per page; they do not know one another and meet only through `Gate` and `go(place)`."""
