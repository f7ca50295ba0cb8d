"""The parser in Chinese: argparse's own words are English, and officials read Chinese."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn, Protocol

from jizhou_desktop.domain.errors import UserError

_SENTENCES = (
    (r"the following arguments are required: (.*)", "缺少参数：{0}。"),
    (r"unrecognized arguments: (.*)", "不认识的参数：{0}。"),
    (r"argument (\S+): invalid choice: (\S+) .*", "参数 {0} 不能是 {1}。"),
    (r"argument (\S+): invalid int value: (\S+)", "参数 {0} 应为整数，现为 {1}。"),
    (r"argument (\S+): expected one argument", "参数 {0} 后面应有一个值。"),
    (r"ambiguous option: (\S+) .*", "参数 {0} 有多种理解，请写全。"),
)


def in_chinese(message: str) -> str:
    """The message of argparse as a Chinese sentence; one it does not know stays as it is."""
    for pattern, sentence in _SENTENCES:
        if match := re.fullmatch(pattern, message, flags=re.DOTALL):
            return sentence.format(*match.groups())
    return message


class ChineseFormatter(argparse.RawDescriptionHelpFormatter):
    """Help with a Chinese lead word."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class ChineseParser(argparse.ArgumentParser):
    """A parser whose faults are UserErrors, so that one place prints them and `--json` holds for them too."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  — argparse's own options, passed through
        super().__init__(**{"formatter_class": ChineseFormatter, **options, "add_help": False, "allow_abbrev": False})
        self.arguments = self.add_argument_group("参数")
        self.options = self.add_argument_group("选项")
        self.options.add_argument("-h", "--help", action="help", help="显示本说明")

    def error(self, message: str) -> NoReturn:
        raise UserError(f"{in_chinese(message)}用法见 {self.prog} --help。")


class Commands(Protocol):
    """Where a family of commands adds its own (what `add_subparsers` gives)."""

    def add_parser(self, name: str, *, help: str) -> ChineseParser:  # noqa: A002  — argparse's own word
        """A command of that name."""
