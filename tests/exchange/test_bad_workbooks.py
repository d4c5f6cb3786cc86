"""Files that are no workbook, or one that should not be opened: each a sentence, quickly, never a crash."""

import random
import struct
import zipfile
import zlib
from contextlib import suppress
from io import BytesIO

import pytest

from groupwork.domain.import_judge import judge
from groupwork.errors import Cancelled, UserError
from groupwork.exchange import package
from groupwork.exchange.people_file import read_table
from groupwork.exchange.people_xlsx import parse
from tests.exchange.old_excel import old_workbook
from tests.foreign_lists import foreign, workbook

LIST = [["Name", "geb."], ["Ola", "1.2.1980"], ["Ivo", "3.4.1990"]]
SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def repacked(data, **changed):
    """The workbook with other contents of parts; None takes one out."""
    old, new = zipfile.ZipFile(BytesIO(data)), BytesIO()
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in old.namelist():
            if changed.get(name, b"") is not None:
                packed.writestr(name, changed.get(name) or old.read(name))
        for name in changed.keys() - set(old.namelist()):
            packed.writestr(name, changed[name])
    return new.getvalue()


def part(data, name=SHEET):
    return zipfile.ZipFile(BytesIO(data)).read(name)


def refused(data, words):
    with pytest.raises(UserError, match=words):
        parse(data)


def bomb(size):
    """A workbook whose sheet unpacks to so many bytes, and is a few thousandths of that itself."""
    data = workbook(("Liste", LIST))
    sheet = part(data)
    return repacked(data, **{SHEET: sheet.replace(b"<sheetData>", b"<sheetData>" + b" " * size)})


def lie(data, name, size):
    """The same file whose directory and local header give another size for one part."""
    changed, at = bytearray(data), -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        long = struct.unpack_from("<H", data, at + 28)[0]
        if data[at + 46 : at + 46 + long] == name.encode():
            struct.pack_into("<L", changed, at + 24, size)
            (local,) = struct.unpack_from("<L", data, at + 42)
            struct.pack_into("<L", changed, local + 22, size)
    return bytes(changed)


def test_a_zip_bomb_is_refused_by_what_it_says():
    data = bomb(200 * 1024 * 1024)
    assert len(data) < 2 * 1024 * 1024
    refused(data, "more than 64 MB")


def test_a_zip_bomb_whose_directory_lies_is_stopped_while_it_unpacks(monkeypatch):
    data = lie(bomb(200 * 1024 * 1024), SHEET, 5000)
    unpacked = []
    real = package._deflated
    monkeypatch.setattr(
        package, "_deflated", lambda packed: (unpacked.append(len(p)) or p for p in real(packed))
    )
    refused(data, "wrong sizes")
    assert sum(unpacked) < 1024 * 1024


def test_a_directory_that_promises_more_than_there_is_is_refused():
    refused(lie(workbook(("Liste", LIST)), SHEET, 60_000), "wrong sizes")


def test_a_bomb_below_the_limit_is_known_by_how_tightly_it_is_packed():
    refused(bomb(30 * 1024 * 1024), "more than 64 MB")


def test_many_parts_and_a_huge_directory_are_refused():
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for number in range(1200):
            packed.writestr(f"xl/part{number}.xml", "<a/>")
    refused(data.getvalue(), "more parts")
    end = data.getvalue().rfind(b"PK\x05\x06")
    changed = bytearray(data.getvalue())
    struct.pack_into("<L", changed, end + 12, 0xFFFFFFFF)
    refused(bytes(changed), "more parts")


@pytest.mark.parametrize(
    "kind", ["encrypted xlsx", "xls with password", "zip with password", "ods with password"]
)
def test_a_workbook_with_a_password_says_how_to_take_it_off(kind):
    data = workbook(("Liste", LIST))
    if kind == "encrypted xlsx":
        data = OLE + b"\x00" * 1016 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 2000
    elif kind == "xls with password":
        data = old_workbook(LIST, password=True)
    elif kind == "zip with password":
        changed = bytearray(data)
        struct.pack_into("<H", changed, data.find(b"PK\x01\x02") + 8, 1)
        data = bytes(changed)
    else:
        manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
        data = repacked(data, **{"content.xml": b"xx", "META-INF/manifest.xml": manifest})
    refused(data, "protected by a password.*take the password off")


@pytest.mark.parametrize("cut", [200, 1000, -40, -1])
def test_a_damaged_zip_is_refused(cut):
    refused(workbook(("Liste", LIST))[:cut], "damaged")


