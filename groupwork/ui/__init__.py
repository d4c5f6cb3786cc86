"""The window. Knows operations and domain values; no tables, no SQL, no PDF."""
