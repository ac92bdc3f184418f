"""Conditions as Japanese sentences, and back: what staff of a department can read, write and correct themselves.

Context: a condition is a CEL expression. Whoever knows the law seldom reads CEL, and a rule that only a programmer
reads is checked by nobody who knows what it should say.
Decision: a condition is said as lines. A line compares one fact with a value or another fact, or it opens a block - all
of these, any of these, somebody for whom these hold, nobody, everybody, so many people, if and otherwise - whose lines
stand one step further in. Facts are called by their labels in 「」, with their key in 〔〕 where a label is several
facts' or none; values stand in 『』; この方 is the member that a rule is put to, その方 the one that is looked for.
What no sentence is made for stays CEL on a line of its own, 式: …, and is counted, so that nobody takes it for read.
Both directions meet in the syntax tree: what is said of a checked tree is read back as exactly that tree (a property of
every condition in forms/), and what is read is written as CEL and checked like any rule.
Consequence: sentences are a view. Files keep CEL, which the catalogue reads and the page at home is made from.
"""
