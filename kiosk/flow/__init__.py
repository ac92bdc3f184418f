"""What happens at the counter: interview, plan, fill, confirm, deliver - without windows, files or a clock.

Context: the same visit runs behind a lobby terminal, a clerk's window, a command line and hundreds of tests.
Decision: flow holds only decisions; what it needs from outside it states as Protocols in `ports`, and time and identity
come from `clock`.
Consequence: `Session.handle(action) -> Page` is deterministic; a test drives a whole visit in milliseconds.
"""
