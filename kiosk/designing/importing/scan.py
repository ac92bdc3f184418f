"""A scan made straight, and its rules read from the picture: long dark runs, across and down."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kiosk.render.official.leaf import Leaf
from kiosk.render.official.printed import Letter, Line, Printed
from kiosk.render.official.seen import see
from kiosk.render.official.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PIL import Image

DOTS = 200
_SCALE = DOTS / 25.4
_RUN_MM = 5.0  # no stroke of a letter is as long
_THICK_MM = 1.6
_LARGEST_MM = 425.0  # A3 and the edge of the glass
_MOST_TURN = 4.0  # degrees
_LEAST_TURN = 0.04
_SMALL = 700  # pixels high: enough to see how it lies


@dataclass(frozen=True)
class Straight:
    """A scan that lies straight: its picture as PNG, what is printed on it, and by how much it was turned (degrees)."""

    png: bytes
    printed: Printed
    turned: float


def straighten(leaf: Leaf, *, read: Callable[[Image.Image], tuple[Letter, ...]] | None = None) -> Straight:
    """Turn a scan as far as it lies askew and find its rules; `read` finds letters, without it there are none.

    Raises Unreadable for a paper larger than A3.
    """
    from PIL import Image

    if max(leaf.width, leaf.height) > _LARGEST_MM:
        message = f"読み取った紙が大きすぎます（{leaf.width:.0f}×{leaf.height:.0f} ミリメートル）。"
        raise Unreadable(message, "A3 まで")
    seen = see(leaf, scale=_SCALE)
    picture = Image.frombuffer("RGB", (seen.width, seen.height), seen.data, "raw", "BGRX", seen.stride, 1).convert("L")
    turn = askew(picture)
    if abs(turn) >= _LEAST_TURN:
        picture = picture.rotate(turn, Image.Resampling.BICUBIC, fillcolor=255)
    written = io.BytesIO()
    picture.save(written, "PNG", dpi=(DOTS, DOTS))
    width, height = picture.width / _SCALE, picture.height / _SCALE
    ink = _threshold(picture)
    dark = picture.point([0 if value < ink else 255 for value in range(256)])
    lines = (*_runs(dark, level=True), *_runs(dark.transpose(Image.Transpose.TRANSPOSE), level=False))
    letters = read(picture) if read is not None else ()
    return Straight(written.getvalue(), Printed(width, height, lines, letters, pictured=True), turn)


def askew(picture: Image.Image) -> float:
    """By how many degrees (counter-clockwise) a page must be turned so that its rules are level."""
    from PIL import Image

    small = picture.resize((_SMALL * picture.width // picture.height, _SMALL), Image.Resampling.BOX)

    def sharp(turn: float) -> int:
        """How much the rows differ from one another: most where rules lie along them."""
        turned = small.rotate(turn, Image.Resampling.BILINEAR, fillcolor=255)
        rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
        return sum((one - other) ** 2 for one, other in pairwise(rows))

    best, step = 0.0, 0.5
    reach = _MOST_TURN
    while step > 0.01:
        turns = [best + step * number for number in range(-round(reach / step), round(reach / step) + 1)]
        best = max(turns, key=lambda turn: (sharp(turn), -abs(turn)))
        reach, step = step, step / 4
    return best


def _threshold(picture: Image.Image) -> int:
    """Between ink and paper (Otsu 1979): the grey that parts the two groups best; shaded cells count as paper."""
    counts = picture.histogram()
    total, whole = sum(counts), sum(value * count for value, count in enumerate(counts))
    best, parted, below, weight = 128, -1.0, 0, 0
    for value, count in enumerate(counts):
        weight += count
        below += value * count
        if 0 < weight < total:
            apart = weight * (total - weight) * (below / weight - (whole - below) / (total - weight)) ** 2
            best, parted = (value, apart) if apart > parted else (best, parted)
    return min(best + 1, 190)


def _runs(dark: Image.Image, *, level: bool) -> Iterator[Line]:
    """The rules of one direction: rows of dark pixels that are long enough, thin ones joined to one line."""
    width, data = dark.width, dark.tobytes()
    pattern = re.compile(rb"\x00{%d,}" % round(_RUN_MM * _SCALE))
    open_: list[list[int]] = []  # first row, last row, start, end
    for row in range(dark.height):
        for run in pattern.finditer(data, row * width, (row + 1) * width):
            start, end = run.start() - row * width, run.end() - row * width
            near = next((each for each in open_ if each[1] >= row - 2 and start < each[3] and end > each[2]), None)
            if near is None:
                open_.append([row, row, start, end])
            else:
                near[1], near[2], near[3] = row, min(near[2], start), max(near[3], end)
        done = [each for each in open_ if each[1] < row - 2]
        yield from _thin(done, level=level)
        open_ = [each for each in open_ if each not in done]
    yield from _thin(open_, level=level)


def _thin(found: list[list[int]], *, level: bool) -> Iterator[Line]:
    for first, last, start, end in found:
        thick = (last - first + 1) / _SCALE
        if thick <= _THICK_MM:
            at = (first + last + 1) / 2 / _SCALE
            one, other = start / _SCALE, end / _SCALE
            yield Line(one, at, other, at, thick) if level else Line(at, one, at, other, thick)


# ---- letters ---------------------------------------------------------------------------------------------------------
def installed_reader() -> Callable[[Image.Image], tuple[Letter, ...]] | None:
    """Tesseract with its Japanese data (Apache-2.0), where the machine has it (Debian: tesseract-ocr-jpn)."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    listed = subprocess.run([program, "--list-langs"], capture_output=True, check=False, timeout=20)  # noqa: S603 - fixed words
    return (lambda picture: _recognised(picture, program)) if b"jpn" in listed.stdout.split() else None


def _recognised(picture: Image.Image, program: str) -> tuple[Letter, ...]:
    written = io.BytesIO()
    picture.save(written, "PNG", dpi=(DOTS, DOTS))
    call = [program, "stdin", "stdout", "-l", "jpn", "--psm", "11", "tsv"]
    sent = written.getvalue()
    done = subprocess.run(call, input=sent, capture_output=True, check=False, timeout=120)  # noqa: S603 - fixed words
    return tuple(read_tsv(done.stdout.decode("utf-8", "replace")))


def read_tsv(text: str) -> Iterator[Letter]:
    """Letters from what the reader says of words: each an equal part of its word."""
    for line in text.splitlines()[1:]:
        parts = line.split("\t")
        if len(parts) < 12 or not parts[11].strip() or float(parts[10]) < 30:
            continue
        x, y, w, h = (int(each) / _SCALE for each in parts[6:10])
        word = parts[11].strip()
        for number, letter in enumerate(word):
            yield Letter(x + w * number / len(word), y, w / len(word), h, letter)
