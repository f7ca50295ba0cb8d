"""The figures of GB/T 9704-2012 that a printed document is measured against, in mm and pt.

Kept apart from the figures that the typesetting works with, so that a slip there is found and not repeated here.
"""

POINT = 25.4 / 72
"""Millimetres in a point."""
TOP, LEFT, WIDTH, HEIGHT = 37.0, 28.0, 156.0, 225.0
"""天头, 订口, and the text area (版心), 5.1 and 5.2.1."""
RIGHT, BOTTOM, MIDDLE = LEFT + WIDTH, TOP + HEIGHT, LEFT + WIDTH / 2
ROW, CELL = HEIGHT / 22, WIDTH / 28
"""行 and 字 of the grid of 22 × 28, 5.2.3."""
SIZE_2, SIZE_3, SIZE_4 = 22.0, 16.0, 14.0
"""2号, 3号 and 4号 in pt."""
EM_3, EM_4 = SIZE_3 * POINT, SIZE_4 * POINT
SLACK = ROW - EM_3
"""A 3号 character leaves this much of its row: it may stand at the row's upper edge or in its middle."""

NEAR = 1.0
"""What the standard itself allows for margins (±1 mm); taken for every place that is stated in mm or 字."""
SAME_SIZE = 0.15
"""What two type sizes may differ by and still count as one, pt."""
NOT_FIRST = "，。、；：？！）》〉”’〕】］｝…—·％"
NOT_LAST = "（《〈“‘〔【［｛"
"""Marks that may not begin and may not end a line (避头尾)."""
