"""The colour space sRGB (IEC 61966-2-1) as an ICC profile of version 2.1, made from its figures.

PDF/A asks for a profile in the file; those that systems carry may not be passed on by everybody.
"""

import struct

_ADAPTED_PRIMARIES = {
    # The primaries of sRGB adapted to the profile's white D50 by the Bradford matrix.
    "rXYZ": (0.43607, 0.22249, 0.01392),
    "gXYZ": (0.38515, 0.71687, 0.09708),
    "bXYZ": (0.14307, 0.06061, 0.71410),
}
_D50 = (0.96420, 1.0, 0.82491)
_STEPS = 1024
_TEXT = b"sRGB IEC61966-2.1"


def srgb_profile() -> bytes:
    """The profile, the same bytes each time."""
    curve = _curve()
    tags: dict[str, bytes] = {
        "desc": _description(),
        "cprt": b"text\0\0\0\0No copyright, use freely\0",
        "wtpt": _xyz(_D50),
    }
    tags |= {tag: _xyz(value) for tag, value in _ADAPTED_PRIMARIES.items()}
    tags |= dict.fromkeys(("rTRC", "gTRC", "bTRC"), curve)
    return _profile(tags)


def _profile(tags: dict[str, bytes]) -> bytes:
    directory, bodies, at = list[bytes](), list[bytes](), 128 + 4 + 12 * len(tags)
    placed: dict[bytes, int] = {}
    for tag, body in tags.items():
        if body not in placed:
            placed[body] = at
            bodies.append(body + b"\0" * (-len(body) % 4))
            at += len(bodies[-1])
        directory.append(struct.pack(">4sLL", tag.encode(), placed[body], len(body)))
    return _header(at) + struct.pack(">L", len(tags)) + b"".join(directory) + b"".join(bodies)


def _header(size: int) -> bytes:
    """ICC.1:2001-04, 6.1: a display profile from RGB to XYZ, perceptual."""
    begin = struct.pack(">L4sL4s4s4s", size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    made = struct.pack(">6H4s", 2020, 1, 1, 0, 0, 0, b"acsp")
    return begin + made + bytes(28) + _fixed(_D50) + bytes(48)


def _fixed(values: tuple[float, float, float]) -> bytes:
    return b"".join(struct.pack(">l", round(value * 65536)) for value in values)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(values)


def _curve() -> bytes:
    values = [round(_linear(step / (_STEPS - 1)) * 65535) for step in range(_STEPS)]
    return b"curv\0\0\0\0" + struct.pack(f">L{_STEPS}H", _STEPS, *values)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _description() -> bytes:
    text = _TEXT + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">L", len(text)) + text + bytes(4 + 4 + 2 + 1 + 67)
