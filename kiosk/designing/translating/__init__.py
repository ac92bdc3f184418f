"""The translation matrix: every word that a resident sees, keyed by what it is, beside its translations.

Context: a translator works in a spreadsheet, row by row, and not in thirty files; what was translated from a sentence
that has changed since must not be taken for a translation of the sentence of now.
Decision: one table. A row is a word and says what it is (`procedure.P20.name`, `item.case.moved_on.ask`,
`words.lobby.begin`), its Japanese and the hash of that; a column is a language. What has no translation, and what was
translated from another Japanese, stands in a column of its own. The table is made from the files and goes back into
them: into the catalogue's labels and names, and the sentences of the screens, each where it is written today, with
comments and order as they are (tomlkit; lines of Fluent). Columns that nobody here knows (a translator's remarks) are
carried along when the table is written over. A row whose hash is not that of the Japanese of now changes nothing.
Consequence: where the same Japanese stands in several places it is one entry in the labels; what is to differ in one
place is written for that fact or code alone.
"""
