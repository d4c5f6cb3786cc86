"""Lists of people as other centres keep them, written with XlsxWriter: nothing in them is ours."""

from datetime import date
from io import BytesIO
from pathlib import Path

import xlsxwriter

PEOPLE = (
    ("Hansen-Weißgerber", "Jörg", date(1961, 3, 12), "deutsch"),
    ("Łozowski", "Zdzisław", "31.12.1973", "polnisch"),
    ("Thielsen", "Bjarne", date(1988, 7, 1), "deutsch"),
    ("Tannahill", "Mairead", "4/4/1965", "englisch"),
    ("Lin", "Meihua", "1977-02-03", "chinesisch"),
    ("الخرّاط", "يوسف", date(1990, 11, 23), "arabisch"),
    ("Kümmel", "Waltraud", date(1955, 2, 1), "deutsch"),
    ("Wójcik", "Grażyna", "14.10.1969", "polnisch"),
    ("Özdemir", "Ayşe", date(1982, 5, 30), "türkisch"),
    ("Nguyễn", "Thị Bích Lụa", date(1994, 1, 9), "vietnamesisch"),
    ("Vasconcelos", "Joana", date(1979, 6, 17), "portugiesisch"),
    ("Szczepański", "Łukasz", date(1991, 4, 28), "polnisch"),
    ("Böttcher", "Sören", date(1966, 9, 5), "deutsch"),
    ("Schlüter", "Änne", date(1949, 12, 24), "deutsch"),
    ("Kowalczyk", "Małgorzata", date(1985, 8, 8), "polnisch"),
    ("Großkopf", "Gisela", date(1958, 1, 31), "deutsch"),
    ("Haddad", "Rania", date(1996, 2, 29), "arabisch"),
    ("O'Farrelly", "Declan", date(1972, 10, 2), "englisch"),
    ("Petrov", "Dimitar", date(1980, 3, 3), "bulgarisch"),
    ("von der Heide", "Hans", date(1963, 11, 11), "deutsch"),
    ("Yıldız", "Emre", date(1998, 6, 6), "türkisch"),
    ("Kovaļeva", "Ieva", date(1975, 5, 5), "lettisch"),
    ("Maier", "Ute", date(1970, 7, 7), "deutsch"),
    ("Maier", "Uwe", date(1970, 7, 7), "deutsch"),
)
GROUPS = ("Holz Mo", "Keramik", "", "Gesprächsgruppe", "")
DAYS = ("x", "", "x", "X", "")


def foreign(path: Path, people=PEOPLE, *, extra=()) -> Path:
    """24 people under a title, a group row of merged cells and German headers, dates in four styles."""
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Deckblatt").write(0, 0, "Tagesstätte Lindenhof")
    sheet = book.add_worksheet("Besucher 2026")
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.merge_range("A1:N1", "Teilnehmerliste der Tagesstätte Lindenhof (Stand: 1.10.2026)", bold)
    sheet.merge_range("B3:E3", "Person", bold)
    sheet.merge_range("F3:H3", "Anschrift", bold)
    sheet.merge_range("I3:J3", "Notfallkontakt", bold)
    sheet.merge_range("K3:M3", "Tage", bold)
    header = ("Lfd.", "Name", "Vorname", "geb. am", "Sprache", "Straße", "PLZ", "Ort", "Name", "Telefon")
    sheet.write_row("A4", (*header, "Mo", "Mi", "Fr", "Angebot", "Aufnahme", "Krankenkasse"), bold)
    for n, (family, given, born, language) in enumerate((*people, *extra)):
        row = 4 + n
        sheet.write_row(row, 0, (n + 1, family, given))
        write_date(sheet, row, 3, born, day)
        sheet.write_row(row, 4, (language, f"Lindenstr. {n + 1}", 24103, "Kiel"))
        sheet.write_row(row, 8, (f"Erika {family}", f"0431 55{n:03d}"))
        sheet.write_row(row, 10, (*(DAYS[(n + k) % 5] for k in range(3)), GROUPS[n % 5]))
        write_date(sheet, row, 14, date(2025, 1 + n % 12, 1), day)
        sheet.write(row, 15, "AOK")
    book.close()
    return path


def write_date(sheet, row, column, value, day) -> None:
    """A real date of the workbook, or the words somebody typed."""
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, day)
    else:
        sheet.write(row, column, value)


def workbook(*sheets, options=None) -> bytes:
    """A workbook of (name, rows): plain cells, sheets in this order."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, **(options or {})})
    for name, rows in sheets:
        sheet = book.add_worksheet(name)
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
    book.close()
    return file.getvalue()
