"""The only ReportLab: everything that is printed."""
