"""The centre's logo as it stands on paper."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Logo:
    """The centre's logo for paper: a PNG of black and white dots, its size in dots."""

    width: int
    height: int
    data: bytes = field(repr=False)

    def within(self, width: float, height: float) -> tuple[float, float]:
        """Its size when it is to fit into a box, in the box's unit."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale
