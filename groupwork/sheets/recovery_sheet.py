"""The recovery sheet: one page with the code to type, the square code and the steps to take.

For the safe, not for a machine that reads sheets: its places are here and not in a layout. Sizes in mm.
"""

from __future__ import annotations

from groupwork.domain.layout import Slot
from groupwork.domain.layout_sizes import PAPERS
from groupwork.domain.sheet_facts import Look, RecoveryFacts
from groupwork.i18n import N_, Words, words
from groupwork.sheets import labels
from groupwork.sheets.drawn import LOCK, Drawn
from groupwork.sheets.logo import draw_logo
from groupwork.sheets.page import Paper
from groupwork.sheets.qr import bars
from groupwork.sheets.session_sheet import draw_tag, put
from groupwork.sheets.text import Fitted, Room, fit

LEFT = 16.0
CELL, CELL_HIGH = 9.0, 13.0
GROUP_GAP = 7.0
ROWS = ((1, 2, 3), (4, 5))
SIZES = (5, 5, 5, 5, 6)
CODE_TOP, ROW_STEP = 50.0, 23.0
SQUARE, SQUARE_TOP, QR_VERSION = 55.0, 105.0, 9
STEPS_TOP = 172.0
BODY, LINE = 11.0, 5.2

TITLE = N_("Recovery sheet")
TAG = N_("STAFF ONLY – keep in a safe place, not beside the computer")
SUB = N_("{centre}: opens the data when the passphrase is forgotten.")
CODE_HEAD = N_("Recovery code")
GROUP = N_("Group {n}")
SQUARE_HEAD = N_("Only if the key file is lost too")
SQUARE_WORDS = N_(
    "The square holds what the key file held. Read it with a code reader or a telephone that is not on the "
    "internet, and paste its text into the field “Text of the square code”. It opens nothing without the "
    "code above."
)
WARNING = N_("Whoever has this sheet and the centre’s file can read everything in it.")
STEPS_HEAD = N_("What to do")
STEPS = (
    N_("Start Groupwork and choose the centre’s file."),
    N_("Press “Forgotten? Use the recovery sheet”."),
    N_(
        "Type the code. Capitals and small letters, blanks and dashes do not matter. It has no 0, O, 1, I or "
        "L."
    ),
    N_("Choose a new passphrase and open the centre. Nothing that was recorded is lost."),
    N_("Print a new recovery sheet afterwards and destroy this one: a new sheet makes this one useless."),
)
KEEP = N_("Keep one copy in a safe and one in another building.")
SAMPLE = N_("The code and the square are drawn when you print or save.")


def recovery_sheet(facts: RecoveryFacts, look: Look) -> Drawn:
    """The sheet as a PDF of one page; a preview has empty boxes and no square code."""
    language = words(look.language)
    with LOCK:
        paper = Paper(*PAPERS[look.paper], language.text(TITLE), look.language)
        _header(paper, facts, language)
        _code(paper, facts, language)
        _square(paper, facts, language)
        _steps(paper, language)
        _footer(paper, facts, language)
        paper.end_page()
        return Drawn(paper.save(), (_text(facts, language),))


def _header(paper: Paper, facts: RecoveryFacts, language: Words) -> None:
    right = paper.width - LEFT
    draw_tag(paper, Slot("tag", LEFT, 12.7, 100.0, 7.5, 700), language, TAG)
    draw_logo(paper, facts.logo, right)
    put(paper, Slot("title", LEFT, 25.5, 116.0, 22.0, 700, floor=16.0), language.text(TITLE))
    put(paper, Slot("date", right, 25.5, 58.0, 14.0, 700, "right"), _day(facts, language))
    sub = language.text(SUB).format(centre=facts.centre)
    put(paper, Slot("sub", LEFT, 32.0, right - LEFT, 11.0, floor=7.0), sub)
    paper.rule(LEFT, 35.5, right, 35.5, 0.5)


def _code(paper: Paper, facts: RecoveryFacts, language: Words) -> None:
    groups = facts.code.split("-") if facts.code else ["" for _size in SIZES]
    put(paper, Slot("code", LEFT, 44.0, 100.0, 14.0, 700), language.text(CODE_HEAD))
    for line, numbers in enumerate(ROWS):
        x, y = LEFT, CODE_TOP + line * ROW_STEP
        for number in numbers:
            paper.text(x, y + 3.0, language.text(GROUP).format(n=number), 8.5, 500)
            _group(paper, x, y + 4.6, groups[number - 1], SIZES[number - 1])
            x += SIZES[number - 1] * CELL + GROUP_GAP


