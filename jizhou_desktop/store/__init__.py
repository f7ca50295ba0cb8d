"""The only SQL: one workspace folder, its records, history, attachments, backups."""
