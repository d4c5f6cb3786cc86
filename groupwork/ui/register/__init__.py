"""The register's grid: columns, marks, keys, totals and the row for drop-ins."""
