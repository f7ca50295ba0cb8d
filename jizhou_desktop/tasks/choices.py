"""Which choices of a list are meant by what was typed: its first characters, any of them, or 拼音首字母."""

from collections.abc import Sequence

from jizhou_desktop.domain.text import fold
from jizhou_desktop.store.sounds import Sounds


def choices_like(choices: Sequence[str], typed: str) -> list[str]:
    """The choices that fit, those that begin so first; all where nothing is typed."""
    key = fold(typed)
    if not key:
        return list(choices)
    begin = [choice for choice in choices if fold(choice).startswith(key)]
    hold = [choice for choice in choices if key in fold(choice)]
    return list(dict.fromkeys([*begin, *hold, *_sounding(choices, key)]))


def _sounding(choices: Sequence[str], letters: str) -> list[str]:
    sounds = Sounds()
    sounds.learn("".join(map(fold, choices)))
    patterns = sounds.patterns(letters)
    begin = [choice for choice in choices if any(pattern.match(fold(choice)) for pattern in patterns)]
    hold = [choice for choice in choices if any(pattern.search(fold(choice)) for pattern in patterns)]
    return [*begin, *hold]
