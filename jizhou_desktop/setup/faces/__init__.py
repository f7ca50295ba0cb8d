"""Free typefaces for the roles of an official page, built at set-up from packages and never committed."""
