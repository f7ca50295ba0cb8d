"""Money (金额) is whole 分 in records and Decimal 万元 in rules: exact both ways, never a float."""

from decimal import ROUND_HALF_UP, Decimal

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import FEN_OF_WAN

_LARGEST_FEN = 10**18


def fen_of_wan(wan: Decimal) -> int:
    """万元 as whole 分. Raises UserError for what is finer than a 分 or passes 一亿亿元."""
    # The size is looked at first, since 1E+999999 would fill the memory before it is refused.
    if not wan.is_finite() or wan.adjusted() > 18:
        raise UserError(f"金额 {wan} 万元过大，请核对单位。")
    numerator, denominator = wan.as_integer_ratio()
    fen, finer = divmod(numerator * FEN_OF_WAN, denominator)
    if finer:
        raise UserError(f"金额 {wan} 万元精确到了分以下，请四舍五入到分后填写。")
    if abs(fen) >= _LARGEST_FEN:
        raise UserError(f"金额 {wan} 万元过大，请核对单位。")
    return fen


def wan_of_fen(fen: int) -> Decimal:
    """Whole 分 as 万元, exact and without trailing zeros: 8400000 分 is 8.4."""
    return Decimal(fen) / FEN_OF_WAN


def percent_of(fen: int, percent: Decimal) -> int:
    """A share of an amount, rounded half up to the 分 (四舍五入到分), the way 元角分 are settled."""
    return int((Decimal(fen) * percent / 100).quantize(Decimal(1), ROUND_HALF_UP))
