"""The only place that knows every concrete class: it puts store, cards, paper and screens behind flow's ports.

Context: layers above flow must not import one another, yet a counter needs all of them at once.
Decision: one package of small adapters - `place` (where things lie), `program` (everything composed), `sources`
(cards and extracts as actions), `counter`, `cards`, `office` (the ports of the window), `surroundings` (what a visit is
given), `doing` (the jobs of a visit), `background` (the courier beside the window), `log` and `hooks` (what IT staff
and a person see of a bug),
`printing` (CUPS), `privacy` (what the system is told at the door), `memory` (one place for all threads to take it
from, and give it back to).
Consequence: exchanging a destination, a reader or a screen touches one adapter; tests compose their own program from
the same parts. Heavy parts (store, fonts, Qt) are made when they are first used. A counter's threads
begin when its start page is painted: rules, store and courier would only keep it from the glass.
"""
