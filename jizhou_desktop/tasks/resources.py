"""The data that the product carries: plans, codes, forms and faces, read once and never changed."""

import csv
import os
import re
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from jizhou_desktop.documents.fonts.faces import Faces
from jizhou_desktop.documents.fonts.find import find_faces
from jizhou_desktop.domain.above_scale import ScaleLimits, read_limits
from jizhou_desktop.domain.audit.limits import AuditLimits
from jizhou_desktop.domain.audit.limits import read_limits as read_audit_limits
from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.form_reader import read_form
from jizhou_desktop.domain.industry import Industries, Industry
from jizhou_desktop.domain.office import Level, Office
from jizhou_desktop.domain.offices import places as places_among
from jizhou_desktop.domain.offices import village_words
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.plan_reader import read_plan
from jizhou_desktop.domain.size_class import SizeThresholds, read_thresholds

_PACKAGE = Path(__file__).parent.parent


def resource_folder() -> Path:
    """`resources/`: beside the package in a checkout, inside it when installed."""
    return _carried("resources")


def _carried(name: str) -> Path:
    for folder in (_PACKAGE / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise UserError(f"程序文件不完整，缺少 {name} 目录，请重新安装。")


def _read_toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"数据文件 {file.name} 写法有误（{error}），请改正后重试。") from error


def plan_ids() -> list[str]:
    """The plans at hand, oldest first; each is a file of its own in resources/plans/."""
    return list(_plan_ids(resource_folder()))


@cache
def _plan_ids(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in (folder / "plans").glob("*.toml")))


@cache
def plan(plan_id: str = "2020") -> Plan:
    """One year's action plan. Raises UserError where there is none of that id, or where its file is unsound."""
    if not re.fullmatch(r"[0-9A-Za-z-]+", plan_id) or plan_id not in plan_ids():
        raise UserError(f"没有“{plan_id}”行动计划，现有：{'、'.join(plan_ids())}。")
    return read_plan(_read_toml(resource_folder() / "plans" / f"{plan_id}.toml"))


def plan_of_year(year: int) -> Plan:
    """The action plan of that year. Raises UserError where there is none."""
    for plan_id in plan_ids():
        if plan(plan_id).year == year:
            return plan(plan_id)
    raise UserError(f"没有{year}年的行动计划，现有：{'、'.join(plan_ids())}。")


def planned_years() -> set[int]:
    """The years for which there is a plan at hand."""
    return {plan(plan_id).year for plan_id in plan_ids()}


def latest_plan() -> Plan:
    """The plan of the latest year at hand."""
    return max((plan(plan_id) for plan_id in plan_ids()), key=lambda plan: plan.year)


@cache
def forms() -> dict[str, Form]:
    """All forms by id."""
    read = [read_form(_read_toml(file)) for file in sorted(_carried("forms").glob("*.toml"))]
    return {form.id: form for form in read}


def form(form_id: str) -> Form:
    """One form. Raises UserError where there is none of that id."""
    try:
        return forms()[form_id]
    except KeyError:
        raise UserError(f"没有“{form_id}”表单，现有：{'、'.join(forms())}。") from None


def _rows(name: str) -> list[dict[str, str]]:
    """A table of resources/codes; lines that begin with # say where it comes from."""
    text = (resource_folder() / "codes" / name).read_text("utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@cache
def codes() -> Codes:
    """The tables that answers are judged by."""
    rows = [Industry(row["code"], row["name"], row["section"]) for row in _rows("industries.csv")]
    return Codes(offices(), Industries(rows))


@cache
def thresholds() -> SizeThresholds:
    """The size classes' lower limits (统计上大中小微型企业划分办法（2017）)."""
    return read_thresholds(_read_toml(resource_folder() / "codes" / "size-thresholds.toml"))


@cache
def audit_limits() -> AuditLimits:
    """From where on rules ask, as the office set it. Raises UserError where the file is unsound."""
    try:
        return read_audit_limits(_read_toml(resource_folder() / "codes" / "audit.toml"))
    except (TypeError, ValueError, ArithmeticError) as error:
        raise UserError("数据文件 audit.toml 写法有误：名称照原样，数字写在引号里，请改正后重试。") from error


@cache
def evidence_kinds() -> tuple[str, ...]:
    """The kinds of evidence that are common to all records; what paths and schemes ask for is in the plan."""
    return tuple(_read_toml(resource_folder() / "codes" / "evidence-kinds.toml")["common"])


@cache
def scale_limits() -> ScaleLimits:
    """The revenue from which an enterprise is 规模以上, by industry."""
    return read_limits(_read_toml(resource_folder() / "codes" / "above-scale.toml"))


@cache
def villages() -> dict[str, str]:
    """How villages stand in addresses, with the code of their place."""
    return village_words((row["name"], row["place_code"]) for row in _rows("villages.csv"))


def places() -> list[Office]:
    """The offices that are places: townships, streets and the park."""
    return places_among(offices())


@cache
def faces() -> Faces:
    """The faces that papers are set in: an office's own where the machine has them, else those built at set-up."""
    return find_faces([*_system_fonts(), resource_folder() / "fonts" / "built"], cache=_cache_folder())


def screen_faces() -> list[Path]:
    """Files of faces for the window's own text, best first: what was built for 黑体; none where none was built."""
    built = resource_folder() / "fonts" / "built"
    return sorted(built.glob("NotoSans*.ttf")) or sorted(built.glob("*.ttf"))


def _system_fonts() -> list[Path]:
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA") or Path.home())
        return [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", local / "Microsoft" / "Windows" / "Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local" / "share" / "fonts"]


def _cache_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "jizhou-desktop"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "jizhou-desktop"


@cache
def offices() -> tuple[Office, ...]:
    """All offices that may keep a workspace: townships, streets, the park, the district and its bureaus."""
    return tuple(
        Office(row["code"], row["name"], row["full_name"], Level(row["level"]), row["prefix"])
        for row in _rows("offices.csv")
    )


def office(code: str) -> Office:
    """One office by its code. Raises UserError where there is none."""
    for candidate in offices():
        if candidate.code == code:
            return candidate
    raise UserError(f"没有代码为“{code}”的单位，请填乡镇、街道代码，如 120119100（渔阳镇）。")
