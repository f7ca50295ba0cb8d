"""Sentences and questions in a box. None of them blocks: the answer comes as a call."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

Answer = Callable[[], None]


def tell(parent: QWidget | None, sentence: str, *, title: str = "提示") -> QMessageBox:
    """One sentence and a button."""
    box = _box(parent, title, sentence, QMessageBox.Icon.Warning)
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def ask(parent: QWidget, question: str, answers: dict[str, Answer], *, title: str = "请确认") -> QMessageBox:
    """A question with a button for each answer, the safe one first: Enter takes it, and Esc the last."""
    box = _box(parent, title, question, QMessageBox.Icon.Question)
    for number, (words, then) in enumerate(answers.items()):
        button = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
        button.clicked.connect(lambda _checked=False, then=then: then())
        if number == 0:
            box.setDefaultButton(button)
        box.setEscapeButton(button)
    box.open()
    return box


def ask_unsaved(parent: QWidget, question: str, *, save: Answer, discard: Answer) -> QMessageBox:
    """The question before a page with unsaved answers is left."""
    return ask(parent, question, {"保存并返回": save, "继续填写": _stay, "不保存": discard, "取消": _stay})


def _stay() -> None:
    """The page stays as it is."""


def _box(parent: QWidget | None, title: str, words: str, sign: QMessageBox.Icon) -> QMessageBox:
    box = QMessageBox(sign, title, words, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)  # what a file holds must never be drawn as marked-up text
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
