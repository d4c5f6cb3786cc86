"""The session sheet: header, heads, legend and foot of each page, rows by `rows` (look/SHEETS.md §5, §6).

Places come from the layout alone; here is only what stands in them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from groupwork.domain.layout import SQUARE, Layout, Page, Slot
from groupwork.domain.payload import SheetCode, pack, typed_code
from groupwork.domain.register import letters
from groupwork.domain.scripts import printable
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.sheet_facts import Look, SessionFacts, Stamp
from groupwork.domain.signs import Signs, plain_signs
from groupwork.i18n import N_, Words, words
from groupwork.sheets import labels, record_legend, signs
from groupwork.sheets.also_recorded import Also, plan_also
from groupwork.sheets.flow import fits, flow
from groupwork.sheets.page import Paper
from groupwork.sheets.qr import bars
from groupwork.sheets.rows import draw_rows
from groupwork.sheets.text import Room, fit, width

FIELD_PAD = 1.6
"""Between a foot label and its line."""


@dataclass(frozen=True)
class Job:
    """One session's sheet being drawn."""

    facts: SessionFacts
    layout: Layout
    look: Look
    stamp: Stamp
    words: Words
    also: Also | None = None
    """What a record copy says beside its grid."""

    @property
    def pages(self) -> int:
        """How many pages the sheet has."""
        return len(self.layout.pages) + (self.also.pages if self.also is not None else 0)

    @property
    def record(self) -> bool:
        """A record copy: filled, without codes."""
        return self.facts.record

    @property
    def signs(self) -> Signs:
        """The centre's signs in the sheet's language."""
        return self.facts.signs or plain_signs(self.look.language)


def job(facts: SessionFacts, layout: Layout, look: Look, stamp: Stamp) -> Job:
    """The sheet of these facts in the look's language."""
    language = words(look.language)
    return Job(facts, layout, look, stamp, language, plan_also(facts, layout, look, language))


def draw_session(paper: Paper, sheet: Job) -> None:
    """All pages of one session's sheet."""
    for page in sheet.layout.pages:
        paper.turn(sheet.layout.width, sheet.layout.height)
        draw_page(paper, sheet, page)
        paper.end_page()


def draw_page(paper: Paper, sheet: Job, page: Page) -> None:
    """One page: what is read by machine, rules, words, rows."""
    _draw_marks(paper, sheet, page)
    for box in page.boxes():
        paper.frame(box.x - box.size / 2, box.y - box.size / 2, box.size, box.size, page.frame)
    within = page is sheet.layout.pages[-1] and sheet.also is not None and sheet.also.within
    for rule in page.rules:
        if not (within and rule.name == "notes"):
            paper.rule(rule.x1, rule.y1, rule.x2, rule.y2, rule.weight)
    for slot in page.slots:
        if not (within and slot.name == "notes"):
            _draw_slot(paper, sheet, page, slot)
    if within and sheet.also is not None:
        sheet.also.placed.draw(paper, 0)
    paper.flush()
    draw_rows(paper, sheet.facts, page, sheet.words, sheet.signs)


def _draw_marks(paper: Paper, sheet: Job, page: Page) -> None:
    half = SQUARE / 2
    areas = [(x - half, y - half, SQUARE, SQUARE) for x, y in page.squares]
    digest = sheet.layout.digest()[:3]
    for place in page.codes:
        code = SheetCode(place.corner, sheet.stamp.sheet, digest, page.number, len(sheet.layout.pages))
        areas += bars(pack(code, sheet.stamp.key), place.x, place.y, place.size)
    if areas:
        paper.fill(areas)


def _draw_slot(paper: Paper, sheet: Job, page: Page, slot: Slot) -> None:
    kind, _, rest = slot.name.partition(".")
    if kind == "letter":
        _draw_letter(paper, sheet.signs, slot, rest)
    elif kind == "legend":
        _draw_legend(paper, sheet, page, slot, rest)
    elif kind == "field":
        _draw_field(paper, sheet, slot, rest)
    elif kind == "tag":
        draw_tag(paper, slot, sheet.words)
    elif kind == "state" and not not_held(sheet):
        put(paper, replace(slot, size=8.0, floor=6.5, weight=500), record_legend.how_to_read(sheet.words))
    elif kind == "how":
        flow(paper, slot, labels.how_line(sheet.words, bool(sheet.facts.register.tasks)))
    else:
        put(paper, slot, slot_text(sheet, page, slot.name))


def _draw_legend(paper: Paper, sheet: Job, page: Page, slot: Slot, name: str) -> None:
    """With the centre's own words where they have room; a copy, if it must, only with what stands on it."""
    if not sheet.record:
        bits = labels.legend(name, sheet.words, sheet.signs)
        own = sheet.signs if fits(slot, bits) else sheet.signs.without_labels()
        flow(paper, slot, labels.legend(name, sheet.words, own))
        return
    line = record_legend.room(slot, page)
    bits = ()
    for own, all_of_them in (
        (sheet.signs, True),
        (sheet.signs, False),
        (sheet.signs.without_labels(), False),
    ):
        said = record_legend.Said(page, sheet.facts.register, sheet.words, own, all_of_them)
        bits = record_legend.legend(name, said)
        if fits(line, bits):
            break
    flow(paper, replace(line, floor=record_legend.FLOOR), bits)


