"""The centre's logo: kept, undone, printed; nothing about it stops a print."""

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw

from groupwork.errors import Missing, NotAllowed, UserError
from groupwork.operations import history, logo, sheets
from groupwork.store.tables import Picture
from tests.builders import MONDAY, a_group, a_session, put


def drawn(form="PNG", size=(400, 200)):
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).ellipse((20, 20, size[0] - 20, size[1] - 20), fill=(18, 99, 111))
    out = io.BytesIO()
    image.save(out, form)
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(drawn())
    return path


def test_a_logo_is_set_replaced_removed_and_undone(desk, file, tmp_path):
    done = logo.set_logo(desk, logo.read_logo(desk, file))
    found = logo.logo(desk)
    assert (found.width, found.height) == (400, 200)
    assert history.sentence(desk, done) == "Logo changed"
    other = tmp_path / "other.jpg"
    other.write_bytes(drawn("JPEG", (5000, 2500)))
    logo.set_logo(desk, logo.read_logo(desk, other))
    assert logo.logo(desk).width == 1600
    assert Picture.select().count() == 1
    logo.remove_logo(desk)
    assert logo.logo(desk) is None
    history.undo(desk)
    assert logo.logo(desk).width == 1600
    history.undo(desk)
    assert logo.logo(desk) == found
    with pytest.raises(UserError, match="no logo"):
        logo.remove_logo(desk)
        logo.remove_logo(desk)


def test_a_file_that_is_none_or_gone_is_refused_and_the_logo_stays(desk, file, tmp_path):
    logo.set_logo(desk, logo.read_logo(desk, file))
    text = tmp_path / "really text.png"
    text.write_text("Name;First name")
    with pytest.raises(UserError, match="no picture"):
        logo.read_logo(desk, text)
    for gone in (tmp_path / "gone.png", tmp_path):
        with pytest.raises(Missing):
            logo.read_logo(desk, gone)
    assert logo.logo(desk).width == 400


def test_a_file_of_gigabytes_is_not_even_read(desk, tmp_path):
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    with pytest.raises(UserError, match="3000 MB"):
        logo.read_logo(desk, path)


def images(data):
    return data.count(b"/Subtype /Image")


def test_the_day_pack_carries_it_and_the_session_sheet_does_not(desk, file):
    session = a_session(desk, a_group(desk))
    without = sheets.day_pack(desk, MONDAY, preview=True)
    logo.set_logo(desk, logo.read_logo(desk, file))
    assert images(without.data) == 0
    pack = sheets.day_pack(desk, MONDAY, preview=True)
    assert images(pack.data) == 1
    assert pack.text == without.text
    assert images(sheets.session_sheet(desk, session, preview=True).data) == 0


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\nnothing more", drawn()[:300]])
def test_a_logo_damaged_in_the_file_never_stops_a_print(desk, data):
    a_session(desk, a_group(desk))
    put(desk, Picture(key="logo", kind="image/png", width=400, height=200, data=data))
    pack = sheets.day_pack(desk, MONDAY)
    assert pack.pages >= 2
    assert images(pack.data) == 0


def test_a_volunteer_sees_it_and_cannot_change_it(desk, file):
    found = logo.read_logo(desk, file)
    other = replace(desk, role="volunteer")
    assert logo.logo(other) is None
    for work in (lambda: logo.read_logo(other, file), lambda: logo.set_logo(other, found)):
        with pytest.raises(NotAllowed):
            work()
