"""住民の画面: a second window of the counter, turned to the resident.

Context: who sits opposite sees the back of a monitor, hears questions in another language or not at all, and must sign
and confirm what they cannot read.
Decision: the window only draws a `ResidentPage`, the projection of the one visit (kiosk.flow.desks.resident), made anew
with every page of the clerk's window; it holds nothing but that page, its own text size and colours, and a phrase that
was put on it. All of it is taken down and built again for another page, so that nothing of an earlier one can stay.
What is touched there goes to the visit like what a clerk does: an answer that was handed over, a yes to the answers, a
signature; a phrase of the resident's is told above the clerk's page.
Consequence: the clerk's window does not know how it looks, and a tablet or a second monitor are the same.
"""
