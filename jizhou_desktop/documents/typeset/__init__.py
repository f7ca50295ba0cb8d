"""Setting Chinese text on the grid of GB/T 9704-2012: cells, lines, titles."""
