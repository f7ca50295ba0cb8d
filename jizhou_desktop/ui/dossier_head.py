"""The head of a dossier: name, code, size class with its reason, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jizhou_desktop.domain.record import Record
from jizhou_desktop.domain.size_class import SizeVerdict
from jizhou_desktop.ui.widgets import button, muted, title


class DossierHead(QWidget):
    """Asks by signals; shows what it is given."""

    back_asked = Signal()
    save_asked = Signal()
    next_asked = Signal()
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = title("")
        self._name.setWordWrap(True)
        self._code = QLabel()
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._size = muted("")
        self._state = muted("")
        self._state.setWordWrap(False)
        back = button("返回", self.back_asked.emit, sign="back", hint="返回列表（Esc）")
        self.print = button("打印登记表", self.print_asked.emit, sign="paper", hint="保存并预览（Ctrl+P）")
        self.save = button("保存", self.save_asked.emit, sign="save", weight="main", hint="Ctrl+S")
        following = button("保存，下一家", self.next_asked.emit, hint="Ctrl+回车")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(back)
        line.addSpacing(4)
        line.addWidget(self._name, 1)
        for part in (self.print, following, self.save):
            line.addWidget(part)
        facts = QHBoxLayout()
        facts.setSpacing(20)
        facts.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        facts.addWidget(self._size, 1)
        facts.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addLayout(facts)

    @property
    def size_words(self) -> str:
        """The size class and its reason, as shown."""
        return self._size.text()

    def show_dossier(self, enterprise: Record, size: SizeVerdict, *, dirty: bool) -> None:
        """Shows an enterprise as typed, its size class as computed, and whether all is saved."""
        self._name.setText(enterprise.text("name") or "新建企业档案")
        self._code.setText(enterprise.text("uscc"))
        self._code.setVisible(bool(enterprise.text("uscc")))
        self._size.setText(_size_said(enterprise, size))
        self._state.setText("有未保存的内容" if dirty else "")


def _size_said(enterprise: Record, verdict: SizeVerdict) -> str:
    override = enterprise.text("size_override")
    if override and override != verdict.size:
        reason = enterprise.text("size_reason") or "未写理由"
        return f"规模：{override}（认定，{reason}）；按指标计算：{verdict.size or '不能划型'}。{verdict.explanation}"
    return f"规模：{verdict.size or '待定'}。{verdict.explanation}"
