"""The subsidy schemes of part three (政策扶持), one file each; this table says which rule reckons which scheme."""

from collections.abc import Mapping

from jizhou_desktop.domain.schemes import (
    energy_saving,
    famous_product,
    high_tech,
    major_innovation,
    patent,
    smart_upgrade,
)
from jizhou_desktop.domain.schemes.rule import Rule

RULES: Mapping[str, Rule] = {
    "major-innovation": major_innovation.RULE,
    "high-tech": high_tech.RULE,
    "famous-product": famous_product.RULE,
    "smart-upgrade": smart_upgrade.RULE,
    "energy-saving": energy_saving.RULE,
    "patent": patent.RULE,
}

SCHEME_KEYS: Mapping[str, tuple[str, ...]] = {
    scheme: tuple(key.name for key in rule.keys) for scheme, rule in RULES.items()
}
"""The names of the figures each scheme takes, required or not."""
