"""Reading a table of a data file (TOML) into a dataclass: the class itself says which keys there are.

A key that the class does not have, one that is missing, and a value of another type are refused, each with its place.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from jizhou_desktop.domain.errors import UserError

_Read = TypeVar("_Read")


def read_table(cls: type[_Read], table: object, where: str) -> _Read:
    """A `cls` from a table; `where` names the table for the sentence. Raises UserError."""
    if not isinstance(table, Mapping):
        raise UserError(f"“{where}”应为一组“键 = 值”，请对照说明改正。")
    known: dict[str, Field[Any]] = {field.name: field for field in fields(cls)}  # type: ignore[arg-type]
    for key in table:
        if key not in known:
            raise UserError(f"“{_below(where, str(key))}”不是可用的键，可用：{'、'.join(known)}。")
    hints = get_type_hints(cls)
    values = {}
    for name, field in known.items():
        if name in table:
            values[name] = _read(hints[name], table[name], _below(where, name))
        elif field.default is MISSING:
            raise UserError(f"缺少“{_below(where, name)}”，请补上。")
    return cls(**values)


def _read(hint: Any, value: object, where: str) -> Any:  # noqa: ANN401  — a type hint at run time has no type
    if get_origin(hint) is UnionType:
        (hint,) = (choice for choice in get_args(hint) if choice is not NoneType)
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise UserError(f"“{where}”应为列表，写在方括号里。")
        return tuple(_read(get_args(hint)[0], item, _numbered(where, index, item)) for index, item in enumerate(value))
    if is_dataclass(hint) and isinstance(hint, type):
        return read_table(hint, value, where)
    words, read = _PLAIN[hint]
    read_value = read(value)
    if read_value is None:
        raise UserError(f"“{where}”应为{words}，现为 {value!r}。")
    return read_value


def _text(value: object) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip() else None


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _number(value: object) -> Decimal | None:
    # A TOML float has already lost the exact figure: 0.1 is written "0.1".
    if isinstance(value, str) and value.replace(".", "", 1).isdecimal() and value.isascii():
        return Decimal(value)
    whole = _whole(value)
    return None if whole is None else Decimal(whole)


def _yes_no(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


_PLAIN: dict[Any, tuple[str, Callable[[object], object]]] = {
    str: ("文字", _text),
    int: ("不小于0的整数", _whole),
    Decimal: ('不小于0的整数，或写成文字的小数（如 "8.4"）', _number),
    bool: ("true 或 false", _yes_no),
}


def _below(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key


def _numbered(where: str, index: int, item: object) -> str:
    """The item's own id where it has one, since 第3项 is hard to find in a long file."""
    name = item.get("id") if isinstance(item, Mapping) else None
    return f"{where}[{name or index + 1}]"
