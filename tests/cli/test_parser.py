"""The parser's faults are Chinese sentences."""

import pytest

from jizhou_desktop.cli.parser import ChineseParser, in_chinese
from jizhou_desktop.domain.errors import UserError


def parser():
    made = ChineseParser(prog="jizhou")
    commands = made.add_subparsers(dest="command", parser_class=ChineseParser)
    command = commands.add_parser("hand-over", help="写出数据包")
    command.arguments.add_argument("folder", metavar="DIR")
    command.options.add_argument("--year", type=int, metavar="Y")
    return made


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["hand-over"], "缺少参数：DIR。用法见 jizhou hand-over --help。"),
        (["hand-over", "d", "--year", "二〇"], "参数 --year 应为整数，现为 '二〇'。"),
        (["hand-over", "d", "--year"], "参数 --year 后面应有一个值。"),
        (["hand-over", "d", "--yaer", "2020"], "不认识的参数：--yaer 2020。"),
        (["hand-ovre"], "参数 command 不能是 'hand-ovre'。"),
        (["hand-over", "d", "--ye", "2020"], "不认识的参数：--ye 2020。"),
    ],
)
def test_a_slip_is_told_in_chinese(words, said):
    with pytest.raises(UserError) as told:
        parser().parse_args(words)
    assert said in str(told.value)


def test_a_message_it_does_not_know_is_not_lost():
    assert in_chinese("something new") == "something new"


def test_help_leads_in_chinese(capsys):
    with pytest.raises(SystemExit) as left:
        parser().parse_args(["hand-over", "--help"])
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("用法：jizhou hand-over")
