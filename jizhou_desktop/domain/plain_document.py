"""An official document as plain values (text, lists, JSON) and back, so that a draft can be edited and kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, asdict, fields
from datetime import date
from enum import Enum
from typing import Any, ClassVar, Protocol, TypeVar

from jizhou_desktop.domain.document import (
    Annex,
    Heading,
    Layout,
    OfficialDocument,
    Paragraph,
    SignatureStamp,
    Signer,
    Table,
)
from jizhou_desktop.domain.errors import UserError

_BLOCKS: Mapping[str, type[Heading | Paragraph | Table]] = {"heading": Heading, "paragraph": Paragraph, "table": Table}
_MOST = 100_000
"""Characters in one text, entries in one list: more than any document has."""

Plain = dict[str, Any]


def to_plain(document: OfficialDocument) -> Plain:
    """The document as JSON takes it: dates are ISO text, each block says its `kind`. What is empty is left out."""
    plain = {name: value for name, value in _values(document).items() if value not in ("", [], None)}
    plain["blocks"] = [_plain_block(block) for block in document.blocks]
    plain["annexes"] = [
        {"title": annex.title, "blocks": [_plain_block(block) for block in annex.blocks]} for annex in document.annexes
    ]
    return plain


def from_plain(plain: Mapping[str, Any]) -> OfficialDocument:
    """The document again. Raises UserError where a part is unknown, missing, or of another kind than it must be."""
    return _made(OfficialDocument, plain, "公文", _PARTS)


def _plain_block(block: Heading | Paragraph | Table) -> Plain:
    kind = next(name for name, made in _BLOCKS.items() if isinstance(block, made))
    return {"kind": kind, **_values(block)}


def _values(thing: Any) -> Plain:  # noqa: ANN401  — any of the document's dataclasses
    return {name: _plain(value) for name, value in asdict(thing).items()}


def _plain(value: Any) -> Any:  # noqa: ANN401  — whatever a field holds
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value


_Read = Callable[[Any, str], Any]


class _Dataclass(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


_Thing = TypeVar("_Thing", bound=_Dataclass)


def _made(kind: type[_Thing], plain: Any, where: str, special: Mapping[str, _Read]) -> _Thing:  # noqa: ANN401  — from a file
    """A dataclass from a mapping: every key known, every value of its field's kind, none missing."""
    if not isinstance(plain, Mapping):
        raise UserError(f"{where}的格式不对，应是一组名称和内容，请重新生成该文稿。")
    known = {field.name: field for field in fields(kind)}
    unknown = [str(name) for name in plain if name not in known]
    if unknown:
        raise UserError(f"{where}中有不认识的项目“{unknown[0][:20]}”，请删去，或升级软件后重试。")
    missing = [name for name, field in known.items() if field.default is MISSING and name not in plain]
    if missing:
        raise UserError(f"{where}缺少“{missing[0]}”，请补上后重试。")
    values = {}
    for name, value in plain.items():
        read = special.get(name, _text)
        values[name] = read(value, f"{where}的“{name}”")
    make: Callable[..., _Thing] = kind
    return make(**values)


def _text(value: Any, where: str) -> str:  # noqa: ANN401  — what a file holds
    if not isinstance(value, str) or len(value) > _MOST:
        raise UserError(f"{where}应是文字，请改正。")
    return value


def _list(value: Any, where: str) -> list[Any]:  # noqa: ANN401  — what a file holds
    if not isinstance(value, list) or len(value) > _MOST:
        raise UserError(f"{where}应是列表，请改正。")
    return value


def _texts(value: Any, where: str) -> Sequence[str]:  # noqa: ANN401  — what a file holds
    return [_text(item, where) for item in _list(value, where)]


def _flag(value: Any, where: str) -> bool:  # noqa: ANN401  — what a file holds
    if not isinstance(value, bool):
        raise UserError(f"{where}应为是或否，请改正。")
    return value


def _level(value: Any, where: str) -> int:  # noqa: ANN401  — what a file holds
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 4:
        raise UserError(f"{where}应是1至4级，请改正。")
    return value


def _lead_level(value: Any, where: str) -> int:  # noqa: ANN401  — what a file holds
    return value if value == 0 and not isinstance(value, bool) else _level(value, where)


def _shares(value: Any, where: str) -> Sequence[float]:  # noqa: ANN401  — what a file holds
    shares = _list(value, where)
    if any(isinstance(share, bool) or not isinstance(share, (int, float)) or not 0 < share < _MOST for share in shares):
        raise UserError(f"{where}应是大于零的列宽比例，请改正。")
    return [float(share) for share in shares]


def _day(value: Any, where: str) -> date | None:  # noqa: ANN401  — what a file holds
    if value is None:
        return None
    try:
        return date.fromisoformat(_text(value, where))
    except ValueError:
        raise UserError(f"{where}不是日期，请按 2020-07-21 填写。") from None


def _layout(value: Any, where: str) -> Layout:  # noqa: ANN401  — what a file holds
    if value not in set(Layout):
        raise UserError(f"{where}应是 document、letter 或 minutes，请改正。")
    return Layout(value)


def _block(value: Any, where: str) -> Heading | Paragraph | Table:  # noqa: ANN401  — what a file holds
    rest = dict(value) if isinstance(value, Mapping) else {}
    kind = rest.pop("kind", None)
    if not isinstance(kind, str) or kind not in _BLOCKS:
        raise UserError(f"{where}中有一段没有说明是标题、段落还是表格，请重新生成该文稿。")
    block = _made(_BLOCKS[kind], rest, where, _BLOCK_PARTS)
    if isinstance(block, Table):
        _check_table(block, where)
    return block


def _check_table(table: Table, where: str) -> None:
    count = len(table.head)
    if not count or any(len(row) != count for row in table.rows) or len(table.widths) not in (0, count):
        raise UserError(f"{where}中表格各行的格数与表头不一致，请补齐或删去多余的格。")


def _blocks(value: Any, where: str) -> Sequence[Heading | Paragraph | Table]:  # noqa: ANN401  — what a file holds
    return [_block(item, where) for item in _list(value, where)]


def _rows(value: Any, where: str) -> Sequence[Sequence[str]]:  # noqa: ANN401  — what a file holds
    return [_texts(row, where) for row in _list(value, where)]


def _annexes(value: Any, where: str) -> Sequence[Annex]:  # noqa: ANN401  — what a file holds
    return [_made(Annex, item, where, {"blocks": _blocks}) for item in _list(value, where)]


def _signers(value: Any, where: str) -> Sequence[Signer]:  # noqa: ANN401  — what a file holds
    return [_made(Signer, item, where, {}) for item in _list(value, where)]


def _stamp(value: Any, where: str) -> SignatureStamp | None:  # noqa: ANN401  — what a file holds
    return None if value is None else _made(SignatureStamp, value, where, {})


_BLOCK_PARTS: Mapping[str, _Read] = {
    "level": _level, "lead_level": _lead_level, "head": _texts, "rows": _rows, "widths": _shares, "wide": _flag,
}  # fmt: skip
_PARTS: Mapping[str, _Read] = {
    "layout": _layout, "offices": _texts, "signers": _signers, "blocks": _blocks, "annexes": _annexes,
    "signed": _texts, "dated": _day, "printed_on": _day, "stamped": _flag, "signature_stamp": _stamp,
    "attended": _texts, "excused": _texts, "observers": _texts, "both_sides": _flag,
}  # fmt: skip
