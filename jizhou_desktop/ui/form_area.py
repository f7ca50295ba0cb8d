"""An entry form that scrolls, so that the field in hand is always in sight, by whatever key it was reached."""

from PySide6.QtWidgets import QScrollArea, QWidget

from jizhou_desktop.ui.entry_form import EntryForm

_ROOM = 90
"""Pixels kept free above and below the field, for its sentence and the next one."""


def form_area(form: EntryForm) -> QScrollArea:
    """The form in a scroll area that follows the cursor."""
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(form)

    def follow(entry: QWidget) -> None:
        area.ensureWidgetVisible(entry, 0, _ROOM)

    form.entered.connect(follow)
    return area
