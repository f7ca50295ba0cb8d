"""One function for one thing an official does; the window and the command line call the same."""
