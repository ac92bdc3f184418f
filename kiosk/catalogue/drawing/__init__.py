"""A small drawing tool for forms that are ruled tables: from sheet.toml to template.toml and the SVG pages.

Context: most forms of a city are ruled tables. Drawn in one program and measured in another, a value misses its cell.
Decision: sheet.toml says which boxes there are and in which rows and cells they stand. `sheet.build` draws the page and
computes every box from the same numbers; `table` lays out rows, `boxes` and `options` what stands in a cell, `pen`
collects the SVG, `lettering` measures text by the fixed pitch of the forms' fonts, `written` writes template.toml.
Consequence: drawing needs no font and the same text gives the same bytes, so that a test can rebuild every form. A form
that is not a ruled table is drawn elsewhere; the counter reads only template.toml and the pages.
"""
