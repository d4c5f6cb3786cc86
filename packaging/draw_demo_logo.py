"""Draws the demo centre's invented logo, a pine under a bow: resources/demo/logo.png."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

PINE, TRUNK, BOW = (31, 99, 74, 255), (120, 78, 42, 255), (196, 122, 30, 255)
SIZE, TWICE = (640, 400), 4
OUT = Path(__file__).resolve().parents[1] / "resources" / "demo" / "logo.png"


def main() -> None:
    """Drawn four times as large and made smaller, so that edges are smooth."""
    width, height = (side * TWICE for side in SIZE)
    picture = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    middle, unit = width / 2, TWICE
    pen.arc((middle - 290 * unit, 30 * unit, middle + 290 * unit, 610 * unit), 180, 360, BOW, 34 * unit)
    pen.rectangle((middle - 16 * unit, 320 * unit, middle + 16 * unit, 384 * unit), TRUNK)
    for top, half, high in ((90, 70, 96), (150, 105, 112), (222, 140, 118)):
        left, right, foot = middle - half * unit, middle + half * unit, (top + high) * unit
        pen.polygon(((middle, top * unit), (left, foot), (right, foot)), PINE)
    small = picture.resize(SIZE, Image.Resampling.LANCZOS).quantize(64, Image.Quantize.FASTOCTREE)
    small.save(OUT, optimize=True)
    print(OUT)


if __name__ == "__main__":
    main()
