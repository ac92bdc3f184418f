"""What things are: facts, vocabulary, dates, names, procedures, templates, parcels.

Context: law and form practice change every year; screens, cards and back-office systems change at other times.
Decision: this package knows pydantic and the standard library only - no clock, no files, no Qt, no SQL - and every
type in it is frozen. Plugins of pydantic are switched off: they would see every value of every resident.
Consequence: everything above can be tested with plain values, and a stored case can be read back years later.
"""
