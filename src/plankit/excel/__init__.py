"""The plan as an Excel workbook, and the workbook's changes back into the plan."""
