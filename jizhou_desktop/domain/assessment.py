"""Results against targets (目标完成情况), by path and by place: what the year-end assessment (四（二）) reads."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from jizhou_desktop.domain.record import Record

RECOGNISED = "认定"
WITHDRAWN = ("退回", "取消")

Records = Iterable[Record]


class Light(StrEnum):
    """How a target stands (红黄绿灯), told by word and shape as well as colour, since offices print in black."""

    REACHED = "完成"
    IN_REACH = "可完成"
    SHORT = "有缺口"
    FREE = "无任务"


@dataclass(frozen=True)
class Result:
    """One line of a results table. `key` is a path's id or a place's code; counts are 家 (or 个)."""

    key: str
    target: int
    done: int
    under_way: int

    @property
    def gap(self) -> int:
        return max(self.target - self.done, 0)

    @property
    def light(self) -> Light:
        """Reached; in reach once all under way is recognised; or short of the target even then."""
        if not self.target:
            return Light.FREE
        if not self.gap:
            return Light.REACHED
        return Light.IN_REACH if self.done + self.under_way >= self.target else Light.SHORT

    @property
    def rate(self) -> Decimal | None:
        """完成率 in %, to one decimal; None where there was no target."""
        if not self.target:
            return None
        return (Decimal(self.done * 100) / self.target).quantize(Decimal("0.1"), ROUND_HALF_UP)


def place_of(record: Record) -> str:
    """The code of the place that a target is for, or whose a transformation is: its own answer, else its owner."""
    return record.text("place") or record.office


def results_by_path(paths: Sequence[str], targets: Records, transformations: Records) -> list[Result]:
    """A result for each path id, in the plan's order."""
    return _results(paths, targets, transformations, lambda record: record.text("path"))


def results_by_place(places: Sequence[str], targets: Records, transformations: Records) -> list[Result]:
    """A result for each place code: a target's own place, a transformation's owner."""
    return _results(places, targets, transformations, place_of)


def enterprises_turned(transformations: Records, paths: Collection[str]) -> int:
    """How many enterprises were recognised: one counts once towards the 40, however many paths it goes (一).

    `paths` are those that enterprises go; a park that was upgraded (二（四）) is none.
    """
    on_paths = (record for record in transformations if record.text("path") in paths)
    return len({record.parent for record in on_paths if record["state"] == RECOGNISED})


def ranked(results: Iterable[Result]) -> list[tuple[int, Result]]:
    """Results with their rank: by rate, then by what was done. Equals share a rank; without target comes last."""
    ordered = sorted(results, key=_merit, reverse=True)
    ranks: list[tuple[int, Result]] = []
    for position, result in enumerate(ordered, start=1):
        tied = ranks and _merit(ranks[-1][1]) == _merit(result)
        ranks.append((ranks[-1][0] if tied else position, result))
    return ranks


def _merit(result: Result) -> tuple[Decimal, int]:
    return (Decimal(-1) if result.rate is None else result.rate, result.done)


def _results(
    keys: Sequence[str], targets: Records, transformations: Records, key_of: Callable[[Record], str]
) -> list[Result]:
    wanted = Counter[str]()
    for record in _one_target_each(targets):
        wanted[key_of(record)] += record.whole("count") or 0
    going = list(transformations)
    done = Counter(key_of(record) for record in going if record["state"] == RECOGNISED)
    under_way = Counter(key_of(record) for record in going if record["state"] not in (RECOGNISED, *WITHDRAWN))
    return [Result(key, wanted[key], done[key], under_way[key]) for key in keys]


def _one_target_each(targets: Records) -> Iterable[Record]:
    """One target for each place and path: what the district set stands above the township's own copy of it."""
    by_task: dict[tuple[str, str], Record] = {}
    for record in sorted(targets, key=lambda record: record.office != record.text("place")):
        by_task[place_of(record), record.text("path")] = record
    return by_task.values()
