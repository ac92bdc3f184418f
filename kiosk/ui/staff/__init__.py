"""Who may see a desk: signing in, the lock over everything, hiding the screen from a look over the shoulder.

Context: a clerk turns away with a visit open; somebody else stands at the keyboard; a scanner types whatever it reads.
Decision: the lock does not close windows one by one. What a desk shows is one widget, and the door keeps it and a cover
in one stack: while the desk is closed that widget is hidden *and* disabled, so that neither Tab nor a page that arrives
can give it the keyboard, and every shortcut of the window is off. Popups and dialogs are closed, what this window had
copied is forgotten. The visit behind it is not touched. The door knows no rule: who comes and goes is worked out by
`kiosk.flow.attendance`, numbers and PINs are looked at behind the `Entrance` port on the store's thread. Staff cards
have a reader of their own, so that one can lie there while residents' cards come and go; once it is taken away the desk
locks.
Consequence: the counter's window knows nothing of staff, and any other window can stand behind the same door.
"""