def put(paper: Paper, slot: Slot, text: str, *, name: bool = False) -> None:
    """A text in its slot, fitted; a name that does not fit is the caller's matter beforehand."""
    if not text:
        return
    fitted = fit(text, Room(slot.width, slot.size, slot.floor, slot.lines, slot.weight, name))
    if fitted is None:
        return
    for at, line in enumerate(fitted.lines):
        if slot.turned:
            paper.turned(slot.x, slot.y, line, fitted.size, slot.weight)
        else:
            paper.text(slot.x, slot.y + at * slot.leading, line, fitted.size, slot.weight,
                       align=slot.align, whole=fitted.whole)  # fmt: skip


def _draw_letter(paper: Paper, own: Signs, slot: Slot, rest: str) -> None:
    group, _, code = rest.partition(".")
    if group == "mood":
        signs.face(paper, slot.x, slot.y - slot.size * 0.21, slot.size * 0.22, int(code))
    else:
        paper.text(slot.x, slot.y, labels.box_letter(code, own), slot.size, slot.weight, align="centre")


def draw_tag(paper: Paper, slot: Slot, language: Words, tag: str = labels.STAFF_ONLY) -> None:
    """The handling tag in its frame: who may see this sheet, never only by colour."""
    text = language.text(tag)
    wide = width(text, slot.size, slot.weight) + 8.2
    paper.rounded(slot.x, slot.y - 3.7, wide, 5.4, 1.2, 0.3)
    signs.padlock(paper, slot.x + 3.0, slot.y - 0.85, 1.45)
    paper.text(slot.x + 5.6, slot.y, text, slot.size, slot.weight)


def _draw_field(paper: Paper, sheet: Job, slot: Slot, name: str) -> None:
    """A label and a line to write on, or a box; filled in a record copy where it is known."""
    text = sheet.words.text(labels.FIELDS[name])
    fitted = fit(text, Room(slot.width * 0.75, slot.size, slot.floor, 1, slot.weight))
    size = fitted.size if fitted else slot.floor
    x = slot.x + paper.text(slot.x, slot.y, text, size, slot.weight) + FIELD_PAD
    if name == "tools":
        signs.box(paper, x + 1.8, slot.y - 1.3, 1.8)
        return
    paper.rule(x, slot.y + 0.6, slot.x + slot.width, slot.y + 0.6, 0.2)
    if sheet.record and (value := _field_value(sheet, name)):
        paper.text(x + 3.0, slot.y, value, slot.size + 1.5, 700)


def _field_value(sheet: Job, name: str) -> str:
    session = sheet.facts.register.session
    if session.status is not SessionStatus.HELD:
        return ""
    attended = sum(1 for row in sheet.facts.register.rows if row.mark.attended)
    return {"room": str(attended), "staff": str(len(session.staff) or "")}.get(name, "")


def slot_text(sheet: Job, page: Page, name: str) -> str:
    """What stands in a plain slot."""
    session = sheet.facts.register.session
    if name.startswith("task."):
        return _task_text(sheet, name)
    if name in labels.HEADS:
        return sheet.words.text(labels.HEADS[name])
    simple = {
        "centre": sheet.facts.centre,
        "title": session.title,
        "sub": subtitle(sheet),
        "date": labels.date_line(session, sheet.words),
        "staff": ", ".join(person.name for person in session.staff),
        "notice": notice(sheet),
        "state": not_held(sheet),
        "typed": _typed(sheet, page),
    }
    if name == "where":
        return where(sheet, page)
    return simple.get(name, "")


def _task_text(sheet: Job, name: str) -> str:
    _, number, part = name.split(".")
    return number if part == "number" else sheet.facts.register.tasks[int(number) - 1].name


def subtitle(sheet: Job) -> str:
    """The kind of sheet and the group's own name."""
    t = sheet.words.text
    kind = t(N_("Task sheet and register")) if sheet.facts.register.tasks else t(N_("Register"))
    session = sheet.facts.register.session
    own = session.group_name if session.group_name not in ("", session.title) else ""
    return f"{kind} · {own}" if own and len(own) < 40 else kind


def where(sheet: Job, page: Page) -> str:
    """Session number and room; on upright sheets the staff; with more pages which people."""
    session = sheet.facts.register.session
    parts = [labels.where_line(session, sheet.words)]
    if page.slot("staff") is None:
        parts.append(", ".join(person.name for person in session.staff))
    rows = sheet.facts.register.rows
    people = [row.index for row in page.rows if not row.drop_in]
    if people and len(people) < len(rows):
        text = sheet.words.text(N_("people {first} to {last} of {total}"))
        parts.append(text.format(first=people[0] + 1, last=people[-1] + 1, total=len(rows)))
        parts.append(letters([rows[index] for index in people]))
    return " · ".join(part for part in parts if part)


def notice(sheet: Job) -> str:
    """ "Record copy …" or "Preview …"."""
    if sheet.record:
        text = sheet.words.text(N_("Record copy, printed {day} {time} – not for scanning"))
        moment = sheet.facts.printed
        return text.format(day=sheet.words.short_day(moment.date()), time=f"{moment:%H:%M}")
    return sheet.words.text(labels.PREVIEW) if sheet.stamp.preview else ""


def not_held(sheet: Job) -> str:
    """That the session did not take place and why, or nothing."""
    session = sheet.facts.register.session
    if session.status is not SessionStatus.NOT_HELD:
        return ""
    reason = session.reason if printable(session.reason) else ""
    if not reason:
        return sheet.words.text(N_("This session was not held"))
    return sheet.words.text(N_("This session was not held: {reason}")).format(reason=reason)


def _typed(sheet: Job, page: Page) -> str:
    text = sheet.words.text(N_("page {n} of {of}")).format(n=page.number, of=sheet.pages)
    return text if sheet.record else f"{typed_code(sheet.stamp.sheet)} · {text}"
