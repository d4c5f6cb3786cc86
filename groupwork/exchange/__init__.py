"""What comes in from and goes out to other programs: CSV, Excel, iCalendar, FHIR."""
