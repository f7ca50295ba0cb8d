"""设置: whose workspace, text size, the faces for paper, the examination (体检), version."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from jizhou_desktop import __version__
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.office import Profile
from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.tasks import back_up
from jizhou_desktop.tasks.type_faces import about_other_faces, role_faces
from jizhou_desktop.tasks.workspaces import set_profile
from jizhou_desktop.ui.desk import Desk
from jizhou_desktop.ui.entries.remark import ERROR, GOOD, NOTHING, QUERY, Remark, RemarkLabel
from jizhou_desktop.ui.problem_list import ProblemList
from jizhou_desktop.ui.text_size import TextSize
from jizhou_desktop.ui.widgets import Card, Strip, button, choice, muted, page_layout, row, title
from jizhou_desktop.ui.work_panel import WorkPanel

_STAND_IN = Remark("代用字体，装上专用字体后自动改用", QUERY)
_USABLE = Remark("可用", GOOD)


class SettingsPage(QWidget):
    """What is changed here holds at once."""

    text_size_asked = Signal(object)
    profile_changed = Signal(object)
    other_workspace_asked = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, size: TextSize) -> None:
        super().__init__()
        self._desk = desk
        self.name, self.prefix, self.clerk = QLineEdit(), QLineEdit(), QLineEdit()
        self._remark = RemarkLabel()
        self.sizes: dict[TextSize, QPushButton] = {}
        self._faces = QGridLayout()
        self._faces_shown = False
        self.strip, self.panel, self.problems = Strip(), WorkPanel(), ProblemList("体检结果", explains=False)
        self.panel.failed.connect(self.failed)
        self._lay_out(size)
        self._show_profile(desk.workspace.profile)

    def refresh(self) -> None:
        """Looks for the faces when the page is first shown: reading font files takes a moment."""
        if not self._faces_shown:
            self._faces_shown = True
            self._show_faces()

    def save_profile(self) -> None:
        """Notes whose workspace it is from now on."""
        try:
            set_profile(self._desk.workspace, clerk=self.clerk.text(), name=self.name.text(), prefix=self.prefix.text())
        except UserError as error:
            self._remark.show_remark(Remark(str(error), ERROR))
            return
        self._remark.show_remark(NOTHING)
        self.strip.say("已保存。以后的记录、文书和数据包用新的单位名称、代字和经办人。")
        self.profile_changed.emit(self._desk.workspace.profile)

    def examine(self) -> None:
        """Looks the workspace through for damage."""
        folder = self._desk.workspace.folder
        self.panel.run("正在体检…", lambda _report: back_up.doctor(folder), self._show_examined)

    def _show_examined(self, problems: Sequence[Problem]) -> None:
        self.problems.show_problems(problems)
        self.strip.say("" if problems else "体检通过：数据文件、修改历史和佐证材料都没有发现损坏。")

    def _show_profile(self, profile: Profile) -> None:
        self.name.setText(profile.office.full_name)
        self.prefix.setText(profile.office.prefix)
        self.clerk.setText(profile.clerk)

    def _show_faces(self) -> None:
        for line, face in enumerate(role_faces()):
            told = RemarkLabel()
            for column, part in enumerate((QLabel(face.role.label), QLabel(face.name), told)):
                self._faces.addWidget(part, line, column)
            told.show_remark(_STAND_IN if face.stand_in else _USABLE)
        for words in about_other_faces():
            self._faces.addWidget(muted(words), self._faces.rowCount(), 0, 1, 3)
        self._faces.setColumnStretch(2, 1)
        self._faces.setHorizontalSpacing(24)

    def _lay_out(self, size: TextSize) -> None:
        inside = QWidget()
        inside.setObjectName("page")
        stack = page_layout(inside)
        stack.setContentsMargins(0, 0, 8, 0)
        for card in (self._size_card(size), self._profile_card(), self._faces_card(), self._health_card()):
            stack.addWidget(card)
        stack.addWidget(self.problems)
        stack.addWidget(muted(f"中小企业转型台账　版本 {__version__}"))
        stack.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        layout = page_layout(self)
        layout.addWidget(title("设置"))
        layout.addWidget(self.strip)
        layout.addWidget(self.panel)
        layout.addWidget(area, 1)

    def _size_card(self, chosen: TextSize) -> Card:
        card = Card("文字大小")
        group = QButtonGroup(self)
        for size in TextSize:
            made = choice(size.label, chosen=size is chosen)
            made.clicked.connect(lambda _checked=False, size=size: self.text_size_asked.emit(size))
            group.addButton(made)
            self.sizes[size] = made
        card.inside.addLayout(row(*self.sizes.values(), 1))
        return card

    def _profile_card(self) -> Card:
        card = Card("单位和经办人")
        form = QFormLayout()
        form.addRow("单位", QLabel(self._desk.workspace.profile.office.name))
        form.addRow("单位全称", self.name)
        form.addRow("发文机关代字", self.prefix)
        form.addRow("经办人", self.clerk)
        card.inside.addLayout(form)
        card.inside.addWidget(self._remark)
        save = button("保存", self.save_profile, sign="save")
        other = button("切换工作目录…", self.other_workspace_asked.emit, sign="folder")
        card.inside.addLayout(row(muted(f"工作目录：{self._desk.workspace.folder}"), other, save))
        return card

    def _faces_card(self) -> Card:
        card = Card("文书字体")
        card.inside.addLayout(self._faces)
        return card

    def _health_card(self) -> Card:
        card = Card("体检")
        words = muted("逐条核对记录、修改历史和佐证材料有无损坏。")
        card.inside.addLayout(row(words, button("开始体检", self.examine, sign="check")))
        return card
