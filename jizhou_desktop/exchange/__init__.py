"""Workbooks and Word files, in and out."""
