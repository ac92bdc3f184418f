"""What is printed around the forms: cover sheet, slip, guide sheet with its route through the building, the packet.

Context: window, confirmation and commands print the same papers, on different threads, from one set of fonts.
Decision: one `Press` a program, made of a renderer, the city and the words of the guide sheet; whoever prints uses it.
What a paper says is worked out as plain content (`slip`, `guide`, `route`), then set as a draw list (`guide_sheet`).
Residents' papers are for residents: what the office notes for itself in a text is taken out in one place
(`kiosk.model.remarks`), a period that ends on a closed day says so, and no letter of the slip is below 10 points.
一つの窓口で is a way of sending people (`route.gathered`): slip, guide and minutes follow from it.
A packet begins with its contents (`contents`, `cover`), because it is opened and divided in rooms where nobody was at
the counter: by department, with room for a mark, and with what is not in it. It goes to printers in jobs, because both
sides of the paper are a matter of each form.
Consequence: papers of a visit are the same bytes wherever they are made, and a language is one word file more.
"""
