"""The plan of one session on paper: what to know, what to do, with what; room to write afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from groupwork.domain.activities import PERMISSION_LABELS, LibraryTask, Material, Permission
from groupwork.domain.attendance import Status
from groupwork.domain.layout import Slot
from groupwork.domain.layout_sizes import PAPERS
from groupwork.domain.people import ALERT_LABELS
from groupwork.domain.session_plan import KnowLine, LastTime, PlanFacts, TimedPhase
from groupwork.domain.sheet_facts import Look
from groupwork.domain.signs import plain_signs
from groupwork.i18n import N_, Words, words
from groupwork.sheets import blocks, labels, signs
from groupwork.sheets.block_page import LEFT, Frame, day_words, draw, placing
from groupwork.sheets.blocks import Block, Placing
from groupwork.sheets.drawn import Drawn
from groupwork.sheets.page import Paper
from groupwork.sheets.plan_notes import note_lines
from groupwork.sheets.session_sheet import put

RIGHT_COLUMN, BETWEEN = 58.0, 8.0
TITLE = N_("Session plan")
FOOT = N_("Session plan, printed {day} {time}")
SMALL, BODY, HEAD = 9.0, 10.5, 11.5
LINE = 4.7
BOX = 1.8
NOTES = (N_("What worked"), N_("Change next time"), N_("Look after / call"))


class PlanSheet:
    """One plan being laid out: facts, language, width and scale in one place."""

    def __init__(self, facts: PlanFacts, look: Look) -> None:
        self.facts, self.plan = facts, facts.plan
        self.language: Words = words(look.language)
        self.look = look
        self.width = PAPERS[look.paper][0] - 2 * LEFT
        self.scale = 1.22 if look.large else 1.0

    def text(self, source: str, **values: object) -> str:
        """A source text in the sheet's language."""
        return self.language.text(source).format(**values)

    def placed(self) -> Placing:
        """Everything on its pages."""
        placed = placing(self.look)
        left = self.width - RIGHT_COLUMN - BETWEEN
        placed.add(LEFT, self._top())
        steps, materials = self._steps(left), self._materials()
        below = self._below(left, _high(steps), _high(materials))
        beside = self._hazards(left) if not below else []
        placed.side_by_side((LEFT, [*steps, *beside]), (LEFT + left + BETWEEN, materials))
        placed.add(LEFT, below)
        placed.add(LEFT, self._foot(placed.bottom - placed.y))
        placed.add(LEFT, self._grading())
        return placed

    def _below(self, left: float, steps: float, materials: float) -> list[Block]:
        """What to watch out for, over the whole width where that saves height; else it stands beside."""
        wide = self._hazards(self.width)
        alone = max(steps, materials) + _high(wide)
        return wide if alone < max(steps + _high(self._hazards(left)), materials) else []

    def _words(
        self, text: str, width: float, size: float = BODY, weight: int = 400, *, after: float = 0.0
    ) -> Block:
        size, leading = size * self.scale, LINE * self.scale * max(0.86, size / BODY)
        return blocks.words(text, width, size, weight, leading=leading, after=after)

    def _head(self, source: str, width: float) -> Block:
        size = HEAD * self.scale
        leading = LINE * 1.1 * self.scale
        return blocks.words(self.text(source), width, size, 700, leading=leading, after=1.2, opens=True)

    def _pair(self, source: str, right: str) -> Block:
        leading = LINE * self.scale
        said = self.text(source)
        return blocks.pair(said, right, self.width, 34.0, BODY * self.scale, leading=leading, after=1.6)

    def _top(self) -> list[Block]:
        plan, found = self.plan, [self._when()]
        found.append(self._know())
        if plan.said is not None:
            day = self.language.day(plan.said.date)
            found.append(self._pair(N_("Last time we said"), f"{plan.said.words} ({day})"))
        if plan.away:
            found.append(self._pair(N_("Away"), "; ".join(self._away())))
        if plan.aims:
            found.append(self._pair(N_("Aims"), plan.aims))
        if plan.last is not None:
            found.append(self._pair(N_("Last time"), self._last(plan.last)))
        return [*found, blocks.rule(self.width, 0.35, before=1.0, after=2.5)]

    def _when(self) -> Block:
        plan = self.plan
        span = self.language.span(plan.start, plan.end)
        span = f"{span} Uhr" if self.language.language == "de" else span
        staff = ", ".join(each.name for each in plan.staff)
        people = self.text(N_("{n} expected"), n=plan.expected)
        if plan.away:
            people += ", " + self.text(N_("{n} away"), n=len(plan.away))
        rest = "   ·   ".join(part for part in (plan.place, staff, people) if part)

        def draw(paper: Paper, x: float, y: float) -> None:
            wide = paper.text(x, y + 5.0, span, 14 * self.scale, 700)
            slot = Slot(
                "rest", x + wide + 6.0, y + 5.0, self.width - wide - 6.0, 10.5 * self.scale, floor=7.0
            )
            put(paper, slot, rest)

        return Block(9.5 * self.scale, draw, f"{span}   {rest}")

    def _know(self) -> Block:
        """The box that a stand-in reads first; it is drawn in one piece."""
        title = self.text(N_("Read before you start"))
        lines = [self._know_line(line) for line in self.facts.know]
        more = labels.kept_off(self.facts.kept_off, self.language)
        if more or not lines:
            lines.append(self._indented(more or self.text(N_("No alerts."))))
        head = LINE * 1.5 * self.scale
        high = head + sum(line.height for line in lines) + 4.0

        def draw(paper: Paper, x: float, y: float) -> None:
            paper.rounded(x, y, self.width, high, 1.5, 0.5)
            signs.safety(paper, x + 5.0, y + 4.6 * self.scale, 2.1 * self.scale)
            paper.text(x + 10.0, y + 5.8 * self.scale, title, HEAD * self.scale, 700)
            at = y + head + 1.6
            for line in lines:
                line.draw(paper, x + 2.0, at)
                at += line.height

        said = "\n".join([title, *(line.text for line in lines)])
        return Block(high + 3.5, draw, said)

    def _indented(self, text: str) -> Block:
        return blocks.words(
            text, self.width - 4.0, BODY * self.scale, leading=LINE * self.scale, indent=8.0, after=1.0
        )

    def _know_line(self, line: KnowLine) -> Block:
        kind = self.text(ALERT_LABELS[line.kind])
        said = f"{kind}: {line.words}" if line.words else kind
        wide = self.width - 12.0
        body = blocks.pair(line.name.called, said, wide, 26.0, BODY * self.scale, leading=LINE * self.scale)

        def draw(paper: Paper, x: float, y: float) -> None:
            signs.ALERTS[line.kind](paper, x + 3.0, y + LINE * 0.55 * self.scale, 1.6 * self.scale)
            body.draw(paper, x + 8.0, y)

        return Block(body.height, draw, f"  {body.text}")

    def _away(self) -> list[str]:
        own = self.facts.signs or plain_signs(self.language.language)
        return [
            f"{a.name.called} ({own.label(Status(a.status), self.language.text)})" for a in self.plan.away
        ]

    def _last(self, last: LastTime) -> str:
        came = self.text(N_("{n} of {of} came"), n=last.came, of=last.available)
        tasks = [
            self.text(N_("{task} {n} of {of}"), task=_plain(t.name), n=t.done, of=t.of) for t in last.tasks
        ]
        return " · ".join(part for part in (self.language.day(last.date), came, ", ".join(tasks)) if part)

    def _steps(self, width: float) -> list[Block]:
        plan, found = self.plan, [self._head(N_("Plan"), width)]
        found += [self._step(each, width) for each in plan.phases]
        if plan.phases:
            said = self.text(N_("{n} of {of} minutes planned"), n=plan.planned_minutes, of=plan.minutes)
        else:
            said = self.text(N_("The activity has no phases yet."))
        found.append(self._words(said, width, SMALL, 500, after=2.0))
        return found

    def _step(self, each: TimedPhase, width: float) -> Block:
        phase, at = each.phase, 26.0
        minutes = self.text(N_("{n} min"), n=phase.minutes)
        title = self._words(phase.name, width - at, HEAD, 600)
        about = self._words(phase.words, width - at, SMALL) if phase.words else None
        high = max(title.height + (about.height if about else 0.0), LINE * 2 * self.scale) + 3.0

        def draw(paper: Paper, x: float, y: float) -> None:
            paper.rule(x, y, x + width, y, 0.18)
            paper.text(x, y + LINE * 0.95 * self.scale, f"{each.start:%H:%M}", HEAD * self.scale, 700)
            paper.text(x, y + LINE * 1.8 * self.scale, minutes, SMALL * self.scale)
            title.draw(paper, x + at, y + 1.0)
            if about:
                about.draw(paper, x + at, y + 1.0 + title.height)

        return Block(high, draw, f"{each.start:%H:%M} {phase.name} ({minutes}) {phase.words}".strip())

    def _grading(self) -> list[Block]:
        """How each task is made easier or harder: read beforehand, so it may stand on the back."""
        graded = [task for task in self.plan.tasks if task.easier or task.harder]
        if not graded:
            return []
        rule = blocks.rule(self.width, 0.35, before=1.5, after=1.5)
        head = self._head(N_("Tasks: easier – harder"), self.width)
        return [rule, head, *(self._task(task) for task in graded)]

    def _task(self, task: LibraryTask) -> Block:
        signed = (("–", task.easier), ("+", task.harder))
        grades = "\n".join(f"{sign} {words_}" for sign, words_ in signed if words_)
        size, leading = SMALL * self.scale, LINE * 0.88 * self.scale
        return blocks.pair(_plain(task.name), grades, self.width, 46.0, size, leading=leading, after=1.0)

    def _materials(self) -> list[Block]:
        if not self.plan.materials:
            return []
        head = self._head(N_("Get ready"), RIGHT_COLUMN)
        out, in_ = self.text(N_("out")), self.text(N_("in"))

        def draw(paper: Paper, x: float, y: float) -> None:
            head.draw(paper, x, y)
            for said, right in ((out, 9.0), (in_, 1.8)):
                paper.text(x + RIGHT_COLUMN - right, y + LINE * 0.84, said, 7.5, align="centre")

        top = Block(head.height, draw, f"{head.text} ({out} / {in_})", opens=True)
        return [top, *(self._thing(each) for each in self.plan.materials), blocks.space(2.5)]

    def _thing(self, each: Material) -> Block:
        room = RIGHT_COLUMN - 15.0
        name = self._words(_plain(each.name), room, SMALL, 500)
        rule = self.text(PERMISSION_LABELS[each.permission]) if each.permission is not Permission.FREE else ""
        about = " · ".join(part for part in (each.quantity, rule) if part)
        below = self._words(about, room, 7.5) if about else None
        high = max(name.height + (below.height if below else 0.0), 2 * BOX + 0.8) + 1.2

        def draw(paper: Paper, x: float, y: float) -> None:
            name.draw(paper, x, y)
            if below:
                below.draw(paper, x, y + name.height)
            for right in (9.0, 1.8):
                signs.box(paper, x + RIGHT_COLUMN - right, y + 2.2, BOX)

        return Block(high, draw, " · ".join(part for part in (name.text, about) if part))

    def _hazards(self, width: float) -> list[Block]:
        if not self.plan.hazards:
            return []
        size, leading = SMALL * self.scale, LINE * 0.88 * self.scale
        lines = [
            blocks.pair(each.hazard, each.control, width, 38.0, size, leading=leading, after=0.8)
            for each in self.plan.hazards
        ]
        return [self._head(N_("Watch out"), width), *lines]

    def _foot(self, room: float) -> list[Block]:
        """Lines for afterwards, and the line for next time."""
        said = self._pair(N_("For next time"), self.plan.next_time or "_" * 60)
        titles = [self.text(source) for source in NOTES]
        return [blocks.space(2.0), note_lines(titles, self.width, room - said.height - 2.0), said]


@dataclass(frozen=True)
class PlanPages:
    """A plan laid out, ready to be drawn alone or within a pack."""

    frame: Frame
    placed: Placing


def plan_pages(facts: PlanFacts, look: Look) -> PlanPages:
    """What stands on which page."""
    sheet = PlanSheet(facts, look)
    number = facts.number
    count = sheet.text(N_("session {n} of {of}"), n=number.n, of=number.of) if number is not None else ""
    frame = Frame(
        kind=sheet.text(TITLE),
        title=_plain(facts.plan.title),
        when=day_words(facts.plan.date, sheet.language),
        sub=" · ".join(part for part in (sheet.text(TITLE), count) if part),
        centre=facts.centre,
        foot=FOOT,
        printed=facts.printed,
        logo=facts.logo,
        preview=facts.preview,
    )
    return PlanPages(frame, sheet.placed())


def session_plan(facts: PlanFacts, look: Look) -> Drawn:
    """The plan as a PDF, and its content as text page by page."""
    plan = plan_pages(facts, look)
    return draw(plan.frame, plan.placed, look)


def _high(blocks_: list[Block]) -> float:
    return sum(each.height for each in blocks_)


def _plain(name: str) -> str:
    return name.replace("\u00ad", "")
