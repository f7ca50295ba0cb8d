"""The colours of official paper, each a share of red, green and blue from 0 to 1."""

Colour = tuple[float, float, float]

BLACK: Colour = (0.0, 0.0, 0.0)
RED: Colour = (1.0, 0.0, 0.0)
"""发文机关标志 and the red line (GB/T 9704-2012, 7.2.4, 7.2.7)."""
