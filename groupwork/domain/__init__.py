"""Rules and frozen values. Standard library, errors, i18n.N_ and dateutil.rrule only; no row, no clock."""
