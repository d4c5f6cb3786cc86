"""What a sheet costs, as ratios to a raw canvas drawing the same lines, boxes and words in one run.

Run: python tests/benchmarks/bench_sheets.py. DESIGN.md "Speed": one page at most 2 times, 500 sheets
at most 1 time the raw loop.
"""

import time
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from multiprocessing import get_context

from groupwork.domain.layout import POINT
from groupwork.domain.scripts import Face
from groupwork.domain.sheet_facts import Look
from groupwork.sheets import text
from groupwork.sheets.draw import layout_of
from groupwork.sheets.fonts import font
from groupwork.sheets.page import Paper
from tests.sheets.facts import a_sheet, drawn

SHEETS = 500
WORKERS = 2


def recorded(facts):
    """Every line, box and word of the sheet, as a raw canvas would be told: one call each."""
    calls = []
    kept = {name: getattr(Paper, name) for name in ("rule", "frame", "fill")}
    write = text.write

    def rule(self, x1, y1, x2, y2, weight, **_ends):
        calls.append(("line", weight, x1, self.height - y1, x2, self.height - y2))
        kept["rule"](self, x1, y1, x2, y2, weight)

    def frame(self, x, y, w, h, weight):
        calls.append(("rect", weight, x, self.height - y - h, w, h))
        kept["frame"](self, x, y, w, h, weight)

    def fill(self, areas, **_white):
        calls.extend(("bar", 0, x, self.height - y - h, w, h) for x, y, w, h in areas)
        kept["fill"](self, areas)

    def said(canvas, at, words, size, weight, whole=True):
        x = at[0]
        for run in text.glyphs(words, weight, whole):
            calls.append(("text", size, x, at[1], run.font, run.actual or str(run.shaped)))
            x += run.advance * size
        write(canvas, at, words, size, weight, whole)

    from groupwork.sheets import page

    Paper.rule, Paper.frame, Paper.fill, page.write = rule, frame, fill, said
    try:
        drawn(facts)
    finally:
        Paper.rule, Paper.frame, Paper.fill, page.write = kept["rule"], kept["frame"], kept["fill"], write
    return calls


def raw(calls, width, height):
    """The same content by ReportLab's plain calls."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(
        buffer, pagesize=(width / POINT, height / POINT), initialFontName=font(Face.ATKINSON, 400)
    )
    for kind, weight, *values in calls:
        if kind == "text":
            x, y, name, words = values
            canvas.setFont(name, weight)
            canvas.drawString(x, y, words)
            continue
        a, b, c, d = (value / POINT for value in values)
        if kind == "line":
            canvas.setLineWidth(weight / POINT)
            canvas.line(a, b, c, d)
        elif kind == "rect":
            canvas.setLineWidth(weight / POINT)
            canvas.rect(a, b, c, d)
        else:
            canvas.rect(a, b, c, d, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def best(job, times=7):
    """The quickest of some runs, in seconds."""
    measured = []
    for _time in range(times):
        start = time.perf_counter()
        job()
        measured.append(time.perf_counter() - start)
    return min(measured)


def some(count):
    """Draw so many different sheets; in a worker process."""
    for number in range(count):
        drawn(a_sheet(12 - number % 3))
    return count


def main():
    """Print each ratio beside its floor."""
    facts = a_sheet()
    layout = layout_of(facts, Look())
    calls = recorded(facts)
    floor = best(lambda: raw(calls, layout.width, layout.height))
    page = best(lambda: drawn(facts))
    told = f"one page: {page * 1000:.1f} ms, raw canvas {floor * 1000:.1f} ms"
    print(f"{told}, ratio {page / floor:.2f} (at most 2)")
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        list(pool.map(some, [1] * WORKERS))
        start = time.perf_counter()
        list(pool.map(some, [SHEETS // WORKERS] * WORKERS))
        bulk = time.perf_counter() - start
    start = time.perf_counter()
    for _number in range(SHEETS):
        raw(calls, layout.width, layout.height)
    loop = time.perf_counter() - start
    print(f"{SHEETS} sheets: {bulk:.1f} s, raw loop {loop:.1f} s, ratio {bulk / loop:.2f} (at most 1)")


if __name__ == "__main__":
    main()
