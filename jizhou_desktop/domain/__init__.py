"""What the work is: rules, figures, records. Standard library only, no clock, no disk."""
