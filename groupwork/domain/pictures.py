"""Pictures as they are kept."""

from __future__ import annotations

from dataclasses import dataclass, field

LONGEST_SIDE = 1600
"""Dots of the longer side of a picture that is kept, at most."""


@dataclass(frozen=True)
class ReadPicture:
    """A picture ready to be stored: PNG or JPEG, at most 1600 dots a side, nothing but dots in it."""

    kind: str
    """ "image/png" or "image/jpeg"."""
    width: int
    height: int
    data: bytes = field(repr=False)
