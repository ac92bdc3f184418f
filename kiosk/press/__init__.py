"""What is printed around the forms: the slip, the guide sheet with its route through the building, the packet.

Context: window, confirmation and commands print the same papers, on different threads, from one set of fonts.
Decision: one `Press` a program, made of a renderer, the city and the words of the guide sheet; whoever prints uses it.
What a paper says is worked out as plain content (`slip`, `guide`, `route`), then set as a draw list (`guide_sheet`).
Consequence: papers of a visit are the same bytes wherever they are made, and a language is one word file more.
"""
