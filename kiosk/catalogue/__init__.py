"""The office's forms/ folder, read and checked: what IT staff change without code becomes the program's frozen types.

Context. Forms change several times a year and differ from city to city. The people who change them are IT staff of
the city, not programmers; a mistake of theirs must be told to them with file and place, and must never stop the
counter or print a wrong paper.

Decision. Everything under forms/ is TOML (and SVG for the ruled background), read by this package and by nothing else.
Readers return values: the finished types of kiosk.model, or Issues that name the file and the place (box[3].rect).
They raise nothing for wrong content. What the program reads at run time for a form is template.toml and the SVG pages.
Those may come from any editor; for forms that are ruled tables the package brings a small drawing tool: sheet.toml
says which boxes there are and in which rows and cells they stand, `sheet.build` draws the SVG and computes every box.
The pages are drawn from the same numbers as the boxes, so a value can not miss its cell. A published version is never
edited: a change is a new folder with its own date, and a case keeps the version (and its digest) it began with.

One procedure is one file, although it is another filing on another occasion (児童手当: 認定請求, 額改定, 消滅届): what
changes stands in its variants, so that a change of the law is found in one place, and a rule, a reason and a deadline
never drift apart. What differs from city to city (fees, days, services) stands in municipality.toml alone, each value
with how far it was confirmed; procedures name it (`{city.fee_juminhyo}`).

Consequence. There are two files for one form, and a test rebuilds every sheet.toml and compares byte for byte, so they
cannot drift apart. Drawing needs no font: the forms' fonts have a fixed pitch, full width or half of it. A form that is
not a ruled table is drawn elsewhere and brings only its template.toml and SVG; the same checks hold for it.
"""
