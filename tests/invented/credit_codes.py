"""Invented credit codes that pass the check (GB 32100-2015), computed here a second time, on purpose.

The organisation part begins with MAX0, a series that has not been issued: no code is a real enterprise's.
"""

from random import Random

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code(dice: Random, number: int) -> str:
    """The code of the enterprise of that number: of Jizhou (120225 before 2016, 120119 since), never the same twice."""
    district = dice.choice(("120225", "120119"))
    first = f"91{district}MAX0{number % 10_000:04d}{_ALPHABET[number // 10_000 % 31]}"
    return first + check_character(first)


def check_character(first_seventeen: str) -> str:
    """31 minus the weighted sum mod 31; 31 itself is written 0."""
    weight, total = 1, 0
    for mark in first_seventeen:
        total += _ALPHABET.index(mark) * weight
        weight = weight * 3 % 31
    return _ALPHABET[-total % 31]
