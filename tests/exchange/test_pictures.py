"""Pictures that come in: what is refused before it takes memory, and what is left of the rest."""

import io
import struct
import tracemalloc
import zlib

import pytest
from PIL import Image, ImageDraw

from groupwork.errors import Refused
from groupwork.exchange.pictures import for_paper, read_picture

RED, CLEAR = (200, 30, 30), (0, 0, 0, 0)
TURNED = 6
ORIENTATION = 0x0112


def saved(image, form="PNG", **how):
    out = io.BytesIO()
    image.save(out, form, **how)
    return out.getvalue()


def opened(found):
    return Image.open(io.BytesIO(found.data))


def header_only(width, height):
    """A PNG that says how large it is, and has no dots."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR" + head, b"IDAT" + zlib.compress(b""))
    parts = (struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_forty_megapixels_become_small(form):
    """A quarter of a gigabyte would be a copy too many: the dots alone are 120 MB."""
    data = saved(Image.new("RGB", (8000, 5000), RED), form)
    found = read_picture(data)
    assert (found.width, found.height) == (1600, 1000)
    assert found.kind == {"PNG": "image/png", "JPEG": "image/jpeg"}[form]
    assert len(found.data) < 100_000


@pytest.mark.parametrize("size", [(20_000, 10_000), (8000, 6251), (60_000, 60_000)])
def test_a_picture_of_too_many_dots_is_refused_by_its_header(size):
    tracemalloc.start()
    with pytest.raises(Refused, match="too large"):
        read_picture(header_only(*size))
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20_000_000


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no picture"),
        (b"Name;First name\nWalter;Moira\n" * 50, "no picture"),
        (b"%PDF-1.7 something", "no picture"),
        (b"GIF89a" + bytes(40), "no picture"),
        (header_only(40, 40), "damaged"),
        (saved(Image.effect_noise((300, 300), 60))[:4000], "damaged"),
        (saved(Image.effect_noise((300, 300), 60), "JPEG")[:4000], "damaged"),
        (saved(Image.effect_noise((300, 300), 60), "WEBP")[:4000], "damaged"),
        (saved(Image.new("RGB", (9, 9)), "BMP")[:60], "damaged"),
    ],
    ids=["empty", "text", "pdf", "gif", "header", "png cut", "jpeg cut", "webp cut", "bmp cut"],
)
def test_what_is_no_picture_is_refused_in_words(data, words):
    with pytest.raises(Refused, match=words):
        read_picture(data)


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_see_through_stays_so(form, mode):
    image = Image.new("RGBA", (40, 20), CLEAR)
    image.paste((*RED, 255), (0, 0, 20, 20))
    if mode == "P":
        image = image.quantize(8)
    found = opened(read_picture(saved(image.convert(mode) if mode == "LA" else image, form)))
    assert found.mode == "RGBA"
    assert found.getpixel((30, 10))[3] == 0
    assert found.getpixel((5, 10))[3] == 255


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "CMYK", "YCbCr"])
def test_every_kind_of_dots_is_read(mode):
    form = "JPEG" if mode in ("CMYK", "YCbCr") else "PNG"
    found = read_picture(saved(Image.new(mode, (2400, 30)), form))
    assert (found.width, found.height) == (1600, 20)
    assert opened(found).mode == "RGB"


def test_a_camera_s_picture_is_turned_and_tells_nothing_more():
    exif = Image.Exif()
    exif[ORIENTATION], exif[0x010F], exif[0x9003] = TURNED, "Camera of somebody", "2026:10:12 09:45:00"
    found = read_picture(saved(Image.new("RGB", (60, 20), RED), "JPEG", exif=exif, comment=b"secret"))
    assert (found.width, found.height) == (20, 60)
    assert not opened(found).getexif()
    assert b"somebody" not in found.data
    assert b"secret" not in found.data


def test_a_thin_line_keeps_a_dot():
    found = read_picture(saved(Image.new("RGB", (9000, 2), RED)))
    assert (found.width, found.height) == (1600, 1)


def test_a_heavy_opaque_picture_is_kept_as_a_jpeg():
    noise = Image.merge("RGB", [Image.effect_noise((1200, 1200), 90) for _ in "rgb"])
    found = read_picture(saved(noise))
    assert found.kind == "image/jpeg"


@pytest.mark.parametrize("colour", [(18, 99, 111), (250, 225, 77), (20, 20, 20)])
def test_on_paper_there_is_no_grey_and_the_drawing_stays(colour):
    image = Image.new("RGBA", (900, 300), CLEAR)
    ImageDraw.Draw(image).ellipse((100, 20, 360, 280), fill=(*colour, 255))
    found = for_paper(saved(image))
    drawn = opened(found)
    assert (drawn.mode, found.width, found.height) == ("1", 600, 200)
    black = drawn.histogram()[0] / (600 * 200)
    assert 0.005 < black < 0.5
    with pytest.raises(Refused):
        for_paper(b"damaged")
