"""Parts of planned absences: the quick entry of the telephone, the list, what a person's page shows."""
