"""Pictures that come in: read carefully, made small, without what cameras hide in them."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from groupwork.domain.pictures import LONGEST_SIDE, ReadPicture
from groupwork.errors import Refused
from groupwork.i18n import N_

if TYPE_CHECKING:
    from PIL.Image import Image

T = TypeVar("T")

FORMATS = ("PNG", "JPEG", "BMP", "WEBP")
MOST_PIXELS = 50_000_000
MOST_BYTES = 100_000_000
HEAVY = 1_500_000
"""An opaque PNG of more bytes is kept as a JPEG."""
QUALITY = 88
DOTS = 600
"""Longest side of a picture for paper: 30 mm at 500 dots an inch."""
PALEST, DARKEST = 0.005, 0.9
"""Shares of black between which a hard threshold still shows the drawing."""

LIGHT = 150
"""What is lighter than this is white on paper."""

NO_PICTURE = N_("This is no picture that can be read. A logo is a PNG, JPEG, BMP or WebP file.")
BROKEN = N_("The picture is damaged or incomplete. Save it again in the program it comes from.")
TOO_LARGE = N_(
    "The picture is too large: {width} × {height} dots. At most {most} million dots can be read; make it "
    "smaller first."
)
FAR_TOO_LARGE = N_("The picture is too large: at most {most} million dots can be read. Make it smaller.")
TOO_HEAVY = N_("The file is too large for a logo: {size} MB. At most {most} MB can be read.")


@dataclass(frozen=True)
class PaperPicture:
    """A picture for black and white paper: a PNG of black and white dots alone."""

    width: int
    height: int
    data: bytes


def read_picture(data: bytes) -> ReadPicture:
    """A picture from the bytes of a file.

    Its header is read first, so that a picture of too many dots is refused before it takes memory. Scaled
    down, turned as the camera held it, without its hidden data; what is see-through stays so. Raises Refused.
    """
    if len(data) > MOST_BYTES:
        raise Refused(TOO_HEAVY, size=len(data) // 1_000_000, most=MOST_BYTES // 1_000_000)
    return _guarded(lambda: _read(data))


def for_paper(data: bytes) -> PaperPicture:
    """The picture in black and white: the sheets have no grey. Raises Refused when it is damaged.

    A hard edge copies best; a picture that would all be white or all be black is dotted instead.
    """
    return _guarded(lambda: _black_and_white(data))


def _guarded(work: Callable[[], T]) -> T:
    """Do it; whatever a broken or evil file makes the reader raise becomes words."""
    from PIL import Image, UnidentifiedImageError

    try:
        return work()
    except UnidentifiedImageError:
        raise Refused(NO_PICTURE) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        raise Refused(FAR_TOO_LARGE, most=MOST_PIXELS // 1_000_000) from None
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, struct.error):
        raise Refused(BROKEN) from None  # what Pillow's readers raise on damaged files


def _read(data: bytes) -> ReadPicture:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=FORMATS) as found:
        width, height = found.size
        if width * height > MOST_PIXELS:
            raise Refused(TOO_LARGE, width=width, height=height, most=MOST_PIXELS // 1_000_000)
        photo = found.format in ("JPEG", "MPO")
        found.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is read at a fraction of its size
        small = _smaller(found)
        turned = ImageOps.exif_transpose(small)
        return _saved(_bare(turned), photo=photo)


def _smaller(found: Image) -> Image:
    """Scaled down in place; colours are made plain first where dots cannot be mixed."""
    clear = _see_through(found)
    if found.mode not in ("RGB", "RGBA", "L", "CMYK"):
        found = found.convert("RGBA" if clear else "RGB")
    found.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=2.0)
    return found


def _see_through(found: Image) -> bool:
    return found.mode in ("RGBA", "LA", "PA") or "transparency" in found.info


def _bare(found: Image) -> Image:
    """The dots alone, in a new picture."""
    from PIL import Image

    mode = "RGBA" if _see_through(found) else "RGB"
    plain = found if found.mode == mode else found.convert(mode)
    bare = Image.new(mode, plain.size)
    bare.paste(plain)
    return bare


def _saved(bare: Image, *, photo: bool) -> ReadPicture:
    opaque = bare.mode == "RGB" or bare.getchannel("A").getextrema() == (255, 255)
    if opaque and bare.mode != "RGB":
        bare = bare.convert("RGB")
    kind, data = ("image/jpeg", _bytes(bare, "JPEG")) if photo else ("image/png", _bytes(bare, "PNG"))
    if opaque and len(data) > HEAVY and kind == "image/png":
        kind, data = "image/jpeg", _bytes(bare, "JPEG")
    return ReadPicture(kind, *bare.size, data)


def _bytes(bare: Image, form: str) -> bytes:
    out = io.BytesIO()
    bare.save(out, form, quality=QUALITY, optimize=True)
    return out.getvalue()


def _black_and_white(data: bytes) -> PaperPicture:
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=FORMATS) as found:
        found.thumbnail((DOTS, DOTS))
        colours = found.convert("RGBA")
    page = Image.new("RGBA", colours.size, "white")
    page.alpha_composite(colours)
    grey = page.convert("L")
    hard = grey.point([255 if value > LIGHT else 0 for value in range(256)])
    black = hard.histogram()[0] / (grey.width * grey.height)
    dots = hard.convert("1", dither=Image.Dither.NONE) if PALEST < black < DARKEST else grey.convert("1")
    out = io.BytesIO()
    dots.save(out, "PNG")
    return PaperPicture(*dots.size, out.getvalue())
