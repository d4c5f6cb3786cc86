"""Qt models: what a view shows as rows, cells and roles."""
