"""Looking at a PDF as a picture: rendering, and finding tick boxes without knowing the layout."""

from io import BytesIO

import numpy as np
import pypdfium2

DPI = 300
MM = DPI / 25.4
"""Pixels in a millimetre."""


def render(data, page=0, dpi=DPI):
    """The page as an array: 0 black, 255 white."""
    picture = pypdfium2.PdfDocument(BytesIO(data))[page].render(scale=dpi / 72, grayscale=True)
    return np.array(picture.to_numpy()).reshape(picture.height, picture.width).copy()


def words_of(data):
    """The text of each page."""
    document = pypdfium2.PdfDocument(BytesIO(data))
    return [page.get_textpage().get_text_range() for page in document]


def find_boxes(picture, size, paper):
    """Centres in mm of all square frames of that side: two equal bars, one side apart.

    Works from the picture alone: horizontal dark runs as long as a frame are wide, paired top and
    bottom; the centre is the middle of the frame's ink, far finer than a pixel. `paper` is the page's
    width and height in mm: the renderer stretches it to whole pixels.
    """
    wide, apart = size * MM, size * MM
    bars = _bars(picture, wide)
    found = []
    for x, y in bars:
        below = any(abs(x - other_x) < 2 and abs(other_y - y - apart) < 2.5 for other_x, other_y in bars)
        if below and _has_sides(picture, x, y, wide):
            centre = _centre(picture, x, y + apart / 2, size)
            if not any(np.hypot(centre[0] - a, centre[1] - b) < 0.5 for a, b in found):
                found.append(centre)
    high, across = picture.shape
    return np.array(found) * (paper[0] * MM / across, paper[1] * MM / high)


def _has_sides(picture, x, y, wide):
    """Dark left and right of the middle: not the space between two rows of boxes."""
    part = picture[round(y + wide / 4) : round(y + wide * 3 / 4)]
    return all(
        part[:, round(x + s * wide / 2) - 1 : round(x + s * wide / 2) + 2].min(axis=1).max() < 128
        for s in (-1, 1)
    )


def _bars(picture, wide):
    """Middles (x, y) of horizontal bars of the wanted length."""
    starts = {}
    dark = np.pad(picture < 128, ((0, 0), (1, 1)))
    edges = np.diff(dark.astype(np.int8), axis=1)
    for y in range(picture.shape[0]):
        begins, ends = np.flatnonzero(edges[y] == 1), np.flatnonzero(edges[y] == -1)
        for left, right in zip(begins, ends, strict=True):
            if abs(right - left - wide) < 5.5:
                starts.setdefault(round((left + right) / 2 / 3), []).append(((left + right) / 2, y))
    bars = []
    for runs in starts.values():
        group = [runs[0]]
        for run in runs[1:]:
            if run[1] - group[-1][1] > 1:
                bars.append(np.mean(group, axis=0))
                group = []
            group.append(run)
        bars.append(np.mean(group, axis=0))
    return [tuple(bar) for bar in bars]


def _centre(picture, x, y, size):
    """The middle of the ink in a window a little larger than the frame, in mm."""
    half = int((size / 2 + 0.6) * MM)
    left, top = round(x) - half, round(y) - half
    ink = 255.0 - picture[top : top + 2 * half + 1, left : left + 2 * half + 1]
    ys, xs = np.mgrid[0 : ink.shape[0], 0 : ink.shape[1]]
    total = ink.sum()
    return ((left + (ink * xs).sum() / total + 0.5) / MM, (top + (ink * ys).sum() / total + 0.5) / MM)


def ink_in(picture, x1, y1, x2, y2):
    """How many pixels in a rectangle (mm) are not white."""
    part = picture[round(y1 * MM) : round(y2 * MM), round(x1 * MM) : round(x2 * MM)]
    return int((part < 250).sum())


def worst_miss(found, expected):
    """The largest distance in mm from an expected centre to the nearest found one; 99 when counts differ."""
    wanted = np.array(expected)
    if len(found) != len(wanted):
        return 99.0
    distances = np.hypot(*(wanted[:, None, :] - found[None, :, :]).transpose(2, 0, 1))
    return float(max(distances.min(axis=1).max(), distances.min(axis=0).max()))
