"""The clerk's window: interview beside the living paper, then plan, check, sign and done.

Context: a visit is short, interrupted and spoken aloud; the clerk looks at the resident, not at the keyboard.
Decision: one window, five numbered steps, one primary action at the bottom right of each; F-keys reach everything and
Enter always goes to the next open question. Help, card reader, extract and paper share the right half.
Consequence: the visit is complete by keyboard alone and by mouse alone, and no step hides another resident's data.
"""
