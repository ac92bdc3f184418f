"""The office's pages beside the counter's: what has not left this machine, and what staff decide about it.

Context: a held parcel waits for a person, and the person at the desk is the one who sees the chip; a resident may be
looking on.
Decision: the chip of the outbox opens a page over the step of the visit, Esc closes it, and the visit stays as it is.
The page shows numbers, procedures, fields and rules, never what somebody said. What is decided is done on the courier's
thread, between two parcels, so that neither meets the other.
Consequence: the page knows no store and no thread; it asks the host and shows the answer. The office's own window
(`window.py`) has the same page without a visit behind it, and beside it both sides of a destination and the end of a
day; it says by signals what it wants, and whoever puts the parts together lets the host do it.
"""
