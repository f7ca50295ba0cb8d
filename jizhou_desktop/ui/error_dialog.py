"""The one dialog for faults of ours: what happened in one sentence, the report, and a button that copies it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from jizhou_desktop.ui.icons import picture


class ErrorDialog(QDialog):
    """Shown without blocking: what was typed stays in its page behind it."""

    def __init__(self, report: str, saved_as: Path | None, parent: QWidget | None = None) -> None:
        """`report` is shown and copied; `saved_as` is where it was also written."""
        super().__init__(parent)
        self.setWindowTitle("程序出错")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._report.setAccessibleName("故障报告")
        self._report.hide()
        self.details = QPushButton("显示详情")
        self.details.clicked.connect(self._toggle)
        self.copy = QPushButton("复制报告")
        self.copy.clicked.connect(self._copy)
        close = QPushButton("关闭")
        close.setProperty("weight", "main")
        close.setDefault(True)
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(14)
        layout.addLayout(_head(saved_as))
        layout.addWidget(self._report, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.details)
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(close)
        layout.addLayout(buttons)
        self.setMinimumWidth(620)

    def _toggle(self) -> None:
        self._report.setVisible(self._report.isHidden())
        self.details.setText("显示详情" if self._report.isHidden() else "隐藏详情")
        self.resize(self.width(), 520 if self._report.isVisible() else self.minimumSizeHint().height())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
        self.copy.setText("已复制")


def _head(saved_as: Path | None) -> QHBoxLayout:
    sign = QLabel()
    sign.setPixmap(picture("error", "error", 36))
    sentence = QLabel("程序出错，这一步没有完成。已保存的数据不受影响，已填写的内容仍在原页面。")
    sentence.setObjectName("sectionTitle")
    sentence.setWordWrap(True)
    advice = "请复制报告，连同操作经过交给维护人员。"
    where = QLabel(f"{advice}\n报告已写入：{saved_as}" if saved_as else advice)
    where.setObjectName("muted")
    where.setWordWrap(True)
    words = QVBoxLayout()
    words.addWidget(sentence)
    words.addWidget(where)
    head = QHBoxLayout()
    head.setSpacing(16)
    head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    head.addLayout(words, 1)
    return head
