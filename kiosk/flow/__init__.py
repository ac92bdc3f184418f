"""One visit, whoever shows it: what was said and decided, what to ask next, what to do outside - without any I/O.

Context: the same visit runs behind a clerk's window, a lobby terminal, commands and hundreds of tests; it must
survive a crash, go on at another desk, and never make a person wait for a disk.
Decision: `visit` holds a frozen, versioned, serialisable `VisitState`; `handle(action)` answers with a `Reply`: the
page of this moment and the `jobs` that somebody must do outside (a number, an address split, a confirmation written).
An answer to a job comes in like any other action, and counts only while it is still about this visit and these words.
A `Turn` works on values alone, so whatever goes wrong in it leaves the visit as it stood. What a desk shows is a
projection (`desks/`), made of the snapshot that `kiosk.rules` works out. `at_once` does the jobs in place where there
is no window. A card, a paper or a row of one belongs to somebody before it gives a fact: `matching` finds the member,
what is surely another person's or unsure waits in the state as a `Proposal`, and nothing else is done before a person
has decided it (`deciding`; the reason stays with the name). Who is here may be known before what for: a card or a
paper begins a visit without a purpose (`receiving`), the people stand in it, and the purpose joins, changes or goes
(`purposes`) while all that was said stays in the ledger. Of a paper before anybody is known it is asked who has come;
until then nothing of it is a fact. Words that are still being typed take nothing back: only leaving the field does. A
written visit says everything as it begins, so that it is worked out once. Whatever was said or done can be taken back
(`rewinding`): the values before are kept, in memory alone, until a confirmation or the end. An address that somebody
says must be able to be one, lie where the occasion wants it (`addresses`), and stand in its parts: what cannot be
taken stays in its field with the reason, what stands in no part is in the confirmation's way. A resident alone at a
terminal walks through the same visit (`lobby`); what they say and what they then say to a clerk is one voice, so that
nothing is typed twice and nothing is a conflict. Who is at a desk is no part of a visit (`at_desk`, `attendance`):
each fact says who recorded it, and whoever confirms stands in the record.
The city's own register is a paper like any other once people of it were taken (`residents` is the port): a source of
its own with the day of its data, and with what the household has here already. What the clerk has seen and chosen may
be about other people than the applicant; an address is still the applicant's alone.
Nobody signs before one list is empty (`gate`, `obstacles`):
what is open, differs or is held, what a card, a paper or custom says and no person has said yes to (`unconfirmed`; a
yes is to a value, and goes with it), what a receiver would refuse or a printer would not print as it was said
(`foresight`, found out by a job beside the window). A held filing is accepted by name, with a reason that is part of
the case and is printed; whatever comes in between leads from the signatures back to that list, and what has changed
since they began is asked about alone.
Consequence: a whole visit is played in milliseconds without a window; a host may run jobs on any thread and in any
order; parking, resuming and handing over are reading and writing one value.
"""
