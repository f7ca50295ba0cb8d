"""Offices (单位) and who sits in one."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """Township (乡镇), street (街道) and park (园区) keep records; a bureau (部门) or the district collects them."""

    TOWNSHIP = "township"
    STREET = "street"
    PARK = "park"
    DISTRICT = "district"
    BUREAU = "bureau"


@dataclass(frozen=True)
class Office:
    """One office. `code` is text: the statistical code of its place, or a bureau's id; `prefix` is 发文机关代字."""

    code: str
    name: str
    full_name: str
    level: Level
    prefix: str

    @property
    def collects(self) -> bool:
        """Whether it takes other offices' packages together (区级汇总单位)."""
        return self.level in (Level.DISTRICT, Level.BUREAU)


@dataclass(frozen=True)
class Profile:
    """What the wizard asks once: the office of this workspace, and the clerk (经办人) who keeps it."""

    office: Office
    clerk: str
