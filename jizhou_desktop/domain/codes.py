"""The code tables that answers are judged by."""

from dataclasses import dataclass

from jizhou_desktop.domain.industry import Industries
from jizhou_desktop.domain.office import Office


@dataclass(frozen=True)
class Codes:
    """Offices (places among them) and industries."""

    offices: tuple[Office, ...]
    industries: Industries
