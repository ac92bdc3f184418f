"""Tools of the people who keep rules and forms: check, trace, replay, fewest questions, rehearsal.

Context: the city's staff change rules without a programmer, and must see what a change does before a resident does.
Decision: written visits are played through the very visit that a window drives (`rehearsal`); whatever is told about
rules (`rule_check`, `trace`, `replay`, `fewest`) is told from their checked trees and from such visits.
Consequence: none of this runs while a counter works, and what it finds holds at the counter.
"""
