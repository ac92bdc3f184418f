"""What things are: facts, vocabulary, dates, names, procedures, templates, parcels.

Context: law and form practice change every year; screens, cards and back-office systems change at other times.
Decision: this package knows pydantic and the standard library only - no clock, no files, no Qt, no SQL - and every
type in it is frozen. Plugins of pydantic are switched off: they would see every value of every resident.
- *A date says how much of it is known.* `wareki` holds what was declared and never more; `said_dates` reads what people
  type. Year, month and day are parts of a whole day alone: of 昭和25年頃 only the words are right, on paper as well.
- *An address is one text and parts that hold all of it.* `address_text` cuts, `address_parts` keeps both as one when a
  part is retyped, placed or looked up, and names what stands in no part (`unplaced`): the desk asks about it, and a
  record with such a rest does not leave. Numbers of a town and a 小字 belong to the town, which is what records have.
  Letters are folded for comparing only, never in what is kept.

Consequence: everything above can be tested with plain values, and a stored case can be read back years later.
"""
