"""Headers of two rows: the group above a column decides whose name, telephone and last day it is."""

import pytest

from groupwork.domain.import_columns import Column, recognise
from groupwork.domain.import_judge import judge
from groupwork.domain.imports import Choices, Table


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Name › Nachname|Name › Vorname|geb. › am", "family given birth"),
        (
            "Nachname|Vorname|Angehörige › Name|Angehörige › Telefon",
            "family given contact_name contact_phone",
        ),
        ("Name|Tel.|Kontakt › Name|Kontakt › Handy", "whole phone contact_name contact_phone"),
        ("Name|Relative › Name|Relative › Phone", "whole contact_name contact_phone"),
        ("Person › Name|Contact › Phone|Contact › E-mail", "whole phone email"),
        ("Name|Kostenzusage › bis|Funding › until", "whole - -"),
        ("Name|Aufenthalt › seit|Aufenthalt › bis", "whole start end"),
        ("Name|seit › in der TS|Tel. › privat", "whole start phone"),
        ("Name|Telefon|Bezugsbetreuer › Name|Bezugsbetreuer › Telefon", "whole phone key_worker -"),
        ("Name|Hausarzt › Name|Hausarzt › Telefon", "whole - -"),
        ("Name|Vorname|Angehörige › Name|Angehörige › E-Mail", "family given contact_name -"),
        ("Nachname|Vorname|Name", "family given -"),
        ("Name, Vorname|Vorname", "family given"),
    ],
)
def test_a_column_below_a_group(header, expected):
    assert [str(column or "-") for column in recognise(header.split("|"))] == expected.split()


@pytest.mark.parametrize("whole", [Column.WHOLE, Column.FAMILY_GIVEN, Column.FAMILY])
def test_people_get_their_first_names_whatever_the_column_beside_them_is_called(whole):
    rows = ((2, ("Maier", "Ute")), (3, ("von der Heide", "Hans Peter")), (4, ("Ola Kłos", "Ola")))
    table = Table(("Name", "Vorname"), rows, "UTF-8", ";")
    found = judge(table, Choices(columns=(whole, Column.GIVEN))).rows
    assert [(row.given, row.family) for row in found[:2]] == [
        ("Ute", "Maier"),
        ("Hans Peter", "von der Heide"),
    ]
    if whole is Column.WHOLE:
        assert (found[2].given, found[2].family) == ("Ola", "Kłos")
