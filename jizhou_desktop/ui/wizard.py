"""The first start (首次启动): where the data lies, whose they are, who keeps them. Asked once."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.office import Office
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.workspaces import create, open_workspace
from jizhou_desktop.ui.choose_file import choose_folder
from jizhou_desktop.ui.desk import Clock
from jizhou_desktop.ui.entries.remark import ERROR, NOTHING, Remark, RemarkLabel, set_tone
from jizhou_desktop.ui.widgets import button, muted, row, title


class Wizard(QDialog):
    """Makes a workspace, or finds the one that is there. Sends `opened` with its folder."""

    opened = Signal(Path)

    def __init__(self, proposed: Path, now: Clock) -> None:
        """`proposed` is the folder offered for a new workspace."""
        super().__init__()
        self._now = now
        self.setWindowTitle("首次启动")
        self.make_new = QRadioButton("新建工作目录")
        self.open_held = QRadioButton("打开已有的工作目录（如U盘上的）")
        self.folder = QLineEdit(str(proposed))
        self.office = _office_list()
        self.name = QLineEdit()
        self.prefix = QLineEdit()
        self.clerk = QLineEdit()
        self._remarks: dict[QWidget, RemarkLabel] = {}
        self._only_new: list[QWidget] = []
        self._kinds = QButtonGroup(self)
        for kind in (self.make_new, self.open_held):
            self._kinds.addButton(kind)
        self._lay_out()
        self.make_new.toggled.connect(self._switch)
        self.office.currentIndexChanged.connect(lambda _place: self._propose())
        self.make_new.setChecked(True)

    def finish(self) -> None:
        """Makes or opens the workspace; sentences beside the fields say what is missing."""
        self._clear_remarks()
        missing = self._missing()
        for field, sentence in missing.items():
            self._refuse(field, sentence)
        if missing:
            next(iter(missing)).setFocus()
            return
        folder = Path(self.folder.text().strip())
        try:
            self._open(folder, self._now())
        except UserError as error:
            self._refuse(self.folder, str(error))
            self.folder.setFocus()
            return
        self.opened.emit(folder)
        self.accept()

    def remark(self, field: QWidget) -> str:
        """The sentence beside a field."""
        return self._remarks[field].shown.text

    def _open(self, folder: Path, now: datetime) -> None:
        if self.open_held.isChecked():
            open_workspace(folder, now=now).close()
            return
        office: Office = self.office.currentData()
        create(
            folder,
            office_code=office.code,
            clerk=self.clerk.text(),
            name=self.name.text(),
            prefix=self.prefix.text(),
        ).close()

    def _missing(self) -> dict[QWidget, str]:
        wanted: dict[QWidget, str] = {}
        if not self.folder.text().strip():
            wanted[self.folder] = "请填写或选择文件夹。"
        if self.make_new.isChecked():
            if self.office.currentData() is None:
                wanted[self.office] = "请选择本单位。"
            if not self.clerk.text().strip():
                wanted[self.clerk] = "请填写经办人姓名，会写入修改历史。"
        return wanted

    def _clear_remarks(self) -> None:
        for field, remark in self._remarks.items():
            set_tone(field, "")
            remark.show_remark(NOTHING)

    def _refuse(self, field: QWidget, sentence: str) -> None:
        set_tone(field, ERROR)
        self._remarks[field].show_remark(Remark(sentence, ERROR))

    def _switch(self) -> None:
        for part in self._only_new:
            part.setVisible(self.make_new.isChecked())
        self._clear_remarks()
        self._finish.setText("建立并打开" if self.make_new.isChecked() else "打开")
        self.adjustSize()

    def _propose(self) -> None:
        office = self.office.currentData()
        self.name.setText(office.full_name if office else "")
        self.prefix.setText(office.prefix if office else "")

    def _choose_folder(self) -> None:
        choose_folder(self, "选择工作目录", lambda folder: self.folder.setText(str(folder)))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        choose = button("浏览…", self._choose_folder, sign="folder")
        self._ask(grid, "工作目录", self.folder, beside=choose)
        self._ask(grid, "单位", self.office, only_new=True)
        self._ask(grid, "单位全称", self.name, only_new=True)
        self._ask(grid, "发文机关代字", self.prefix, only_new=True)
        self._ask(grid, "经办人", self.clerk, only_new=True)
        self._finish = button("建立并打开", self.finish, weight="main")
        self._finish.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 26, 32, 22)
        layout.setSpacing(12)
        layout.addWidget(title("中小企业转型台账"))
        layout.addWidget(muted("首次使用，请填写以下几项，以后不再询问。数据全部放在工作目录中，可以整个复制到U盘。"))
        layout.addWidget(self.make_new)
        layout.addWidget(self.open_held)
        layout.addLayout(grid)
        layout.addStretch(1)
        layout.addLayout(row(1, button("退出", self.reject), self._finish))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("国") * 46)

    def _ask(
        self, grid: QGridLayout, label: str, field: QWidget, *, beside: QWidget | None = None, only_new: bool = False
    ) -> None:
        place = grid.rowCount()
        words = QLabel(label)
        words.setBuddy(field)
        field.setAccessibleName(label)
        remark = RemarkLabel()
        self._remarks[field] = remark
        grid.addWidget(words, place, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(field, place, 1)
        if beside:
            grid.addWidget(beside, place, 2)
        grid.addWidget(remark, place + 1, 1, 1, 2)
        if only_new:
            self._only_new += [words, field]


def _office_list() -> QComboBox:
    offices = QComboBox()
    offices.addItem("（请选择）", None)
    for office in resources.offices():
        offices.addItem(office.name, office)
    offices.setMaxVisibleItems(16)
    return offices
