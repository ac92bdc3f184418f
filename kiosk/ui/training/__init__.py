"""What a window shows in training: the word over everything, who has come and what they say, and how it went.

Context: a trainee must use the very window of the day, and nobody may take a screen of it for a real visit.
Decision: the counter is built as always; where its kit has a trainer, a band stands above every page that says so and
speaks for the visitor (`band`), a drawer offers the visitors and tells the result (`panel`), and the word lies faintly
over the whole window (`mark`). None of them knows a rule: the trainer answers (`kiosk.ui.trainer`).
Consequence: what is learnt is where things are on a real day, key by key.
"""
