"""An official document (公文) as its author thinks of it; how it is set is the business of `documents`."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Layout(StrEnum):
    """The formats of GB/T 9704-2012: 通用格式, 信函格式 (10.1), 命令（令）格式 (10.2), 纪要格式 (10.3)."""

    DOCUMENT = "document"
    LETTER = "letter"
    ORDER = "order"
    MINUTES = "minutes"


@dataclass(frozen=True)
class Heading:
    """A heading in the body. Level 1 is 一、, 2 is （一）, 3 is 1., 4 is （1）; the number is part of the text."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the body. `lead` is set in the face of its level at the start of the same line."""

    text: str
    lead: str = ""
    lead_level: int = 0


@dataclass(frozen=True)
class Table:
    """A table in the body or an annex. `widths` are shares of the text's, `aligns` a letter a column (l, c, r).

    `unit` stands above it at the right (单位：万元), `note` below it (注：…); `wide` turns the page (A4 横排).
    """

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float] = ()
    title: str = ""
    unit: str = ""
    aligns: str = ""
    wide: bool = False
    note: str = ""


Block = Heading | Paragraph | Table


@dataclass(frozen=True)
class Annex:
    """One annex (附件): its title and its blocks, on pages of its own."""

    title: str
    blocks: Sequence[Block]

    @property
    def is_wide(self) -> bool:
        """Whether it consists of wide tables, so that its title too stands on a turned page."""
        return bool(self.blocks) and all(isinstance(block, Table) and block.wide for block in self.blocks)


@dataclass(frozen=True)
class Signer:
    """签发人 of an upward document."""

    name: str


@dataclass(frozen=True)
class SignatureStamp:
    """签发人签名章 (7.3.5.3) in place of an office's stamp: the signer's post at its left, and the name it bears."""

    post: str
    name: str


@dataclass(frozen=True)
class OfficialDocument:
    """Every element of the standard (7.1); what is left empty is not set.

    `signed` are the offices at the end (署名); `stamped` leaves room for their stamps. `both_sides` puts 版记 on an
    even page, the last side of the last leaf, as papers printed on both sides have it (7.4).
    """

    title: str
    offices: Sequence[str]
    number: str = ""
    layout: Layout = Layout.DOCUMENT
    mark: str = ""
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    signers: Sequence[Signer] = ()
    addressees: str = ""
    blocks: Sequence[Block] = ()
    annexes: Sequence[Annex] = ()
    signed: Sequence[str] = ()
    dated: date | None = None
    stamped: bool = True
    signature_stamp: SignatureStamp | None = None
    note: str = ""
    copies_to: str = ""
    printed_by: str = ""
    printed_on: date | None = None
    attended: Sequence[str] = field(default=())
    excused: Sequence[str] = field(default=())
    observers: Sequence[str] = field(default=())
    both_sides: bool = False

    @property
    def mark_text(self) -> str:
        """发文机关标志: the office's name followed by 文件, in an order by 令, unless another wording is given."""
        return self.mark or f"{self.offices[0]}{'令' if self.layout is Layout.ORDER else '文件'}"
