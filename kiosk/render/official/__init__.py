"""The city's own paper as it is: a page of a PDF, or of a scan, under the boxes of a form.

Context: a ministry hands its forms out as PDF, a city has its own in whatever its word processor wrote. Drawing them
again is days of work, and an office refuses what only looks alike.
Decision: a page is normalised once (`leaf`): one page, upright, cropped, without what moves or runs, its lower left
corner at the origin. Everybody reads that: `taken` copies its objects, fonts and all, into our files, `seen` makes the
picture for the glass, `printed` finds its rules and words. A scan becomes a page with one picture first, so that there
is one way only. Reading is pikepdf's (qpdf), seeing is pypdfium2's (pdfium): both are kept by many, with wheels, under
MPL-2.0 and BSD/Apache; they are loaded when the first such paper is met, a form drawn as SVG costs nothing.
Consequence: the same paper gives the same bytes; what of it an archive would refuse (letters without their font, CMYK)
is known, and a file with such a page does not call itself PDF/A. What a viewer shows otherwise than the page itself
says (a layer that is off, a note or a field whose look another program makes up: `hidden`) is told instead of being
printed otherwise.
"""
