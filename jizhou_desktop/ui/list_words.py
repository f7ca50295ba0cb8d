"""What the list of enterprises says of itself: how many and their sums, or why nothing is shown."""

from collections.abc import Sequence

from jizhou_desktop.tasks.dossier_columns import Column
from jizhou_desktop.tasks.dossier_rows import DossierRow


def sums_said(shown: int, chosen: Sequence[DossierRow], columns: Sequence[Column]) -> str:
    """How many enterprises are shown, and the sums of those selected where there are several."""
    said = f"共{shown:,}家"
    if len(chosen) < 2:
        return said
    totals = "，".join(column.total(chosen) for column in columns if column.figure)
    return f"{said}　已选{len(chosen):,}家{'：' if totals else ''}{totals}"


def why_empty(wanted: str, *, narrowed: bool, any_held: bool) -> str:
    """Why the list is empty, and what to do: searched for what is not there, narrowed too far, or nothing held yet."""
    if wanted:
        also = "，或清除筛选（Ctrl+Shift+L）" if narrowed else ""
        return f"没有找到“{wanted}”。请减少字数，换一个词{also}。"
    if any_held:
        return "没有符合筛选条件的企业。请放宽条件，或清除筛选（Ctrl+Shift+L）。"
    return "还没有企业档案。按“新建”（Ctrl+N）录入，或按“导入”（Ctrl+I）导入花名册。"
