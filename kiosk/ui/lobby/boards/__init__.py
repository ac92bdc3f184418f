"""The input boards of the terminal without a keyboard: kana, kanji, dates, numbers, addresses and choices.

Context: whoever sits here has no keyboard, may never have used one, sees or aims badly, or reads no Japanese; the
glass is 1280×800, 1920×1080 or 1080×1920 and the letters are as large as four sizes allow. Nothing that was typed may
be left.
Decision: boards are widgets that know no vocabulary: they give a text (or an Address, or codes) and say `changed`; the
page asks the visit what it means. Every board is told how much room it has and chooses rows, columns and pages from
it (`tray`, `grid`, `paged`); nothing scrolls, no page has more than thirty.
A target acts on release inside it, is at least 48 dp high and wide and
stands 10 dp or more from the next. There is no caret in the middle of a text: one writes at the end and takes back from
the end, letter by letter as people count them. A date is given in boxes that never jump by themselves. The 50音 board
stands in columns from the right as on paper, or from the left, and turns at a touch.
A keyboard, where there is one, types into the board; Enter says `done`, the arrows walk the keys. `groups()` gives the
targets row by row for those who choose with one or two switches.
Consequence: a board is tested alone, with real touches, in every size and geometry; `wipe()` leaves nothing in it.
"""
