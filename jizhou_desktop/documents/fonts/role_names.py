"""By which names the faces of the five roles go; a name only proposes, the file itself decides (`face_facts`)."""

import re
from functools import cache

from jizhou_desktop.domain.face import Role

OFFICE_NAMES: dict[Role, tuple[str, ...]] = {
    Role.FANGSONG: (
        "仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GB2312", "方正仿宋简体", "FZFangSong-Z02S",
        "方正仿宋_GBK", "FZFangSong-Z02", "华文仿宋", "STFangsong",
    ),
    Role.TITLE: (
        "方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0", "方正小标宋_GBK", "FZXiaoBiaoSong-B05",
        "FZXBSK--GBK1-0", "方正小标宋_GB18030", "小标宋体", "创艺简标宋",
    ),
    Role.HEI: ("黑体", "SimHei", "方正黑体_GBK", "FZHei-B01", "方正黑体简体", "FZHei-B01S", "方正黑体_GB18030"),
    Role.KAI: (
        "楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GB2312", "方正楷体_GBK", "FZKai-Z03",
        "方正楷体简体", "FZKai-Z03S", "华文楷体", "STKaiti",
    ),
    Role.SONG: (
        "宋体", "SimSun", "方正书宋_GBK", "FZShuSong-Z01", "方正书宋简体", "FZShuSong-Z01S", "华文宋体", "STSong",
        "新宋体", "NSimSun",
    ),
}  # fmt: skip
"""What offices have installed, best first: the faces of Chinese Windows, then those of 方正 and of Office."""

FREE_NAMES: dict[Role, tuple[str, ...]] = {
    Role.FANGSONG: ("FandolFang", "FandolFang-Regular", "朱雀仿宋", "Zhuque Fangsong (technical preview)"),
    Role.TITLE: ("华文中宋", "STZhongsong"),
    Role.HEI: (
        "Noto Sans SC",
        "Noto Sans CJK SC",
        "Source Han Sans SC",
        "思源黑体",
        "WenQuanYi Zen Hei",
        "文泉驿正黑",
    ),
    Role.KAI: ("FandolKai", "FandolKai-Regular", "AR PL UKai CN", "LXGW WenKai", "霞鹜文楷"),
    Role.SONG: ("Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "AR PL UMing CN"),
}
"""Free faces and near ones that may be on the machine; they come after the built ones."""

RARE_NAMES = ("SimSun-ExtB", "SimSun-ExtG", "MingLiU-ExtB", "Plangothic P1", "HanaMinB", "TW-Sung-Ext-B", "全宋体-2")
"""Faces of rare characters only: they serve characters which the others lack, beyond U+FFFF first of all."""

STAND_INS: dict[Role, tuple[Role, ...]] = {
    Role.FANGSONG: (Role.SONG, Role.KAI),
    Role.TITLE: (Role.SONG, Role.HEI),
    Role.HEI: (Role.TITLE, Role.SONG),
    Role.KAI: (Role.FANGSONG, Role.SONG),
    Role.SONG: (Role.FANGSONG, Role.KAI, Role.HEI),
}
"""Whose face takes the place of a role that has none, nearest style first."""


def rank(names: tuple[str, ...], wanted: tuple[str, ...]) -> int | None:
    """How good a face of these names is for the wanted ones: 0 is the best, None is no match."""
    held = {name.casefold().replace(" ", "") for name in names}
    hits = (place for place, name in enumerate(wanted) if name.casefold().replace(" ", "") in held)
    return next(hits, None)


_POSTSCRIPT_NAMES = {
    "FandolFang-Regular": Role.FANGSONG, "FandolSong-Bold": Role.TITLE, "FandolKai-Regular": Role.KAI,
    "FZFSK--GBK1-0": Role.FANGSONG, "FZFSJW--GB1-0": Role.FANGSONG,
    "FZHTK--GBK1-0": Role.HEI, "FZHTJW--GB1-0": Role.HEI,
    "FZKTK--GBK1-0": Role.KAI, "FZKTJW--GB1-0": Role.KAI, "FZSSK--GBK1-0": Role.SONG, "FZSSJW--GB1-0": Role.SONG,
    "STZhongsong": Role.TITLE,
}  # fmt: skip
_FREE_FAMILIES = {
    "NotoSansSC": Role.HEI, "NotoSansCJKsc": Role.HEI, "SourceHanSans": Role.HEI, "WenQuanYiZenHei": Role.HEI,
    "NotoSerifSC": Role.SONG, "NotoSerifCJKsc": Role.SONG, "SourceHanSerif": Role.SONG, "UMing": Role.SONG,
    "UKai": Role.KAI, "LXGWWenKai": Role.KAI,
}  # fmt: skip


@cache
def role_of(postscript_name: str) -> Role | None:
    """The role of a face by the name that a PDF gives it; None for a face of no role."""
    if postscript_name in _POSTSCRIPT_NAMES:
        return _POSTSCRIPT_NAMES[postscript_name]
    bare = re.sub(r"[^0-9A-Za-z]", "", postscript_name).casefold()
    for role, names in OFFICE_NAMES.items():
        if any(bare == re.sub(r"[^0-9A-Za-z]", "", name).casefold() for name in names if name.isascii()):
            return role
    return next((role for family, role in _FREE_FAMILIES.items() if bare.startswith(family.casefold())), None)
