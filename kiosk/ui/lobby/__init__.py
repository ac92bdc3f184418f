"""The terminal where residents fill in by themselves: one thing a page, touched, nothing modal.

Context: nobody of the staff stands beside it; forms, store or settings may be wrong, and the next resident must meet
nothing of the last.
Decision: what stops the terminal lies as a page in every language over everything (`service`), and beneath it nothing
can be reached; a visit that has begun is never cut short by it. The staff's page opens by their code alone, whose delay
outlasts a restart; settings that cannot be read lock it. `LobbyWindow.end` wipes and makes every page anew, and the
process overwrites what it gives back (kiosk.bootstrap.overwriting).
Consequence: a terminal is opened again by its own look at everything that residents need, never by hand alone.
"""
