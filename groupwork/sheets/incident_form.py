"""The incident form: what is written, or lines for the pen; signatures at the end."""

from __future__ import annotations

from collections.abc import Sequence

from groupwork.domain.incident_sheet import IncidentFacts
from groupwork.domain.incidents import (
    KIND_LABELS,
    PART_LABELS,
    IncidentKind,
    IncidentPerson,
    IncidentText,
    PersonPart,
)
from groupwork.domain.layout_sizes import PAPERS
from groupwork.domain.sheet_facts import Look
from groupwork.i18n import N_, Words, words
from groupwork.sheets import blocks, signs
from groupwork.sheets.block_page import LEFT, Frame, day_words, draw, placing
from groupwork.sheets.blocks import Block, Placing
from groupwork.sheets.drawn import Drawn
from groupwork.sheets.incident_changes import changed
from groupwork.sheets.page import Paper
from groupwork.sheets.text import width

TITLE = N_("Incident form")
FOOT = N_("Incident form, printed {day} {time}")
HEAD, BODY, SMALL = 10.0, 10.5, 8.5
LINE, PITCH = 4.8, 8.5
BOX = 1.8
BLANK_PEOPLE = 3
SIGNATURES = (N_("Written down by"), N_("Seen by the lead"))
SOURCES = {
    "what": N_("What happened, in the order it happened"),
    "people": N_("Who it is about"),
    "done": N_("What was done at once"),
    "first_aid": N_("First aid"),
    "told": N_("Who was told, and when"),
    "to_do": N_("Still to be done"),
}
LINES = {"what": 5, "done": 2, "first_aid": 2, "told": 2, "to_do": 2}
"""Lines for the pen on a blank form."""
SHORTER = 2
"""So many lines less on Letter, which is 17.6 mm shorter: the blank form stays one page."""


