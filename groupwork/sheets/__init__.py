"""ReportLab: facts in, bytes out. One door: `groupwork.sheets.draw`."""
