"""One thing measured on a printed document, against the clause that asks for it."""

from dataclasses import dataclass

from jizhou_desktop.documents.conform.standard import SAME_SIZE


@dataclass(frozen=True)
class Finding:
    """What a clause asks for and what the paper shows, both in Chinese; `page` counts from 1, 0 is the whole file."""

    clause: str
    text: str
    expected: str
    found: str
    ok: bool
    page: int = 0


def length(clause: str, text: str, wanted: float, found: float, *, near: float, page: int = 0) -> Finding:
    """A length in mm that may differ by `near`; small allowances are told with as many digits as they need."""
    digits = 1 if near >= 0.3 else 2
    expected = f"{wanted:.{digits}f}±{near:.{digits}f} mm"
    return Finding(clause, text, expected, f"{found:.{digits}f} mm", abs(found - wanted) <= near, page)


def within(clause: str, text: str, least: float, most: float, found: float, *, page: int = 0) -> Finding:
    """A length in mm that must lie between two others."""
    return Finding(clause, text, f"{least:.1f}—{most:.1f} mm", f"{found:.1f} mm", least <= found <= most, page)


def at_most(clause: str, text: str, most: float, found: float, *, page: int = 0) -> Finding:
    """A length in mm that must not pass another."""
    return Finding(clause, text, f"不大于 {most:.1f} mm", f"{found:.1f} mm", found <= most, page)


def at_least(clause: str, text: str, least: float, found: float, *, page: int = 0) -> Finding:
    """A length in mm that must not fall below another."""
    return Finding(clause, text, f"不小于 {least:.1f} mm", f"{found:.1f} mm", found >= least, page)


def cells(clause: str, text: str, wanted: int, found: float, *, page: int = 0) -> Finding:
    """Free room counted in 字, which may differ by a third of one."""
    return Finding(clause, text, f"{wanted} 字", f"{found:.1f} 字", abs(found - wanted) <= 0.35, page)


def size(clause: str, text: str, wanted: float, found: float, *, page: int = 0) -> Finding:
    """A type size in pt."""
    return Finding(clause, text, f"{wanted:g} 磅", f"{found:.4g} 磅", abs(wanted - found) <= SAME_SIZE, page)


def said(clause: str, text: str, expected: str, found: str, ok: bool, *, page: int = 0) -> Finding:
    """Anything else."""
    return Finding(clause, text, expected, found, ok, page)


def absent(clause: str, text: str) -> Finding:
    """An element that the standard asks for and that is not on the paper."""
    return Finding(clause, text, "应当有", "未找到", ok=False)
