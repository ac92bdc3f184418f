"""The office's forms/ folder, read and checked: what IT staff change without code becomes one frozen catalogue.

Context. Forms change several times a year and differ from city to city. The people who change them are IT staff of
the city, not programmers; a mistake of theirs must be told to them with file and place, and must never stop the
counter or print a wrong paper. A case that began in the morning must be printed as it began, whoever edits meanwhile.

Decision. Everything under forms/ is read by this package and by nothing else, once: `files` takes the bytes, and all
readers work on these. `catalogue.load_catalogue` gives one immutable Catalogue - rule book, city, forms with their
printed pages - whose digest is the SHA-256 of the files; it is handed down to press, records, destination and visit,
which remember the digest. Another room that has a file of its own there (columns, practice cards) parses the bytes of
the Catalogue. Readers return values: the finished types, or Issues that name the file and the place (box[3].rect);
they raise nothing for wrong content. `copies` keeps the checked result for the next start.

What the program reads at run time for a form is template.toml and the SVG pages, which may come from any editor;
`drawing` is a small tool for forms that are ruled tables. A published version is never edited: a change is a new folder
with its own date, and a case keeps the version (and its digest) it began with.

One procedure is one file, although it is another filing on another occasion (児童手当: 認定請求, 額改定, 消滅届): what
changes stands in its variants, so that a change of the law is found in one place, and a rule, a reason and a deadline
never drift apart. What differs from city to city (fees, days, services) stands in municipality.toml alone, each value
with how far it was confirmed (kiosk.settings); procedures name it (`{city.fee_juminhyo}`).

Consequence. An edited file counts from the next start of the program. There are two files for one drawn form, and a
test rebuilds every sheet.toml and compares byte for byte, so they cannot drift apart. The postal service's list is no
part of forms/: `postal` reads addresses by whatever list it is given.
"""
