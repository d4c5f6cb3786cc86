"""Each demo name on paper looks like Qt's picture of it in the same font file."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter

from groupwork import paths
from groupwork.domain.layout import POINT
from groupwork.domain.scripts import font_family
from groupwork.sheets import text
from groupwork.sheets.fonts import FILES, SCALE, weight_of
from groupwork.sheets.page import Paper
from tests.drawn_demo import description
from tests.sheets.facts import PEOPLE
from tests.sheets.pictures import render

SIZE = 28.0
DPI = 200
ALIKE = 0.90
"""Least correlation of the two pictures; measured 0.95 and more, and below 0.7 for a wrong shape."""
NAMES = sorted({form for person in PEOPLE for form in (person[1], person[3]) if form})
SHAPED = ("يوسف الخرّاط", "ريما حدّادين", "अंजलि देशवाल", "रोहित चतुर्वेदी")


def on_paper(name, weight):
    paper = Paper(200.0, 40.0, "Name", "en")
    paper.text(10.0, 25.0, name, SIZE, weight)
    paper.end_page()
    return cropped(render(paper.save(), dpi=DPI))


def on_screen(name, weight):
    face = font_family(name)
    file = paths.resources() / "fonts" / FILES[face][weight_of(face, weight)]
    family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))[0]
    font = QFont(family)
    font.setWeight(QFont.Weight(weight_of(face, weight)))
    font.setPixelSize(round(SIZE * SCALE.get(face, 1.0) * DPI / 72))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    image = QImage(1600, 320, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(QPointF(80, 200), name)
    painter.end()
    return cropped(np.frombuffer(image.constBits(), np.uint8).reshape(320, -1)[:, :1600])


def cropped(picture):
    ink = 255.0 - picture
    rows, columns = np.flatnonzero(ink.max(axis=1) > 60), np.flatnonzero(ink.max(axis=0) > 60)
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def likeness(one, other):
    """The best correlation of two inks over shifts of two pixels; 0 when their sizes differ by 3 %."""
    for length, wanted in zip(one.shape, other.shape, strict=True):
        if abs(length - wanted) > max(3, 0.03 * wanted):
            return 0.0
    high, wide = (max(pair) + 4 for pair in zip(one.shape, other.shape, strict=True))
    still = placed(one, high, wide, 2, 2)
    moves = (placed(other, high, wide, dy, dx) for dy in range(5) for dx in range(5))
    return max(np.corrcoef(still.ravel(), moved.ravel())[0, 1] for moved in moves)


def placed(ink, high, wide, dy, dx):
    canvas = np.zeros((high + 4, wide + 4))
    canvas[dy : dy + ink.shape[0], dx : dx + ink.shape[1]] = ink
    return canvas


@pytest.mark.parametrize("weight", [400, 700])
@pytest.mark.parametrize("name", NAMES)
def test_a_name_looks_as_qt_draws_it(qapp, name, weight):
    assert likeness(on_paper(name, weight), on_screen(name, weight)) > ALIKE


@pytest.mark.parametrize("name", SHAPED)
def test_unshaped_letters_do_not_pass(qapp, monkeypatch, name):
    def unshaped(face, weight, piece):
        from reportlab.pdfbase.pdfmetrics import stringWidth

        font = text.font(face, weight)
        return text.Glyphs(font, piece, stringWidth(piece, font, 1000) / 1000, 1.0)

    monkeypatch.setattr(text, "_shape", unshaped)
    text.glyphs.cache_clear()
    try:
        assert likeness(on_paper(name, 400), on_screen(name, 400)) < ALIKE
    finally:
        text.glyphs.cache_clear()


def test_words_in_the_wrong_order_do_not_pass(qapp):
    turned = " ".join(reversed(["يوسف", "الخرّاط"]))
    assert likeness(on_paper(turned, 400), on_screen("يوسف الخرّاط", 400)) < ALIKE


def test_a_lost_accent_does_not_pass(qapp):
    assert likeness(on_paper("Hassenpflug Lukasz", 400), on_screen("Hassenpflug Łukasz", 400)) < 0.999


def test_the_picture_is_as_large_as_it_should_be(qapp):
    high = on_paper("H", 400).shape[0] / DPI * 25.4
    assert high == pytest.approx(0.67 * SIZE * POINT, rel=0.05)


def test_every_person_of_the_demo_is_compared():
    told = {
        form
        for person in description()["people"]["people"]
        for form in (person["full"], person.get("native"))
    }
    assert {form for form in told if form} == set(NAMES)
    assert len({person[1] for person in PEOPLE}) == 24
