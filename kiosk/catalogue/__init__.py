"""The office's forms/ folder, read and checked: what IT staff change without code becomes one frozen catalogue.

Context. Forms change several times a year and differ from city to city. The people who change them are IT staff of
the city, not programmers; a mistake of theirs must be told to them with file, line and what is allowed, and must never
print a wrong paper or leave out a right without a word: a misspelt key once removed a procedure from every plan. A file
can also be no file (a pipe, a link to elsewhere), saved in another encoding, or ask for more than a machine has. A case
that began in the morning must be printed as it began, whoever edits meanwhile.

Decision. Everything under forms/ is read by this package and by nothing else, once: `intake` takes the bytes, and all
readers work on these. `catalogue.load_catalogue` gives one immutable Catalogue - rule book, city, forms with their
printed pages - whose digest is the SHA-256 of the files; it is handed down to press, records, destination and visit,
which remember the digest. Another room that has a file of its own there (columns, practice cards) parses the bytes of
the Catalogue. Readers return values: the finished types, or Issues; they raise nothing for wrong content. `copies`
keeps the checked result for the next start.

- *A catalogue with a problem is not used.* `Catalogue.issues` are all of them, whichever room finds them; who runs a
  desk takes the last one that had none (kiosk.bootstrap.forms). `shelf` keeps that as the files that it was, because
  the copies belong to one program and may be deleted, and a parked visit is taken up on the files it began with.
- *Every key, type and name counts.* Types are taken as they are written ("3" is no number), unknown keys and files
  without a place (`layout`) are refused, and the nearest right spelling is said. What Windows editors add (a byte order
  mark, other line ends) says nothing and is taken off when a file is taken, so that it makes no other digest.
- *Words of the city's language.* What is no TOML is said in Japanese with what is written instead (`toml_words`), not
  in the parser's English; words that a later parser may have are told as a line that cannot be read.
- *One cause, one message.* What was wrong with the files themselves explains what is missing elsewhere (`causes`); a
  fact that many rules miss is told once. Rules are tried only where everything could be read.
- *Lines are found afterwards.* Who finds a mistake knows a table and a key; `placing` follows these through the file
  once more, only for files with a mistake. The standard library's parser keeps no positions, and a parser that does
  (weighed: tomlkit keeps them for its own writing only) would be read by every start.
- *Budgets.* Files, folder, nesting, boxes, pages and rules have a most each, looked at before anything is parsed,
  drawn or evaluated (`intake`, `toml_lines`, kiosk.rules.cost), so that the check of any folder stays below 400 MB.

What the program reads at run time for a form is template.toml and the SVG pages, which may come from any editor; the
city's own words stand in them as {city.mayor}. `drawing` is a small tool for forms that are ruled tables. A published
version is never edited: a change is a new folder with its own date, and a case keeps the version (and its digest) it
began with.

One procedure is one file, although it is another filing on another occasion (児童手当: 認定請求, 額改定, 消滅届): what
changes stands in its variants, so that a change of the law is found in one place, and a rule, a reason and a deadline
never drift apart. A filing has forms, or a sentence why it needs none (`no_form`): a paper that "the department hands
out" was no paper at all. Why a procedure comes up on an occasion, or does not, stands in matrix.toml, which decides
nothing and is held against the events (`matrix`). What differs from city to city (fees, days, services) stands in
municipality.toml alone, each value with how far it was confirmed (kiosk.settings); procedures name it
(`{city.fee_juminhyo}`).

Consequence. An edited file counts from the next start of the program. There are two files for one drawn form; a test
rebuilds every sheet.toml and compares byte for byte, so they cannot drift apart. A typing mistake in one file holds
back the right changes in all others until it is mended. The postal service's list is no part of forms/: `postal`
reads addresses by whatever list it is given.
"""
