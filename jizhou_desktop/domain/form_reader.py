"""Reads a form's definition (forms/*.toml), and refuses what it does not know."""

from collections.abc import Mapping
from typing import Any

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.form import Field, FieldKind, Form
from jizhou_desktop.domain.record import Kind

HEAD_KEYS = {"id", "version", "title", "kind", "field"}
FIELD_KEYS = {"name", "label", "kind", "required", "choices", "min", "max", "help", "aliases"}


def read_form(data: Mapping[str, Any]) -> Form:
    """A form from its TOML table. Raises UserError for an unknown or missing key, a double name, an unknown kind."""
    where = f"表单“{data.get('id', '')}”"
    _only(data, HEAD_KEYS, where)
    for key in ("id", "title", "kind"):
        _text(data, key, where)
    if data["kind"] not in set(Kind):
        raise UserError(f"{where}的 kind“{data['kind']}”不是记录种类，可用：{'、'.join(Kind)}。")
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise UserError(f"{where}的 version 应为正整数。")
    fields = tuple(_field(entry, where) for entry in data.get("field", ()))
    if not fields:
        raise UserError(f"{where}没有任何填报项。")
    _refuse_doubles(fields, where)
    return Form(data["id"], version, data["title"], data["kind"], fields)


def _field(entry: Mapping[str, Any], form: str) -> Field:
    where = f"{form}的填报项“{entry.get('name', '')}”"
    _only(entry, FIELD_KEYS, where)
    for key in ("name", "label", "kind"):
        _text(entry, key, where)
    if entry["kind"] not in set(FieldKind):
        raise UserError(f"{where}的 kind“{entry['kind']}”看不懂，可用：{'、'.join(FieldKind)}。")
    if not isinstance(entry.get("required", False), bool):
        raise UserError(f"{where}的 required 应为 true 或 false。")
    field = Field(
        name=entry["name"],
        label=entry["label"],
        kind=FieldKind(entry["kind"]),
        required=entry.get("required", False),
        choices=_texts(entry, "choices", where),
        min=_limit(entry, "min", where),
        max=_limit(entry, "max", where),
        help=_limit(entry, "help", where),
        aliases=_texts(entry, "aliases", where),
    )
    if (field.kind is FieldKind.CHOICE) != bool(field.choices):
        raise UserError(f"{where}：kind 为 choice 时必须有 choices，其他种类不得有。")
    return field


def _only(table: Mapping[str, Any], known: set[str], where: str) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        raise UserError(f"{where}有不认识的键“{unknown[0]}”，可用：{'、'.join(sorted(known))}。")


def _text(table: Mapping[str, Any], key: str, where: str) -> None:
    if not isinstance(table.get(key), str) or not table[key].strip():
        raise UserError(f"{where}缺少 {key}，或 {key} 不是文字。")


def _texts(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    entries = table.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(entry, str) and entry for entry in entries):
        raise UserError(f"{where}的 {key} 应为文字列表。")
    return tuple(entries)


def _limit(table: Mapping[str, Any], key: str, where: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise UserError(f'{where}的 {key} 应写成文字，如 {key} = "0"。')
    return value


def _refuse_doubles(fields: tuple[Field, ...], where: str) -> None:
    names = [field.name for field in fields]
    double = next((name for name in names if names.count(name) > 1), None)
    if double:
        raise UserError(f"{where}有两个填报项都叫“{double}”。")
