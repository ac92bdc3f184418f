"""Form pages in different hands: what stands on them (`sheets`), and typst, LibreOffice and reportlab that draw them.

A hand draws with the means of its program (tables, spanned cells, frames), so that rules, letters and grounds differ
as they do between cities. What a page asks for, and where, is the same for every hand. `drawn/` holds the pages of the
programs that tests do without; `python -m tests.hands.drawing` draws them anew with typst and LibreOffice (soffice).
"""
