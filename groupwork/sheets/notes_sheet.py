"""Notes on paper: a person's or a session's, with signatures, amendments and, when asked for, versions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from groupwork.domain.layout_sizes import PAPERS
from groupwork.domain.note_sheet import NoteEntry, NotesFacts
from groupwork.domain.notes import PART_LABELS, TEMPLATE_LABELS, Amendment, NoteInfo, Template, Version
from groupwork.domain.sheet_facts import Look
from groupwork.i18n import N_, Words, words
from groupwork.sheets import blocks
from groupwork.sheets.block_page import LEFT, Frame, day_words, draw, placing
from groupwork.sheets.blocks import Block
from groupwork.sheets.drawn import Drawn
from groupwork.sheets.page import Paper

KIND = N_("Notes")
FOOT = N_("Notes, printed {day} {time}")
HEAD, BODY, SMALL = 12.0, 10.5, 9.0
LINE = 4.7
INDENT = 4.0
CHUNK = 4_000
"""Letters of a paragraph that are broken into lines at once."""


def notes_sheet(facts: NotesFacts, look: Look) -> Drawn:
    """The notes as a PDF; head with name or code on every page."""
    return _Sheet(facts, look).drawn()


class _Sheet:
    """One sheet being laid out: facts, language, width and scale in one place."""

    def __init__(self, facts: NotesFacts, look: Look) -> None:
        self.facts, self.look = facts, look
        self.language: Words = words(look.language)
        self.width = PAPERS[look.paper][0] - 2 * LEFT
        self.scale = 1.22 if look.large else 1.0

    def drawn(self) -> Drawn:
        """Every note, the oldest first."""
        placed = placing(self.look)
        for entry in self.facts.entries:
            placed.add(LEFT, list(self._entry(entry)))
        return draw(self._frame(), placed, self.look)

    def _text(self, source: str, **values: object) -> str:
        return self.language.text(source).format(**values)

    def _frame(self) -> Frame:
        facts = self.facts
        born = ""
        if facts.birth_date is not None:
            born = self._text(N_("born {day}"), day=self.language.short_day(facts.birth_date))
        return Frame(
            kind=self._text(KIND),
            title=facts.name or facts.code or self._text(N_("Group note")),
            when=born,
            sub=self._sub(),
            centre=facts.centre,
            foot=FOOT,
            printed=facts.printed,
            logo=facts.logo,
            preview=facts.preview,
        )

    def _sub(self) -> str:
        facts = self.facts
        if not facts.code:
            return facts.entries[0].title if facts.entries else ""
        days = [entry.note.contact for entry in facts.entries]
        span = self._day(days[0]) if days else ""
        if days and days[-1] != days[0]:
            span = self._text(N_("{first} to {last}"), first=span, last=self._day(days[-1]))
        said = (facts.native, facts.code if facts.name else "", self._text(KIND), span)
        return " · ".join(part for part in said if part)

    def _day(self, day: date) -> str:
        return day_words(day, self.language)

    def _moment(self, at: datetime) -> str:
        return f"{self._day(at.date())}, {at:%H:%M}"

    def _words(self, text: str, size: float = BODY, weight: int = 400, *, opens: bool = False) -> Block:
        size, leading = size * self.scale, LINE * self.scale * max(0.86, size / BODY)
        return blocks.words(text, self.width, size, weight, leading=leading, opens=opens)

    def _entry(self, entry: NoteEntry) -> Iterator[Block]:
        note = entry.note
        when = f"{self._day(note.contact)}{f', {entry.start:%H:%M}' if entry.start else ''}"
        title = entry.title or self._text(N_("Without a session"))
        yield self._words(f"{when} · {title}", HEAD, 700, opens=True)
        yield self._words(self._template(note.template), SMALL, opens=True)
        if note.signed_at is None:
            yield self._unsigned()
        if note.amendments:
            yield self._words(self._amended(len(note.amendments)), SMALL + 0.5, 700, opens=True)
        if note.late:
            yield self._words(self._late(note), BODY, 500, opens=True)
        yield from self._parts(note.parts)
        yield blocks.space(1.5)
        for line in self._signatures(note):
            yield self._words(line, SMALL + 0.5, 500)
        if note.signed_at is None:
            yield self._line()
        for added in note.amendments:
            yield from self._amendment(added)
        if entry.versions:
            yield from self._versions(note, entry.versions)
        yield self._end()

    def _template(self, template: Template) -> str:
        return self._text(TEMPLATE_LABELS[template])

    def _unsigned(self) -> Block:
        """In a frame before the words: what follows nobody has put a name to."""
        said, size = self._text(N_("Not signed – may still change")), SMALL * self.scale
        high = 5.6 * self.scale

        def drawn(paper: Paper, x: float, y: float) -> None:
            wide = paper.text(x + 2.0, y + 0.8 + high * 0.68, said, size, 700)
            paper.rounded(x, y + 0.8, wide + 4.0, high, 1.2, 0.5)

        return Block(high + 2.2, drawn, said, opens=True)

    def _amended(self, count: int) -> str:
        text = self.language.plural("With {n} amendment, see below", "With {n} amendments, see below", count)
        return text.format(n=count)

    def _late(self, note: NoteInfo) -> str:
        said = self._text(
            N_("Late entry: about {day}, written {when}."),
            day=self._day(note.contact),
            when=self._moment(note.written_at),
        )
        reason = self._text(N_("Reason: {reason}"), reason=note.late_reason) if note.late_reason else ""
        return f"{said} {reason}".strip()

    def _parts(self, parts: tuple[tuple[str, str], ...]) -> Iterator[Block]:
        for code, text in parts:
            yield blocks.space(1.2)
            yield self._words(self._text(PART_LABELS[code]), SMALL, 700, opens=True)
            for chunk in _chunks(text):
                size, leading = BODY * self.scale, LINE * self.scale
                yield from blocks.broken(chunk, self.width, size, leading=leading)

    def _signatures(self, note: NoteInfo) -> Iterator[str]:
        written = self._moment(note.written_at)
        yield self._text(N_("Written by {name}, {when}"), name=note.author or "–", when=written)
        if note.signed_at is not None:
            when = self._moment(note.signed_at)
            yield self._text(N_("Signed by {name}, {when}"), name=note.signed_by, when=when)
        if note.cosigned_at is not None:
            when = self._moment(note.cosigned_at)
            yield self._text(N_("Co-signed by {name}, {when}"), name=note.cosigned_by, when=when)

    def _line(self) -> Block:
        """Not signed on the computer: a line for the pen."""
        said = self._text(N_("Not signed yet. Date, signature:"))

        def drawn(paper: Paper, x: float, y: float) -> None:
            wide = paper.text(x, y + 7.0, said, SMALL * self.scale, 500)
            paper.rule(x + wide + 2.0, y + 7.6, x + self.width, y + 7.6, 0.2)

        return Block(10.0, drawn, said)

    def _amendment(self, added: Amendment) -> Iterator[Block]:
        yield blocks.space(1.5)
        head = self._text(N_("Amended by {name}, {when}"), name=added.by, when=self._moment(added.at))
        yield self._words(head, SMALL + 0.5, 700, opens=True)
        for chunk in _chunks(added.words):
            yield from blocks.broken(chunk, self.width, BODY * self.scale, leading=LINE * self.scale)
        yield self._words(self._text(N_("Reason: {reason}"), reason=added.reason), SMALL + 0.5)

    def _versions(self, note: NoteInfo, versions: tuple[Version, ...]) -> Iterator[Block]:
        yield blocks.space(2.0)
        yield self._words(self._text(N_("Versions of this note")), BODY, 700, opens=True)
        if len(versions) == 1 and versions[0].parts == note.parts:
            yield self._words(self._text(N_("There is one version, the one above.")), SMALL + 0.5)
            return
        for number, version in enumerate(versions, start=1):
            said = self._text(N_("Version {n} · {kind}"), n=number, kind=self._template(version.template))
            by = " · ".join(part for part in (version.by, self._moment(version.at)) if part)
            last = number == len(versions) and version.parts == note.parts
            yield self._words(f"{said} · {by}", SMALL, 700, opens=not last)
            if last:
                yield self._words(self._text(N_("As above.")), SMALL + 0.5)
            else:
                yield from self._parts(version.parts)

    def _end(self) -> Block:
        def drawn(paper: Paper, x: float, y: float) -> None:
            paper.rule(x, y + 2.5, x + self.width, y + 2.5, 0.18)

        return Block(7.0, drawn, closes=True)


def _chunks(text: str) -> Iterator[str]:
    """The text's own lines, very long ones in pieces that end at a blank."""
    for line in text.split("\n"):
        rest = line
        while len(rest) > CHUNK:
            at = rest.rfind(" ", 0, CHUNK)
            at = at if at > 0 else CHUNK
            yield rest[:at]
            rest = rest[at:].lstrip()
        yield rest
