"""修改文字: the text of an official document before it is printed. Tables stay as the records have them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QScrollArea, QWidget

from jizhou_desktop.domain.dates import chinese_date, read_date
from jizhou_desktop.domain.document import Block, Heading, OfficialDocument, Paragraph, Signer
from jizhou_desktop.ui.entries.line import LineEntry
from jizhou_desktop.ui.entries.lines import LinesEntry
from jizhou_desktop.ui.paper_order import PaperOrder
from jizhou_desktop.ui.widgets import Card, button, muted, page_layout, row, shortcut, title

_PARTS = {"title": "标题", "addressees": "主送机关", "note": "附注", "copies_to": "抄送机关"}


class DocumentPage(QWidget):
    """A field for each part of the document, in the order they are read."""

    back_asked = Signal()
    made = Signal(object)
    """The order with the edited text."""

    def __init__(self, order: PaperOrder, document: OfficialDocument) -> None:
        super().__init__()
        self._order, self._document = order, document
        self.parts = {name: LineEntry() for name in _PARTS}
        self.signers, self.dated = LineEntry(), LineEntry()
        self.blocks: dict[int, LineEntry | LinesEntry] = {}
        form = QWidget()
        self._asked = QFormLayout(form)
        self._asked.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._ask_part("title")
        self._ask_part("addressees")
        self._ask_blocks(document.blocks)
        self._ask_line("签发人", self.signers, "、".join(signer.name for signer in document.signers))
        self._ask_line("成文日期", self.dated, chinese_date(document.dated) if document.dated else "")
        self._ask_part("note")
        self._ask_part("copies_to")
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(form)
        card = Card()
        card.inside.addWidget(area)
        back = button("返回", self.back_asked.emit, sign="back", hint="Esc")
        go = button("生成并预览", self._make, sign="paper", weight="main", hint="Ctrl+回车")
        layout = page_layout(self)
        layout.addLayout(row(back, title("修改文字"), 1, go))
        layout.addWidget(muted(f"{document.number}　修改只用于这一次打印，不改动档案；清空的段落不印。"))
        layout.addWidget(card, 1)
        shortcut("Esc", self, self.back_asked.emit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(keys, self, self._make)

    def edited(self) -> OfficialDocument:
        """The document as typed, without emptied paragraphs. Raises UserError for an unreadable date."""
        parts = {name: entry.value().strip() for name, entry in self.parts.items()}
        said = {place: entry.value().strip() for place, entry in self.blocks.items()}
        blocks = [
            _with_text(block, said[place]) if place in said else block
            for place, block in enumerate(self._document.blocks)
            if said.get(place, "kept")
        ]
        names = self.signers.value().replace("，", "、").split("、")
        dated = self.dated.value().strip()
        return replace(
            self._document,
            title=parts["title"],
            addressees=parts["addressees"],
            note=parts["note"],
            copies_to=parts["copies_to"],
            blocks=tuple(blocks),
            signers=tuple(Signer(name.strip()) for name in names if name.strip()),
            dated=read_date(dated) if dated else None,
        )

    def _make(self) -> None:
        self.made.emit(self._order.edited(self.edited()))

    def _ask_part(self, name: str) -> None:
        self._ask_line(_PARTS[name], self.parts[name], getattr(self._document, name))

    def _ask_line(self, label: str, entry: LineEntry, text: str) -> None:
        entry.set_value(text)
        entry.setAccessibleName(label)
        self._asked.addRow(label, entry)

    def _ask_blocks(self, blocks: Sequence[Block]) -> None:
        for place, block in enumerate(blocks):
            if isinstance(block, Heading | Paragraph):
                entry = LineEntry() if isinstance(block, Heading) else LinesEntry()
                entry.set_value(block.text)
                entry.setAccessibleName(_label(block))
                self.blocks[place] = entry
                self._asked.addRow(_label(block), entry)
            else:
                self._asked.addRow(
                    "表格", QLabel(f"{block.title or '附表'}（{len(block.rows)}行，按档案数据，不能在此修改）")
                )


def _label(block: Heading | Paragraph) -> str:
    if isinstance(block, Heading):
        return f"{'一二三四'[block.level - 1]}级标题"
    return f"段落（{block.lead}）" if block.lead else "段落"


def _with_text(block: Block, text: str) -> Block:
    """A paragraph is one line on paper: where lines were typed, they are joined."""
    if isinstance(block, Heading | Paragraph):
        return replace(block, text="".join(line.strip() for line in text.split("\n")))
    return block