def test_a_flipped_bit_anywhere_is_refused_or_does_not_matter():
    data = workbook(("Liste", LIST))
    chance = random.Random(7)
    for _round in range(300):
        changed = bytearray(data)
        changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        with suppress(UserError):
            assert [row[0] for _number, row in parse(bytes(changed)).rows] == ["Ola", "Ivo"]


@pytest.mark.parametrize("seed", range(40))
def test_a_broken_sheet_in_a_sound_zip_is_refused_or_read(seed):
    data, chance = workbook(("Liste", LIST)), random.Random(seed)
    for name in (SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"):
        content = bytearray(part(data, name))
        for _round in range(3):
            at = chance.randrange(len(content))
            content[at : at + chance.randrange(4)] = bytes(chance.randrange(256) for _i in range(3))
        with suppress(UserError):
            judge(parse(repacked(data, **{name: bytes(content)})))


@pytest.mark.parametrize(
    "cell",
    [
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b"<x-y:row r = '1048576'><x-y:c r = 'XFD1048576'><x-y:v>1</x-y:v></x-y:c></x-y:row>",
        b'<row r="3"><c r="AAAAA3"><v>1</v></c></row>',
        b'<row r="9999999999999"><c><v>1</v></c><c><v>1</v></c></row>',
    ],
)
def test_one_cell_far_away_does_not_fill_the_memory(cell):
    sheet = part(workbook(("Liste", LIST))).replace(b"</sheetData>", cell + b"</sheetData>")
    refused(repacked(workbook(("Liste", LIST)), **{SHEET: sheet}), "something stands far away")


def test_one_long_text_used_everywhere_does_not_fill_the_memory():
    cells = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(1, 4000))
    sheet = part(workbook(("Liste", LIST)))
    before, _rest = sheet.split(b"<sheetData>")
    sheet = before + b"<sheetData>" + cells + b"</sheetData></worksheet>"
    strings = b"<sst><si><t>" + b"x" * 30_000 + b"</t></si></sst>"
    refused(
        repacked(workbook(("Liste", LIST)), **{SHEET: sheet, "xl/sharedStrings.xml": strings}),
        "far more text",
    )


@pytest.mark.parametrize("tag", [b"<si>", b"<v", b"<c r=", b"<row", b"<"])
def test_tags_that_never_end_are_looked_through_in_one_pass(tag):
    noise = tag * (2_000_000 // len(tag))
    data = workbook(("Liste", LIST))
    sheet = part(data).replace(b"<sheetData>", b"<sheetData>" + noise)
    with pytest.raises(UserError):
        parse(repacked(data, **{SHEET: sheet, "xl/sharedStrings.xml": b"<sst>" + noise}))


def test_a_cell_of_ten_megabytes_is_refused_by_its_name():
    data = workbook(("Liste", LIST))
    noise = random.Random(1).randbytes(5_000_000).hex().encode()
    strings = part(data, "xl/sharedStrings.xml").replace(b"<t>Ola</t>", b"<t>" + noise + b"</t>")
    refused(repacked(data, **{"xl/sharedStrings.xml": strings}), "cell A2: the cell is longer than 32767")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html><table><tr><td>Name</td></tr></table></html>", "web page or XML"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "web page or XML"),
        ("<html>".encode("utf-16"), "web page or XML"),
        (OLE + b"\x00" * 5000, "damaged"),
        (b"PK\x03\x04" + b"\x00" * 500, "damaged"),
        (b"\x89PNG\r\n" + b"\x00" * 500, "not a text file"),
        (b"", "empty"),
    ],
    ids=["html", "xml", "html in utf-16", "ole", "zip", "picture", "empty"],
)
def test_what_is_only_called_a_workbook_is_told_apart(tmp_path, data, words):
    path = tmp_path / "liste.xls"
    path.write_bytes(data)
    with pytest.raises(UserError, match=words):
        read_table(path)


def test_a_csv_called_xlsx_is_read_and_other_zips_are_refused(tmp_path):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(b"Nachname;Vorname\nMaier;Ute\n")
    assert read_table(path).rows == ((2, ("Maier", "Ute")),)
    refused(repacked(workbook(("L", LIST)), **{"xl/workbook.xml": None}), "holds no workbook")
    refused(repacked(workbook(("L", LIST)), **{"xl/workbook.bin": b"x"}), "xlsb")


def test_reading_can_be_stopped(tmp_path):
    path = foreign(tmp_path / "liste.xlsx")
    told = []
    with pytest.raises(Cancelled):
        read_table(path, progress=lambda done, of: told.append((done, of)), cancelled=lambda: len(told) > 2)
    assert 0 < len(told) < 5
    assert zlib.crc32(path.read_bytes())  # the file is left as it is
