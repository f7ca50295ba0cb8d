"""The command line: whatever the window can do, it does without one."""
