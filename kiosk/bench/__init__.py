"""The measurements: how fast the counter is, beside something that can be compared with it, all in one run.

Context: a time alone says more about the machine than about the program, a timed test fails on a busy machine, and a
claim such as "faster than other PDF libraries" is worth nothing when the others were measured badly or another day.
Decision: `measure` does everything in one run and in a temporary folder, with the fictional demonstration family.
Every value is a median; sides that are compared take turns in the same process (or in fresh processes, for starting);
a rival gets its fonts registered beforehand, works in memory and counts with the faster of its two ways. A row says
its goal and whether it is met; nothing here is a test that fails by time.
Consequence: ratios can be compared between machines, milliseconds only on one. Rivals are in the extra `bench`; a row
whose rival is not installed stays in the table without a verdict, so that the table always has the same rows.

Rivals draw the same lists as we do: reportlab without variation selectors and without the Noto fonts (it cannot take
CFF outlines, so such characters become empty boxes there), typst with the same chain of fonts.
"""

from kiosk.bench.row import Row
from kiosk.bench.suite import measure

__all__ = ["Row", "measure"]
