"""What happens at the counter: interview, plan, fill, confirm, deliver - without windows, files or a clock.

Context: the same visit runs behind a lobby terminal, a clerk's window, a command line and hundreds of tests.
Decision: flow holds only decisions; what it needs from outside it states as Protocols in `ports` or asks for as jobs,
and time and identity come from `clock`. The state of a visit holds codes and facts; a desk makes its page in the words
of one language (`wording`).
Consequence: `Visit.handle(action) -> Reply` is deterministic; a test drives a whole visit in milliseconds, and another
language is another page of the same visit.
"""
