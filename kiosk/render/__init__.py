"""Paper and preview: one draw list in millimetres, written as PDF and painted on the glass.

Context: names of residents need variants (葛 with U+E0100) and kanji beyond the Basic Multilingual Plane (𠮷). Qt drops
variation selectors, common PDF libraries print tofu for them and lose them on extraction, and a form must look the same
on the screen, on paper and in ten years.
Decision: shaping is ours. `shaping` asks a chain of fonts cluster by cluster with uharfbuzz; `fitting` finds a size
and never cuts; `layout.compose` turns a filled form into a `drawlist.DrawList`; `pdf.PdfWriter` and
`painter.GlyphPainter` read the same list. `packet.Renderer` is the door for everybody else. Nothing here keeps a
resident's text between two calls: only single clusters and printed backgrounds are remembered. One `Renderer` serves
the window and every thread beside it, because fonts and backgrounds for each of them would be held once more.
Every file is a PDF/A-2u: an office keeps it for years, and who cannot see it must hear it. `pdf_archive` says what the
greys mean (an sRGB profile, computed in `icc`) and what the file is; `pdf_tags` tells the reading order and what
circles, ticks and signatures say. A mark is also a text without ink (☑ 男), so that copying and searching find it.
veraPDF needs a registry that is out of reach here: its profile's rules are tests (tests.archive_rules).
Consequence: the same facts and the same template version give the same bytes; a golden file of a draw list covers both
painters; text comes out of the PDF exactly as it went in. A script that needs contextual shaping (Arabic, Thai) would
need another decision, since clusters are shaped one by one.

`Renderer.form_pdf`, `packet_pdf`, `slip_pdf` give files, `page_lists`, `page` and `background` give lists, `warnings`
tells a clerk what to look at before printing.
"""
