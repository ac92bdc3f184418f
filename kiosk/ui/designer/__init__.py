"""様式設計: the window in which IT staff make a form out of the paper that there is.

Context: who keeps forms is no programmer, works with a mouse and many small steps, and must see at once what a step
does to a resident's paper.
Decision: one screen. Left the tree of everything under forms/ with its problems; in the middle the page in true
millimetres, boxes to drag that snap to what is printed; at the right what the chosen box is, and what it says for an
invented resident; below the problems, each a way to its place. The window knows no file: it asks the port
(`ports.Designing`) for an edit and shows the page that comes back. Steps are taken back without end; nothing asks "are
you sure" but leaving what was not saved.
Consequence: every step can be made in a test from a hand-written page, and a dragged box moves on the glass alone until
it is let go.
"""
