"""Amounts in capitals (人民币大写) for forms and payment requests.

By 《支付结算办法》附一《正确填写票据和结算凭证的基本规定》: 整 after 元 and 角, none after 分; one 零 for zeros in
the middle, and where 角 is zero but 分 is not. The 零 that the rule leaves to the writer (万位或元位是0) is left out.
"""

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
_WAN = 10**4
_YI = 10**8


def capitals(fen: int) -> str:
    """`fen` 分 in capitals, without the words 人民币: 1230050 is 壹万贰仟叁佰元伍角整.

    Raises ValueError below zero and from 一亿亿元 on: neither occurs in a grant.
    """
    if not 0 <= fen < 10**18:
        raise ValueError(f"{fen} fen cannot be written in capitals")
    yuan, rest = divmod(fen, 100)
    jiao, cents = divmod(rest, 10)
    text = f"{_whole(yuan)}元" if yuan or not rest else ""
    if jiao:
        text += f"{_DIGITS[jiao]}角"
    if not cents:
        return f"{text}整"
    gap = "零" if yuan and not jiao else ""
    return f"{text}{gap}{_DIGITS[cents]}分"


def _whole(number: int) -> str:
    for size, name in ((_YI, "亿"), (_WAN, "万")):
        if number >= size:
            high, low = divmod(number, size)
            gap = "零" if 0 < low < size // 10 else ""
            return f"{_whole(high)}{name}{gap}{_whole(low) if low else ''}"
    return _four(number) or _DIGITS[0]


def _four(number: int) -> str:
    """Up to four digits, zeros within said once and those at the end not at all."""
    text = ""
    for digit, place in zip(f"{number:04}", _PLACES, strict=True):
        if digit != "0":
            text += f"{_DIGITS[int(digit)]}{place}"
        elif text and not text.endswith("零"):
            text += "零"
    return text.rstrip("零")
