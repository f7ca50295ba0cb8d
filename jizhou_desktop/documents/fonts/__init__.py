"""Typefaces: found on the machine or among the built ones, read once, embedded as subsets."""
