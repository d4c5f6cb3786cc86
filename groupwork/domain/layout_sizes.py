"""The two sets of sizes of scannable sheets: normal and large print (look/SHEETS.md §3, §6, §9).

Large print is a variant, not a scale factor: each role one step up, fewer rows on a page.
"""

from __future__ import annotations

from dataclasses import dataclass

PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Portrait width and height in mm."""


@dataclass(frozen=True)
class Sizes:
    """Millimetres for places, points for type; names as on the sheet."""

    box: float
    frame: float
    step: float
    """From box to box in a group."""
    pitch: float
    pitch_most: float
    group_gap: float
    number: float
    called: float
    called_floor: float
    second: float
    letter: float
    letter_up: float
    """From a column's letter down to the head's lower edge."""
    head: float
    task: float
    task_floor: float
    task_lead: float
    small_head: float
    small_lead: float
    hint: float
    last: float
    code: float
    until: float
    legend: float
    legend_lead: float
    legend_first: float
    foot: float
    title: float
    sub: float
    date: float
    date_upright: float
    line: float
    how: float
    tag: float
    sign: float
    sign_step: float
    name_x: float
    """The name's left end, from the table's."""
    name_width: float
    came_x: float
    """The attendance group's left end, from the table's (landscape, portrait below)."""
    came_x_upright: float
    code_gap: float
    code_width: float
    task_gap: float
    """From the code line to the first task group."""
    note_gap: float
    note: float
    """Width of the "see note" column."""
    head_top: float
    first_row: float
    first_row_upright: float
    called_y: float
    second_y: float
    base_y: float
    """Baseline of what stands in the middle of a row, from its centre."""
    write_y: float
    number_head_x: float
    """A task's title, from its group's left end."""


NORMAL = Sizes(
    box=4.5, frame=0.25, step=7.0, pitch=8.6, pitch_most=15.0, group_gap=2.2, number=8.5, called=11.5,
    called_floor=8.0, second=7.5, letter=9.5, letter_up=1.7, head=9.0, task=8.5, task_floor=7.0,
    task_lead=3.3, small_head=7.5, small_lead=3.2, hint=6.5, last=7.0, code=10.5, until=6.5, legend=7.5,
    legend_lead=3.7, legend_first=4.2, foot=8.5, title=20.0, sub=11.0, date=14.0, date_upright=14.0,
    line=10.0, how=8.0, tag=7.5, sign=9.1, sign_step=4.5, name_x=5.0, name_width=39.6, came_x=46.0,
    came_x_upright=53.5, code_gap=1.4, code_width=9.6, task_gap=3.0, note_gap=2.0, note=7.0, head_top=34.0,
    first_row=51.5, first_row_upright=46.0, called_y=-0.2, second_y=3.1, base_y=1.4, write_y=2.4,
    number_head_x=4.2,
)  # fmt: skip
LARGE = Sizes(
    box=6.0, frame=0.3, step=9.0, pitch=14.7, pitch_most=14.7, group_gap=3.0, number=12.0, called=17.0,
    called_floor=12.0, second=10.5, letter=15.0, letter_up=2.4, head=13.0, task=11.5, task_floor=9.5,
    task_lead=4.5, small_head=10.0, small_lead=4.4, hint=9.0, last=9.5, code=15.0, until=9.0, legend=10.5,
    legend_lead=4.3, legend_first=4.5, foot=11.0, title=24.0, sub=13.0, date=20.0, date_upright=16.0,
    line=14.0, how=11.0, tag=7.5, sign=13.6, sign_step=6.6, name_x=8.0, name_width=48.6, came_x=58.0,
    came_x_upright=58.0, code_gap=2.0, code_width=14.0, task_gap=3.6, note_gap=2.0, note=9.0, head_top=35.0,
    first_row=58.0, first_row_upright=58.0, called_y=-0.4, second_y=5.0, base_y=2.0, write_y=3.0,
    number_head_x=7.0,
)  # fmt: skip
