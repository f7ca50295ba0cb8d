"""人民币大写 by the rules for filling in bills (《正确填写票据和结算凭证的基本规定》), worked out by hand."""

import pytest

from jizhou_desktop.domain.capitals import capitals

YUAN = 100

CASES = [
    # The rule's own examples; where it leaves a 零 to the writer, ours is the form without.
    (140950, "壹仟肆佰零玖元伍角整"),
    (600714, "陆仟零柒元壹角肆分"),
    (168032, "壹仟陆佰捌拾元叁角贰分"),
    (10700053, "壹拾万柒仟元伍角叁分"),
    (1640902, "壹万陆仟肆佰零玖元零贰分"),
    (32504, "叁佰贰拾伍元零肆分"),
    # The plan's own amounts.
    (300_0000 * YUAN, "叁佰万元整"),
    (100_0000 * YUAN, "壹佰万元整"),
    (30_0000 * YUAN, "叁拾万元整"),
    (500_0000 * YUAN, "伍佰万元整"),
    (14_4000 * YUAN, "壹拾肆万肆仟元整"),
    # Below a yuan.
    (0, "零元整"),
    (1, "壹分"),
    (10, "壹角整"),
    (15, "壹角伍分"),
    # 角 and 分 behind 元.
    (1 * YUAN, "壹元整"),
    (1 * YUAN + 5, "壹元零伍分"),
    (1 * YUAN + 50, "壹元伍角整"),
    (10 * YUAN + 1, "壹拾元零壹分"),
    (1000 * YUAN + 30, "壹仟元叁角整"),
    # Ten is written 壹拾.
    (10 * YUAN, "壹拾元整"),
    (15 * YUAN, "壹拾伍元整"),
    (10_0000 * YUAN, "壹拾万元整"),
    # Zeros in the middle are said once, at the end not at all.
    (101 * YUAN, "壹佰零壹元整"),
    (1001 * YUAN, "壹仟零壹元整"),
    (1010 * YUAN, "壹仟零壹拾元整"),
    (1100 * YUAN, "壹仟壹佰元整"),
    (1_0001 * YUAN, "壹万零壹元整"),
    (1_0010 * YUAN, "壹万零壹拾元整"),
    (1_0100 * YUAN, "壹万零壹佰元整"),
    (1_1000 * YUAN, "壹万壹仟元整"),
    (10_0001 * YUAN, "壹拾万零壹元整"),
    (105_0000 * YUAN, "壹佰零伍万元整"),
    (1000_0001 * YUAN, "壹仟万零壹元整"),
    (1234_5678 * YUAN + 90, "壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整"),
    # 亿 and 万亿.
    (1_0000_0000 * YUAN, "壹亿元整"),
    (1_0000_0001 * YUAN, "壹亿零壹元整"),
    (1_0001_0000 * YUAN, "壹亿零壹万元整"),
    (1_0010_0000 * YUAN, "壹亿零壹拾万元整"),
    (1_1000_0000 * YUAN, "壹亿壹仟万元整"),
    (10_0500_0000 * YUAN, "壹拾亿零伍佰万元整"),
    (1_0000_0000_0000 * YUAN, "壹万亿元整"),
    (1_0001_0000_0000 * YUAN, "壹万零壹亿元整"),
    (1_0000_0000_0005 * YUAN, "壹万亿零伍元整"),
    (9999_9999_9999_9999 * YUAN + 99, "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
]


@pytest.mark.parametrize(("fen", "written"), CASES, ids=[written for _, written in CASES])
def test_amounts_in_capitals(fen, written):
    assert capitals(fen) == written


@pytest.mark.parametrize("fen", [-1, 10**18])
def test_amounts_that_no_grant_has_are_not_written(fen):
    with pytest.raises(ValueError, match="cannot be written"):
        capitals(fen)
