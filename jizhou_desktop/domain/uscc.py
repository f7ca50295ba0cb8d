"""The unified social credit code (统一社会信用代码), GB 32100-2015."""

from dataclasses import dataclass

from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.text import half_width

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18
OLD_LENGTH = 15
_WEIGHTS = tuple(pow(3, place, 31) for place in range(LENGTH - 1))
_LOOK_ALIKE = {"O": "0", "I": "1", "Z": "2", "S": "5", "V": "U 或 Y"}


@dataclass(frozen=True)
class UsccCheck:
    """What the check found. `position` counts from 1 and is 0 where no single character is at fault; `expected` is
    the check character the first seventeen call for. A code that only fails its check digit, or is a registration
    number of before 2015, is asked about: old files hold such codes.
    """

    ok: bool
    position: int = 0
    expected: str = ""
    sentence: str = ""
    severity: Severity = Severity.ERROR


def normalise(text: str) -> str:
    """The code without spaces and hyphens, half-width, in capitals."""
    return "".join(half_width(text).split()).replace("-", "").upper()


def check_uscc(text: str) -> UsccCheck:
    """Checks length, characters and check digit, in this order."""
    code = normalise(text)
    if len(code) == OLD_LENGTH and code.isdigit():
        return UsccCheck(ok=False, sentence="是15位工商注册号，请换填18位统一社会信用代码。", severity=Severity.QUERY)
    wrong = next((place for place, mark in enumerate(code) if mark not in ALPHABET), None)
    if wrong is not None:
        return UsccCheck(ok=False, position=wrong + 1, sentence=_illegal(code[wrong], wrong + 1))
    if len(code) != LENGTH:
        return UsccCheck(ok=False, sentence=f"应为{LENGTH}位，现为{len(code)}位，请核对。")
    expected = check_character(code)
    if code[-1] != expected:
        sentence = f"校验不符：按前17位，第18位应为“{expected}”，现为“{code[-1]}”，请核对各位。"
        return UsccCheck(ok=False, position=LENGTH, expected=expected, sentence=sentence, severity=Severity.QUERY)
    return UsccCheck(ok=True, expected=expected)


def check_character(code: str) -> str:
    """The eighteenth character for the first seventeen: 31 − (weighted sum mod 31), where 31 stands for 0."""
    total = sum(ALPHABET.index(mark) * weight for mark, weight in zip(code, _WEIGHTS, strict=False))
    return ALPHABET[(31 - total % 31) % 31]


def _illegal(mark: str, position: int) -> str:
    advice = f"，是否应为 {_LOOK_ALIKE[mark]}？" if mark in _LOOK_ALIKE else "，请核对。"
    return f"第{position}位“{mark}”不是代码用字（不用 I、O、S、V、Z）{advice}"
