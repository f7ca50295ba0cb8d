"""The Word twin (Word 底稿) of an official document: the same page for offices that edit before they issue."""

from jizhou_desktop.exchange.word.write import write_word

__all__ = ["write_word"]
