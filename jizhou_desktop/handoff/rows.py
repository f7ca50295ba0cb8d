"""One row of a package read as a record or as evidence; what is not exactly of their shape is refused."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeGuard

from jizhou_desktop.domain.attachment import Attachment
from jizhou_desktop.domain.explanation import Explanation
from jizhou_desktop.domain.record import Kind, Record, from_plain

_UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
_FORM = re.compile(r"[a-z][a-z0-9-]{0,63}")
_RULE = re.compile(r"[A-Z][0-9A-Z]{1,7}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
"""Control characters and halves of characters: no key types them, and neither Excel nor the database takes them."""

_LONGEST_TEXT = 20_000
_LARGEST_WHOLE = 2**63 - 1
_RECORD_KEYS = set(Record.__dataclass_fields__)
_ATTACHMENT_KEYS = set(Attachment.__dataclass_fields__)
_ATTACHMENT_KEYS_OF_VERSION_1 = _ATTACHMENT_KEYS - {"added_by", "added_at", "withdrawn"}
_EXPLANATION_KEYS = set(Explanation.__dataclass_fields__)


def read_record(plain: Mapping[str, Any]) -> Record:
    """A record. Raises KeyError, TypeError or ValueError with what is wrong in it."""
    _require(set(plain) == _RECORD_KEYS, "项目不全或多余")
    _require_match(_UID, plain["uid"], "记录号")
    _require_match(_FORM, plain["form"], "表单")
    _require(plain["parent"] is None or _UID.fullmatch(plain["parent"]) is not None, "所属企业")
    for name, least in (("revision", 1), ("form_version", 1)):
        _require(_is_whole(plain[name]) and plain[name] >= least, name)
    _require(plain["year"] is None or (_is_whole(plain["year"]) and 1949 <= plain["year"] <= 2200), "年度")
    for name in ("office", "closed", "changed_by"):
        _require(is_plain_text(plain[name], 200), name)
    datetime.fromisoformat(plain["changed_at"])
    Kind(plain["kind"])
    for name, value in plain["values"].items():
        _require_match(_NAME, name, "项目名")
        _require(_is_value(value), f"项目 {name} 的值")
    return from_plain(plain)


def read_attachment(plain: Mapping[str, Any]) -> Attachment:
    """An evidence row. Raises KeyError, TypeError or ValueError with what is wrong in it."""
    _require(set(plain) in (_ATTACHMENT_KEYS, _ATTACHMENT_KEYS_OF_VERSION_1), "项目不全或多余")
    _require_match(_UID, plain["uid"], "材料号")
    _require_match(_UID, plain["record"], "记录号")
    _require_match(_DIGEST, plain["digest"], "摘要")
    _require(_is_whole(plain["size"]) and plain["size"] >= 0, "大小")
    for name in ("kind", "title", "name", "dated", "added_by", "added_at", "withdrawn"):
        _require(is_plain_text(plain.get(name, ""), 500), name)
    if plain["dated"]:
        date.fromisoformat(plain["dated"])
    if plain.get("added_at"):
        datetime.fromisoformat(plain["added_at"])
    return Attachment(**plain)


def read_explanation(plain: Mapping[str, Any]) -> Explanation:
    """An explanation. Raises KeyError, TypeError or ValueError with what is wrong in it."""
    _require(set(plain) == _EXPLANATION_KEYS, "项目不全或多余")
    _require_match(_UID, plain["record"], "记录号")
    _require_match(_RULE, plain["rule"], "规则号")
    _require_match(_DIGEST, plain["values_digest"], "摘要")
    _require(is_plain_text(plain["text"], _LONGEST_TEXT) and bool(plain["text"].strip()), "说明")
    _require(is_plain_text(plain["said_by"], 200), "said_by")
    datetime.fromisoformat(plain["said_at"])
    return Explanation(**plain)


def is_plain_text(value: object, longest: int) -> bool:
    """Whether it is text of at most so many characters, all of which can be stored and printed."""
    return isinstance(value, str) and len(value) <= longest and not _UNSAFE.search(value)


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_value(value: object) -> bool:
    if isinstance(value, str):
        return is_plain_text(value, _LONGEST_TEXT)
    return value is None or (_is_whole(value) and abs(value) <= _LARGEST_WHOLE)


def _require_match(pattern: re.Pattern[str], value: object, what: str) -> None:
    _require(isinstance(value, str) and pattern.fullmatch(value) is not None, what)


def _require(sound: bool, what: str) -> None:
    if not sound:
        raise ValueError(f"{what}有误")
