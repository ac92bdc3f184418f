"""Building blocks of the screens: each draws one kind of thing and knows nothing of the visit.

Context: Qt's own labels and buttons cannot wrap Japanese button texts, draw variation selectors or keep line
height.
Decision: a small family of own widgets (label, button, chip, entry per value type) painted from the tokens;
Qt's widgets only where they carry an input method (line edit), a list (combo box, table) or scrolling.
Consequence: the audit test can ask every widget on a screen whether its words fit, its target is large enough
and it has an accessible name.
"""
