"""The measurements: how fast the counter is, beside something that can be compared with it, all in one run.

Context: a time alone says more about the machine than about the program, a timed test fails on a busy machine, and a
claim such as "faster than other PDF libraries" is worth nothing when the others were measured badly or another day.
Decision: `suite.measure` does everything in one run and in a temporary folder, with the fictional demonstration family.
Every value is a median. A goal is never a time: it is a count, a ratio to a floor that takes turns with it (a bare
window, the command library alone, hand-written SQL, a rival), or a multiple of the `reference`, a fixed mix that runs
between the repetitions of everything that has a goal in milliseconds. Commands count by their processor time in fresh
processes, memory in a process of its own. A rival gets its fonts registered beforehand, works in memory and counts with
the faster of its two ways. A row says its goal and whether it is met; nothing here is a test that fails by time.
Consequence: verdicts can be compared between machines and hours; `Row.equal` gives a time as it would be in the hour
that the goals are written for. Rivals are in the extra `bench`; a row whose rival is not installed stays in the table
without a verdict, so that the table always has the same rows. This file imports nothing: `suite` alone knows all parts.

Rivals draw the same lists as we do: reportlab without variation selectors and without the Noto fonts (it cannot take
CFF outlines, so such characters become empty boxes there), typst with the same chain of fonts.
"""
