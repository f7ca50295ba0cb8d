"""Words of a list found by their pinyin while typing: industries and townships by 拼音首字母 or full syllables."""

from collections.abc import Iterable

from jizhou_desktop.domain.text import fold
from jizhou_desktop.store.sounds import Sounds


class Heard:
    """The words of one list. Their readings are learnt at the first letters typed, not before."""

    def __init__(self, words: Iterable[str]) -> None:
        """Keeps the words in their order."""
        self._words = list(words)
        self._sounds: Sounds | None = None

    def like(self, typed: str) -> list[str]:
        """The words that hold what the letters spell, those that begin with it first; none for what is no pinyin."""
        letters = fold(typed)
        if not (letters.isascii() and letters.isalnum() and not letters.isdigit()):
            return []
        if self._sounds is None:
            self._sounds = Sounds()
            self._sounds.learn("".join(self._words))
        patterns = self._sounds.patterns(letters)
        begun = [word for word in self._words if any(pattern.match(word) for pattern in patterns)]
        first = set(begun)
        within = [word for word in self._words if word not in first and any(p.search(word) for p in patterns)]
        return begun + within