class FormSheet:
    """One form being laid out."""

    def __init__(self, facts: IncidentFacts, look: Look) -> None:
        self.facts, self.look = facts, look
        self.language: Words = words(look.language)
        self.width = PAPERS[look.paper][0] - 2 * LEFT
        self.scale = 1.22 if look.large else 1.0
        self.text: IncidentText | None = facts.incident.text if facts.incident is not None else None

    def say(self, source: str, **values: object) -> str:
        """A source text in the sheet's language."""
        return self.language.text(source).format(**values)

    def placed(self) -> Placing:
        """Everything on its pages."""
        found = placing(self.look)
        found.add(LEFT, [self._kinds(), blocks.space(2.0), self._facts_line(), blocks.space(1.5)])
        found.add(LEFT, self._part("what"))
        found.add(LEFT, self._people())
        for name in ("done", "first_aid", "told", "to_do"):
            found.add(LEFT, self._part(name))
        found.add(LEFT, [self._signatures()])
        found.add(LEFT, changed(self.facts.changes, self.language, self.width, self.scale))
        return found

    def _head(self, source: str) -> Block:
        leading = LINE * self.scale
        size = HEAD * self.scale
        return blocks.words(self.say(source), self.width, size, 700, leading=leading, after=0.8, opens=True)

    def _kinds(self) -> Block:
        """A box for each kind; the one that it was is crossed."""
        chosen = self.text.kind if self.text is not None else None
        size, row = BODY * self.scale, 6.6 * self.scale
        places: list[tuple[float, float, str, bool]] = []
        x = y = 0.0
        for kind in IncidentKind:
            label = self.say(KIND_LABELS[kind])
            wide = width(label, size) + 12.0
            if x and x + wide > self.width:
                x, y = 0.0, y + row
            places.append((x, y, label, kind is chosen))
            x += wide

        def draw_kinds(paper: Paper, left: float, top: float) -> None:
            for at, down, label, on in places:
                _tick(paper, left + at + BOX, top + down + 3.0, on=on)
                paper.text(left + at + 2 * BOX + 2.2, top + down + 4.3, label, size)

        said = "  ".join(f"[{'x' if on else ' '}] {label}" for _x, _y, label, on in places)
        return Block(y + row, draw_kinds, said)

    def _facts_line(self) -> Block:
        """Day, time, place and group beside one another."""
        text, incident = self.text, self.facts.incident
        at = f"{text.time:%H:%M}" if text is not None and text.time is not None else ""
        values = (
            (N_("Day"), day_words(text.date, self.language) if text is not None else "", 0.22),
            (N_("Time"), at, 0.13),
            (N_("Where"), text.place if text is not None else "", 0.3),
            (N_("Group or session"), incident.session_title if incident is not None else "", 0.35),
        )
        cells = [(self.say(source), value, share * self.width) for source, value, share in values]
        return self._cells(cells)

    def _cells(self, cells: Sequence[tuple[str, str, float]]) -> Block:
        """Labels over what they say, or over a line to write on."""
        size, high = BODY * self.scale, 12.5 * self.scale
        fitted = [blocks.lines_of(value, wide - 4.0, size) if value else () for _l, value, wide in cells]

        def draw_cells(paper: Paper, left: float, top: float) -> None:
            x = left
            for (label, _value, wide), lines in zip(cells, fitted, strict=True):
                paper.text(x, top + 3.2, label, SMALL * self.scale, 500)
                paper.rule(x, top + high - 1.5, x + wide - 4.0, top + high - 1.5, 0.2)
                if lines:
                    first = lines[0]
                    paper.text(x, top + high - 3.0, first.lines[0], first.size, 500, whole=False)
                x += wide

        return Block(high, draw_cells, "  ".join(f"{label}: {value}" for label, value, _w in cells))

    def _part(self, name: str) -> list[Block]:
        """A heading and its words; nothing written yet: lines for the pen."""
        value = self._value(name)
        head = self._head(SOURCES[name])
        if not value:
            fewer = SHORTER if name == "what" and self.look.paper == "Letter" else 0
            lines = LINES[name] - fewer if self.text is None else 1
            pen = blocks.write_on(self.width, lines, PITCH * self.scale)
            return [head, pen, blocks.space(3.0)]
        leading = LINE * self.scale
        said = blocks.broken(value, self.width, BODY * self.scale, leading=leading)
        return [head, *said, blocks.space(3.0)]

    def _value(self, name: str) -> str:
        """What is written in a part, with who gave first aid and by when something is due."""
        text = self.text
        if text is None:
            return ""
        value = str(getattr(text, name))
        if name == "first_aid" and text.first_aider:
            by = self.say(N_("First aid by {name}"), name=text.first_aider)
            value = "\n".join(part for part in (value, by) if part)
        if name == "to_do" and text.to_do_by is not None:
            due = self.say(N_("By {day}"), day=day_words(text.to_do_by, self.language))
            value = "\n".join(part for part in (value, due) if part)
        return value

    def _people(self) -> list[Block]:
        people: Sequence[IncidentPerson | None] = self.text.people if self.text is not None else ()
        if self.text is None:
            people = [None] * BLANK_PEOPLE
        if not people:
            return []
        head = self._head(SOURCES["people"])
        return [head, self._people_head(), *(self._person(each) for each in people), blocks.space(3.0)]

    def _columns(self) -> tuple[float, tuple[float, float, float], float]:
        """Where the boxes and the injury stand, from the left."""
        first = 0.36 * self.width
        step = 0.105 * self.width
        return first, (first, first + step, first + 2 * step), first + 3 * step + 2.0

    def _people_head(self) -> Block:
        _first, boxes, injury = self._columns()
        labels = [self.say(PART_LABELS[part]) for part in PersonPart]
        what = self.say(N_("What was hurt, and how"))

        def draw_head(paper: Paper, x: float, y: float) -> None:
            paper.text(x, y + 3.4, self.say(N_("Name")), SMALL * self.scale, 500)
            for at, label in zip(boxes, labels, strict=True):
                paper.text(x + at + 6.0, y + 3.4, label, 7.5 * self.scale, 500, align="centre")
            paper.text(x + injury, y + 3.4, what, SMALL * self.scale, 500)
            paper.rule(x, y + 5.0, x + self.width, y + 5.0, 0.35)

        return Block(5.0, draw_head, opens=True)

    def _person(self, person: IncidentPerson | None) -> Block:
        _first, boxes, injury_at = self._columns()
        size, leading = BODY * self.scale, LINE * self.scale
        name = blocks.words(person.name, 0.35 * self.width, size, 600, leading=leading) if person else None
        room = self.width - injury_at
        injury = (
            blocks.words(person.injury, room, size, leading=leading) if person and person.injury else None
        )
        tallest = max(part.height for part in (name, injury) if part) if name or injury else 0.0
        high = max(PITCH * self.scale, tallest + 3.2)

        def draw_person(paper: Paper, x: float, y: float) -> None:
            if name is not None:
                name.draw(paper, x, y + 1.8)
            for at, part in zip(boxes, PersonPart, strict=True):
                _tick(paper, x + at + 6.0, y + 4.2, on=person is not None and person.part is part)
            if injury is not None:
                injury.draw(paper, x + injury_at, y + 1.8)
            paper.rule(x, y + high, x + self.width, y + high, 0.18)

        if person is None:
            return Block(high, draw_person)
        said = self.say(PART_LABELS[person.part])
        return Block(
            high, draw_person, " | ".join(part for part in (person.name, said, person.injury) if part)
        )

    def _signatures(self) -> Block:
        """Two names with day and signature, in one piece."""
        half, high = (self.width - 8.0) / 2, 21.0 * self.scale
        names = (self.text.reported_by if self.text is not None else "", "")
        labels = [self.say(source) for source in SIGNATURES]
        below = self.say(N_("Name, day, signature"))

        def draw_signatures(paper: Paper, x: float, y: float) -> None:
            if self.text is not None:  # a blank form has a line for the pen just above
                paper.rule(x, y + 1.0, x + self.width, y + 1.0, 0.5)
            for n, (label, name) in enumerate(zip(labels, names, strict=True)):
                at = x + n * (half + 8.0)
                paper.text(at, y + 5.6, label, HEAD * self.scale, 700)
                if name:
                    paper.text(at, y + high - 6.0, name, BODY * self.scale)
                paper.rule(at, y + high - 4.4, at + half, y + high - 4.4, 0.2)
                paper.text(at, y + high - 0.8, below, 7.5)

        said = "\n".join(
            f"{label}: {name or '____'} ({below})" for label, name in zip(labels, names, strict=True)
        )
        return Block(high, draw_signatures, said)


def incident_form(facts: IncidentFacts, look: Look) -> Drawn:
    """The form as a PDF, and its content as text page by page."""
    sheet = FormSheet(facts, look)
    incident = facts.incident
    number = sheet.say(N_("Entry {number}"), number=incident.id) if incident is not None else ""
    frame = Frame(
        kind=sheet.say(TITLE),
        title=sheet.say(TITLE),
        when=day_words(incident.text.date, sheet.language) if incident is not None else "",
        sub=" · ".join(
            part for part in (sheet.say(N_("Injury, near miss, conflict, damage")), number) if part
        ),
        centre=facts.centre,
        foot=FOOT,
        printed=facts.printed,
        logo=facts.logo,
        preview=facts.preview,
    )
    return draw(frame, sheet.placed(), look)


def _tick(paper: Paper, x: float, y: float, *, on: bool) -> None:
    signs.box(paper, x, y, BOX)
    if on:
        signs.cross(paper, x, y, 2 * BOX)
