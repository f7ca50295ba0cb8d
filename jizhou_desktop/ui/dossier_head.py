"""The head of a dossier: name, code, what is reckoned of it with its reason, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jizhou_desktop.ui.widgets import button, muted, title


class DossierHead(QWidget):
    """Asks by signals; shows what it is given."""

    back_asked = Signal()
    save_asked = Signal()
    next_asked = Signal()
    print_asked = Signal()
    close_asked = Signal()

    def __init__(self, *, new: str, following: str) -> None:
        """`new` stands in place of the name until there is one; `following` are the words to save and go on."""
        super().__init__()
        self._new = new
        self._in_a_word = self._in_full = ""
        self._brief = False
        self._name = title("")
        self._name.setWordWrap(True)
        self._code = QLabel()
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = muted("")
        self._state = muted("")
        self._state.setWordWrap(False)
        back = button("返回", self.back_asked.emit, sign="back", hint="返回列表（Esc）")
        self.print = button("打印登记表", self.print_asked.emit, sign="paper", hint="保存并预览（Ctrl+P）")
        self.close_button = button("关闭档案…", self.close_asked.emit, hint="注销、迁出等；可以重新启用")
        self.save = button("保存", self.save_asked.emit, sign="save", weight="main", hint="Ctrl+S")
        going_on = button(following, self.next_asked.emit, hint="Ctrl+回车")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(back)
        line.addSpacing(4)
        line.addWidget(self._name, 1)
        for part in (self.close_button, self.print, going_on, self.save):
            line.addWidget(part)
        facts = QHBoxLayout()
        facts.setSpacing(20)
        facts.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        facts.addWidget(self._facts, 1)
        facts.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addLayout(facts)

    @property
    def size_words(self) -> str:
        """What is reckoned of it and why, as shown: size class and 规上 of an enterprise, occupancy of a carrier."""
        return self._in_full

    def _say(self) -> None:
        self._facts.setText(self._in_a_word if self._brief else self._in_full)
        self._facts.setToolTip(self._in_full if self._brief else "")

    def speak_briefly(self, brief: bool) -> None:
        """Leaves the reckoning to a tip, where a list needs the room."""
        self._brief = brief
        self._say()

    def show_dossier(self, name: str, code: str, facts: tuple[str, str], *, dirty: bool) -> None:
        """Shows what is typed, what is reckoned of it in a word and in full, and whether all is saved."""
        self._name.setText(name or self._new)
        self._code.setText(code)
        self._code.setVisible(bool(code))
        self._in_a_word, self._in_full = facts
        self._say()
        self._state.setText("有未保存的内容" if dirty else "")
