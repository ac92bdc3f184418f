"""記載台: a resident alone with a terminal, on the same visit as the counter's.

Context: the same facts, rules, forms and records as at the counter, but one thing at a time, in seven languages, by
somebody who knows no word of the office and may walk away at any moment.
Decision: `Lobby` is a desk around the one `Visit`: it knows the page the resident is on and how they came there, and
turns what they do into the visit's own actions; what they say has the source *resident*. What only a clerk can answer
(`Item.staff`) is not asked, what somebody does not know is held, and both wait for the counter. What nearly everybody
answers in one way (`LifeEvent.usual`) is not asked either: it stands marked among the answers that are checked, is
theirs once they say so, and is gone when they call a person instead. Nothing leaves memory
before the resident hands it in: no number is taken, no draft kept, none dropped; then the visit is kept encrypted
under the number of the slip, as the counter's own drafts are, and is taken up there or here by the code on the slip.
The code is the case's random id, the number is not: who only guesses a number opens nothing at a terminal.
Consequence: the counter shows a visit of the terminal without knowing that there is one; a language, a page or a way
more is a change here and in the words, never in a rule.
"""
