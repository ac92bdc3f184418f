"""From an official paper to a form that fills itself: boxes proposed where the paper has room, named and bound.

Context: a ministry's PDF has ruled cells and printed labels, or fields of its own; nobody should measure them by hand.
Decision: `grid` makes cells of the printed rules, `proposing` says which of them are to be filled in and how (a text,
a comb, a date, a choice), `naming` reads their labels from the left and from above, `matching` looks for the fact that
a label asks for, with a confidence. Fields that a PDF already has (`fields`) are taken as they are. A scan is made
straight and its rules are read from the picture (`scan`); labels then need a program that reads pictures, where one is
installed.
What comes out (`draft`) is an ordinary template: every box that nothing is bound to stays blank for the pen, a number
that the law keeps out of here stays blank for ever, and a person looks at each before the form is used.
"""