def _group(paper: Paper, x: float, y: float, signs: str, size: int) -> None:
    """A frame with one letter to a cell: as far apart as somebody reads them out."""
    paper.frame(x, y, size * CELL, CELL_HIGH, 0.5)
    for at in range(1, size):
        paper.rule(x + at * CELL, y, x + at * CELL, y + CELL_HIGH, 0.18)
    for at, sign in enumerate(signs):
        paper.text(x + (at + 0.5) * CELL, y + 9.4, sign, 24.0, 700, align="centre")


def _square(paper: Paper, facts: RecoveryFacts, language: Words) -> None:
    if facts.payload:
        paper.fill(bars(facts.payload, LEFT, SQUARE_TOP, SQUARE, QR_VERSION))
    else:
        paper.frame(LEFT, SQUARE_TOP, SQUARE, SQUARE, 0.35)
    x = LEFT + SQUARE + 12.0
    room = paper.width - LEFT - x
    y = _paragraph(paper, x, SQUARE_TOP + 4.5, room, language.text(SQUARE_HEAD), 700, 13.0)
    y = _paragraph(paper, x, y + 1.5, room, language.text(SQUARE_WORDS))
    _paragraph(paper, x, y + 3.0, room, language.text(WARNING), 700)


def _steps(paper: Paper, language: Words) -> None:
    right = paper.width - LEFT
    put(paper, Slot("steps", LEFT, STEPS_TOP, 100.0, 14.0, 700), language.text(STEPS_HEAD))
    y = STEPS_TOP + 8.0
    for number, step in enumerate(STEPS, start=1):
        paper.text(LEFT, y, f"{number}.", BODY, 700)
        y = _paragraph(paper, LEFT + 8.0, y, right - LEFT - 8.0, language.text(step)) + 2.0
    paper.rule(LEFT, y - 1.0, right, y - 1.0, 0.18)
    _paragraph(paper, LEFT, y + 5.0, right - LEFT, language.text(KEEP), 700)


def _paragraph(
    paper: Paper, x: float, y: float, room: float, text: str, weight: int = 400, size: float = BODY
) -> float:
    """Lines from a baseline on; returns the next free baseline."""
    fitted = fit(text, Room(room, size, size - 2.0, 8, weight)) or Fitted((text,), size)
    for line in fitted.lines:
        paper.text(x, y, line, fitted.size, weight, whole=False)
        y += LINE * size / BODY
    return y


def _footer(paper: Paper, facts: RecoveryFacts, language: Words) -> None:
    y = paper.height - 9.0
    paper.text(LEFT, y, _printed(facts, language), 7.5)
    number = language.text(N_("page {n} of {of}")).format(n=1, of=1)
    paper.text(paper.width - LEFT, y, number, 7.5, 500, align="right")


def _printed(facts: RecoveryFacts, language: Words) -> str:
    printed = language.text(N_("Recovery sheet, printed {day} {time}"))
    text = printed.format(day=language.short_day(facts.printed.date()), time=f"{facts.printed:%H:%M}")
    return f"{text} · {language.text(labels.PREVIEW)}" if facts.preview else text


def _day(facts: RecoveryFacts, language: Words) -> str:
    return language.short_day(facts.printed.date())


def _text(facts: RecoveryFacts, language: Words) -> str:
    """The same content as text, in the order of the page."""
    t = language.text
    code = facts.code or t(SAMPLE)
    steps = [f"{number}. {t(step)}" for number, step in enumerate(STEPS, start=1)]
    head = [t(TAG), f"{t(TITLE)}, {_day(facts, language)}", t(SUB).format(centre=facts.centre)]
    square = [t(SQUARE_HEAD), t(SQUARE_WORDS), t(WARNING)]
    foot = [t(KEEP), _printed(facts, language)]
    return "\n".join([*head, f"{t(CODE_HEAD)}: {code}", *square, t(STEPS_HEAD), *steps, *foot])
