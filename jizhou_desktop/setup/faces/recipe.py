"""Which face serves which role, and from which packages it comes: the best source first, then what stands in."""

import hashlib
from collections.abc import Iterable
from dataclasses import astuple, dataclass

# Raised when the builder would make other files of the same packages: built faces of before are then built anew.
BUILDER = 1

_FANDOL = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"
_FANDOL_LICENCES = (
    "usr/share/doc/texlive-doc/fonts/fandol/README",
    "usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz",
)


@dataclass(frozen=True)
class Source:
    """One font file inside one package of Debian (`apt`), npm (`npm`) or PyPI (`pip`).

    `version` is empty where the registry decides (Debian's stable releases carry one version each).
    """

    registry: str
    package: str
    version: str
    member: str
    licences: tuple[str, ...]
    licence: str

    @property
    def key(self) -> str:
        """Names the built face in the cache: another package version or another builder is another key."""
        return hashlib.sha256(repr((BUILDER, astuple(self))).encode()).hexdigest()[:16]

    @property
    def file_name(self) -> str:
        stem = self.member.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        return f"{stem}.ttf"


@dataclass(frozen=True)
class FaceRecipe:
    """A role (`jizhou_desktop.domain.face.Role`, or `screen` for the window) with its sources in order.

    From `stand_ins_from` on, the sources are faces of another style, which only stand in for the role.
    """

    role: str
    label: str
    sources: tuple[Source, ...]
    stand_ins_from: int


def _fandol(name: str) -> Source:
    return Source(
        "apt", "texlive-lang-chinese", "", f"{_FANDOL}/{name}.otf", _FANDOL_LICENCES, "GPL-3.0 with font exception"
    )


def _expo(family: str, folder: str, file: str) -> Source:
    package = f"@expo-google-fonts/noto-{family}-sc"
    return Source("npm", package, "0.4.3", f"package/{folder}/{file}", ("package/LICENSE_FONT",), "OFL-1.1")


def _pypi(file: str) -> Source:
    licence = "pylopdf_fonts_zh_cn-0.1.1.dist-info/licenses/LICENSE"
    return Source("pip", "pylopdf-fonts-zh-cn", "0.1.1", f"pylopdf_fonts_zh_cn/{file}", (licence,), "OFL-1.1")


_SERIF = (_expo("serif", "400Regular", "NotoSerifSC_400Regular.ttf"), _pypi("NotoSerifSC-Regular.otf"))
_SERIF_BOLD = _expo("serif", "700Bold", "NotoSerifSC_700Bold.ttf")
_SANS = (_expo("sans", "400Regular", "NotoSansSC_400Regular.ttf"), _pypi("NotoSansSC-Regular.otf"))
# 黑体 of the offices (SimHei) is a shade darker than a Regular: Medium comes nearest.
_SANS_MEDIUM = _expo("sans", "500Medium", "NotoSansSC_500Medium.ttf")

RECIPES = (
    FaceRecipe("fangsong", "仿宋", (_fandol("FandolFang-Regular"), *_SERIF), stand_ins_from=1),
    FaceRecipe("title", "小标宋", (_fandol("FandolSong-Bold"), _SERIF_BOLD, _SERIF[1]), stand_ins_from=1),
    FaceRecipe("hei", "黑体", (_SANS_MEDIUM, _SANS[1]), stand_ins_from=2),
    FaceRecipe("kai", "楷体", (_fandol("FandolKai-Regular"), *_SERIF), stand_ins_from=1),
    FaceRecipe("song", "宋体", _SERIF, stand_ins_from=2),
    FaceRecipe("screen", "界面", _SANS, stand_ins_from=2),
)

# Drawn from where a role's own face lacks a character (Fandol has none above U+FFFF), if all standard ones are there.
FALLBACK_ROLES = ("song", "title", "hei")


def recipes_digest(recipes: Iterable[FaceRecipe]) -> str:
    """Changes when any recipe or the builder does."""
    return hashlib.sha256(repr((BUILDER, tuple(recipes))).encode()).hexdigest()[:16]
