"""What a column's header means: German and English as centres write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from groupwork.domain.search import folded_words


class Column(StrEnum):
    """What a column of an imported table holds."""

    FAMILY = "family"
    GIVEN = "given"
    WHOLE = "whole"
    FAMILY_GIVEN = "family_given"
    """Both in one cell, family name first: "Maier, Jürgen"."""
    CALLED = "called"
    NATIVE = "native"
    BIRTH = "birth"
    LANGUAGE = "language"
    INTERPRETER = "interpreter"
    CODE = "code"
    START = "start"
    END = "end"


NAMES = frozenset({Column.FAMILY, Column.GIVEN, Column.WHOLE, Column.FAMILY_GIVEN, Column.CALLED})
"""Columns that are enough to name somebody."""

# Folded, without blanks and signs. "name" is decided by what stands beside it.
_HEADERS: dict[Column, str] = {
    Column.FAMILY: """nachname familienname zuname surname lastname familyname secondname
        teilnehmernachname name2 nname fname""",
    Column.GIVEN: """vorname vornamen firstname forename forenames givenname givennames christianname
        teilnehmervorname vname name1 first""",
    Column.WHOLE: """name namen fullname participant participantname client clientname person teilnehmer
        teilnehmerin teilnehmerinnen teilnehmende teilnehmername teilnehmendername besucher besucherin
        besucherinnen klient klientin vornamenachname vornamename vornameundname vornameundnachname
        vorundnachname vorundzuname vollername vollstandigername namederteilnehmenden
        firstnamelastname firstnamesurname firstandlastname nameofparticipant displayname""",
    Column.FAMILY_GIVEN: """nachnamevorname namevorname familiennamevorname nachnameundvorname nameundvorname
        nachundvorname zunamevorname surnamefirstname surnameforename lastnamefirstname
        surnamegivenname familynamegivenname""",
    Column.CALLED: """rufname spitzname calledname nickname preferredname knownas preferred called
        genannt wirdgenannt callname""",
    Column.NATIVE: """originalname originalschrift nameoriginal nameinoriginalschrift nativename nativescript
        namenative eigeneschrift""",
    Column.BIRTH: """geburtsdatum gebdatum gebdat geb geburtstag geboren geborenam gebam gebtag dob
        dateofbirth birthdate birthday born birth datumgeburt""",
    Column.LANGUAGE: """sprache sprachen muttersprache erstsprache language languages firstlanguage
        mothertongue preferredlanguage nativelanguage spricht lang""",
    Column.INTERPRETER: """dolmetscher dolmetscherin dolmetschernotig dolmetscherbenotigt dolmetschen
        dolmetschung sprachmittler sprachmittlung interpreter interpreterneeded needsinterpreter
        interpreterrequired""",
    Column.CODE: """kurzel kuerzel code nr nummer id tnnr teilnehmernr teilnehmernummer personcode
        participantcode participantid klientennr klientennummer clientid initials number no ref
        reference kennung personalnr pnr kurzzeichen""",
    Column.START: """aufnahme aufnahmedatum aufnahmeam aufgenommen aufgenommenam eintritt eintrittsdatum
        beginn start startdatum startdate startedon started admission admissiondate joined
        dateofadmission datejoined seit teilnahmeseit dabeiseit since from von anfang""",
    Column.END: """austritt austrittsdatum ende enddatum entlassung entlassungsdatum entlassen enddate end
        left leftdate leavingdate dateleft discharge dischargedate until bis ausgeschieden""",
}
_MEANING = {word: column for column, words in _HEADERS.items() for word in words.split()}
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|<[^>]*>")
_GENDERED = re.compile(r"([a-zäöü]+)[:*_/|]-?(?:innen|in|r|n)\b", re.IGNORECASE)
_LONGEST = 80


def recognise(header: Sequence[str]) -> tuple[Column | None, ...]:
    """What each column means; None for one we do not take, and for the second of a kind."""
    found = [_meaning(cell) for cell in header]
    parts = {Column.GIVEN, Column.CALLED} & set(found)
    if parts and Column.FAMILY not in found:  # "Name; Vorname": the name beside a first name is the family's
        found = [Column.FAMILY if column is Column.WHOLE else column for column in found]
    taken: set[Column] = set()
    result: list[Column | None] = []
    for column in found:
        result.append(None if column in taken else column)
        if column is not None:
            taken.add(column)
    return tuple(result)


def has_names(columns: Sequence[Column | None]) -> bool:
    """True when people can be told from these columns."""
    return bool(NAMES & set(columns))


def _meaning(cell: str) -> Column | None:
    if len(cell) > _LONGEST:
        return None
    text = _GENDERED.sub(r"\1", _ASIDE.sub(" ", cell))
    plain = "".join(folded_words(text))
    spelled = "".join(folded_words(text.casefold().translate(_UMLAUTS)))
    return _MEANING.get(plain) or _MEANING.get(spelled)
