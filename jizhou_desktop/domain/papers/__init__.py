"""The texts of official documents, composed from the year's data. Our own wording; editable before printing."""
