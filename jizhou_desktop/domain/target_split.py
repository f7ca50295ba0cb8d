"""Splitting a path's target over places (任务分解): a proposal that an office may change, its sum always the target."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    """A path whose split does not make the plan's target, in 家 (or 个): `split` of `target`."""

    path: str
    split: int
    target: int

    @property
    def sentence(self) -> str:
        """What is said of it: 已分解18家，计划20家，还差2家."""
        gap = self.target - self.split
        return f"已分解{self.split}家，计划{self.target}家，{'还差' if gap > 0 else '多出'}{abs(gap)}家"


def split_by_weight(
    target: int, weights: Mapping[str, int], already: Mapping[str, int] | None = None
) -> dict[str, int]:
    """The target split in proportion to each place's weight, by the largest remainders (最大余额法).

    Weights are what a place has: its enterprises, or what it brought last year. Without any weight all places count
    alike. Of equal remainders the place comes first that has least `already` on other paths, then the one named first,
    so that the small targets do not all fall on the same places. The shares add up to the target.
    """
    weighing = weights if any(weights.values()) else dict.fromkeys(weights, 1)
    total = sum(weighing.values())
    if not total:
        return {}
    parts = {place: divmod(target * weight, total) for place, weight in weighing.items()}
    shares = {place: whole for place, (whole, _rest) in parts.items()}
    burden = already or {}
    by_rest = sorted(parts, key=lambda place: (-parts[place][1], burden.get(place, 0)))
    for place in by_rest[: target - sum(shares.values())]:
        shares[place] += 1
    return shares


def differences(targets: Mapping[str, int | None], counts: Mapping[tuple[str, str], int]) -> list[Difference]:
    """The paths whose counts, by place and path, do not make the plan's `targets`; paths without a target never."""
    sums: dict[str, int] = {}
    for (_place, path), count in counts.items():
        sums[path] = sums.get(path, 0) + count
    return [
        Difference(path, sums.get(path, 0), target)
        for path, target in targets.items()
        if target is not None and sums.get(path, 0) != target
    ]
