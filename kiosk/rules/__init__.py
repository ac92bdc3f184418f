"""What follows from facts: rule language, rule book, plan, open questions and filled forms; no clock, no files.

Context: the city's staff write rules without a programmer, and a plan must be right after every single answer, within
the time of a keystroke. What a rule depends on was once read from its text; `case["kind"]`, a loop over a loop or a
line break were misread, and the plan then stayed wrong when an answer changed.

Decision:
- Rules are CEL. Its own compiler checks them, and everything about a rule is taken from the tree that it checked:
  `wire` and `syntax` read it, `looks` finds the facts it looks at, `written` turns a part into a text again, and
  `judging` makes of it the function that is asked (the compiler's own program takes all facts over into values of its
  own at every change, which cost a household of eight more than judging). What
  cannot be named exactly (a fact taken by a computed name, a whole person) counts as everything below its root,
  never as nothing, and `kiosk check` says so. The reader of the wire format is our own, forty lines instead of a
  dependency that costs a start more than it gives; it refuses what it does not know.
- A rule that lacks a fact is neither true nor false. CEL's error absorption decides whether that matters; `Unknown`
  names what it stumbled over, and `open_questions` leads from there to what a person can be asked.
- `Facts` is one moment of a case. The next moment branches from it: only derivations, outcomes, groups and boxes that
  look at a changed key are worked out again (`changes`). What was open may then stumble over another word of a map
  that came or went, so it and the way to its questions are looked at again when anything in these maps has changed.
  What must hold for that is tested over generated visits and generated rules: the quick way gives exactly what
  working everything out from nothing gives.
- A form is filled as far as it can be; `holding` then takes back what lacks an essential box. Whatever the reason -
  わからない, papers that are not enough, 後日 - a filing is put off in one way (`waiting`). `Snapshot.judged` is the
  plan by the rules alone (what is asked and filled follows it), `Snapshot.plan` what it comes to.
- A visit may be about several events. `purposes` makes one of them: the first says what the day is about, the others
  bring procedures and wishes (`[joins]`). So rules keep one `case.occasion`, every fact keeps one question, and an
  event alone is judged as before (the matrix is about events alone). Two events that both say what the day is about
  were weighed and left: their rules give the same facts (why an insurance begins, from which day) other values, and
  their papers have other filers; they are two visits. `standing` leaves out answers that are none for the purposes of
  now.
- What is remembered belongs to a `RuleBook` (about its own texts, nothing about anybody) or to the `Facts` of a visit,
  and goes with it. No function here keeps anything between two calls.
- What was read of every rule (`RuleBook.read`, values of `found`, trees as `packed`) is kept with the checked
  catalogue, so that a start compiles none, does not load the compiler, and unpacks a rule only when it is judged.

Consequence: a newer rule compiler with another tree is a defect at once and not a plan that is silently wrong. A rule
with a computed name is slow and may close a circle of derivations; both are said to whoever writes it.

From the bottom: `found`, `functions`, `wire`, `syntax`, `written`, `packed`, `expansion`, `operations`, `absorbing`,
`judging`, `cel` (language), for a rule that is read anew `looks` and `cost` · `complaints`, `keys`, `purposes`, `book`
· `standing`, `tree`, `changes`, `facts` · `open_questions`, `identifying`, `filing`, `deadlines`, `waiting`, `plan` ·
`provenance`, `calendars`, `fill`, `transforms`, `holding` · `wants`, `interview` · `snapshot`, all of a moment
together.
"""
