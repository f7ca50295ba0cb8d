"""One application as typed: the scheme it is under, and its figures asked for by key."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import read_decimal, read_wan, read_whole
from jizhou_desktop.domain.money import fen_of_wan
from jizhou_desktop.domain.scheme import Scheme

_ENERGY_UNITS = {"吨标准煤": ("吨", "tce"), "千瓦时": ("度", "千瓦", "kwh")}
_YES_NO = {"yes": True, "是": True, "no": False, "否": False}


@dataclass(frozen=True)
class Key:
    """A figure a scheme asks for: its name on the command line, its Chinese label and its unit."""

    name: str
    label: str
    unit: str = ""
    required: bool = True

    def __str__(self) -> str:
        unit = f"，{self.unit}" if self.unit else ""
        return f"{self.name}（{self.label}{unit}）"


@dataclass(frozen=True)
class Case:
    """An application under `scheme`. `source` is the section cited beside each condition, `year` the plan's year."""

    scheme: Scheme
    year: int
    source: str
    keys: tuple[Key, ...]
    figures: Mapping[str, str]

    def check_keys(self) -> None:
        """Raises UserError for a key that the scheme does not know and for one that is missing."""
        allowed = "、".join(map(str, self.keys))
        known = {key.name for key in self.keys}
        for name in self.figures:
            if name not in known:
                raise UserError(f"{self.scheme.short}没有“{name}”这一项，可填：{allowed}。")
        for key in self.keys:
            if key.required and not self.has(key.name):
                raise UserError(f"{self.scheme.short}还须填写 {key}，可填：{allowed}。")

    def has(self, name: str) -> bool:
        return bool(self.text(name))

    def text(self, name: str) -> str:
        return self.figures.get(name, "").strip()

    def wan(self, name: str) -> Decimal:
        """An amount in 万元. Raises UserError where it is unreadable, negative or finer than a 分."""
        try:
            wan = read_wan(self.text(name))
            fen_of_wan(wan)
        except UserError as error:
            raise self._refused(name, str(error)) from error
        return self._not_negative(name, wan)

    def quantity(self, name: str) -> Decimal:
        """An amount of energy in the key's own unit; 万度 is read too. Raises UserError as `wan` does."""
        self._refuse_other_unit(name)
        try:
            quantity = read_decimal(self.text(name))
        except UserError as error:
            raise self._refused(name, str(error)) from error
        return self._not_negative(name, quantity)

    def whole(self, name: str) -> int:
        """A count. Raises UserError where it is no whole number or negative."""
        try:
            count = read_whole(self.text(name))
        except UserError as error:
            raise self._refused(name, str(error)) from error
        return int(self._not_negative(name, Decimal(count)))

    def yes(self, name: str) -> bool:
        """An answer of yes or no (是、否)."""
        answer = _YES_NO.get(self.text(name).lower())
        if answer is None:
            raise self._refused(name, f"“{self.text(name)}”无法识别，请填 yes 或 no（是或否）。")
        return answer

    def key(self, name: str) -> Key:
        return next(key for key in self.keys if key.name == name)

    def _refuse_other_unit(self, name: str) -> None:
        """200000度 typed as 吨标准煤 would pass any limit."""
        typed = self.text(name).lower()
        for unit, words in _ENERGY_UNITS.items():
            if unit != self.key(name).unit and any(word in typed for word in words):
                raise self._refused(name, f"“{self.text(name)}”的单位不对，应以{self.key(name).unit}为单位。")

    def _not_negative(self, name: str, number: Decimal) -> Decimal:
        if number < 0:
            raise self._refused(name, f"“{self.text(name)}”是负数，请核对后填写。")
        return number

    def _refused(self, name: str, why: str) -> UserError:
        return UserError(f"{self.key(name)}：{why}")
