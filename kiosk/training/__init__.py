"""研修: the personas come to the counter as visitors, and what was made of their visit is held against a model visit.

Context: a new clerk must be able to do everything of a day, with people who cannot be harmed and with somebody who
says afterwards what went wrong; nothing of it may ever be taken for a resident's application.
Decision: the model is the persona's written visit, played by the same rules on the same day (`kiosk.designing.play`):
no second list of right answers that could grow old. A visitor knows what the model visit came to know and says it when
it is asked, and only then (`visitor`); the members of the trainee's visit are found in the model by name, then birth,
then order. Judged is what leaves: papers box by box, procedures, what is held, and the answers that differ (`score`).
The room is apart by construction (kiosk.bootstrap.training): a home of its own whose store is under a key of its own,
so that neither the production program opens what was invented nor training what is real; its parcels go into a folder
of that home, and whoever makes a connection refuses any other; each page that is printed, saved or shown says 研修.
Consequence: whoever adds a persona adds a lesson.
"""
