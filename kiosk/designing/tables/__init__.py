"""Changing the rules' and the city's files at the designer's desk: key by key, as a form with one field for each key.

Context: procedures, questions, settings, occasions and written visits are files of tables. Who keeps them is no
programmer: he fills in fields, and a field that somebody forgot to draw would be a key that nobody can change.
Decision: nothing is drawn by hand. `shapes` reads from the types that the catalogue itself reads the files with what
may stand at each place (and `roots` which type a file has), `refers` says what a text names (a department, a form, a
fact, a rule), `outline` lays a file out as parts with fields. `changes` are the few things that can be done (say, add,
drop, move), `writing` does them in the text: one statement is written anew (tomlkit), everything else stays, and what
was written is read again and must be what was meant. `ledger` holds all files that were changed here, takes every step
back, and lays them down whole. `uses` finds who names something, `beginnings` makes what is new, `rule_sheet` takes the
conditions of a procedure through a spreadsheet.
Consequence: a key that a type learns tomorrow has its field tomorrow; a file that was changed here reads as if a
careful person had typed the change.
"""
