"""Changing a form at the designer's desk: an edit gives another template, and the file follows it.

Context: whoever keeps a form moves a box on the glass, and a colleague reads the difference in the file. A template
written anew as a whole would lose remarks and order, and every difference would be the whole file.
Decision: `changing` gives for a template and an edit (kiosk.model.edits) another template, and knows no file. `text`
brings it into the file it came from: only the tables that differ are touched, and of these only the keys that differ;
what is written is read again and must be that template. `workbench` holds both with what was done before, so that
every edit can be taken back, and lays a version down whole or not at all.
Consequence: an edited file reads as if a careful person had typed the edit; an undone one is the file as it was, byte
for byte.
"""
