"""What the counter remembers: accepted cases, parcels on their way, drafts and the audit record, all encrypted.

Context: a confirmation must survive a power cut once the clerk sees it accepted; a parcel must leave exactly once;
a stolen disk must tell nothing; a full or broken disk must lead to a clear sentence and never to an empty new database.
Decision: one SQLCipher file (`kiosk.db`, WAL, synchronous=FULL, STRICT tables) behind one connection and one lock per
process. A confirmation is one `BEGIN IMMEDIATE` transaction. Every case has its own AES-256-GCM key, wrapped by a key
that rotates when a case is shredded. The SQLite build is checked at start because 3.7.0 to 3.51.2 can lose commits in
WAL mode. SQLCipher's memory security is on: measured with 300 visits, confirming took 11 ms with it and
10 without, a claim 1.4 and 0.9 ms, an opening 9 and 5 ms of CPU. It wipes and locks what SQLCipher holds; the counter's
own memory is kept from others by the process (kiosk.bootstrap.privacy), not by this.
sqlite-utils describes tables; the four hot statements are written by hand. Every time comes from the caller.
What a database knew is also written down outside its folder (`kiosk.mark`: numbers of cases and entries, the last
audit hash, the last slips; signed), after every change, and compared at every start. A start looks at the newest
entries and at the mark, not at the whole file: 2 ms instead of 300 with 2,000 visits; `kiosk status --full` reads all.
The audit record is sealed entry by entry under a key of its own (`entries`; audit.key, or the credential kiosk-audit),
which signs the mark as well: the root key opens the database and writes no entry that holds. A million seals are
reckoned anew in 3.5 s (of the reference hour). Who takes the program's account has both keys; against that, and against
a place put back as a whole, only what has left the machine speaks: `audit.verify_chain(known)`. A delivery is an entry
of its own, in the transaction that settles it; an attempt in vain stands in `attempt` alone.
`copying` makes one sealed file of the store while desks are at work; `fencing` keeps a copy, or what was put back, from
delivering what the other one delivers.
A loss that cannot be undone is accepted by a person (`losses`), with a reason in the audit record.
Who may sign in is in the same file (`roster`, `sign_in`): PINs by scrypt, staff cards and what was typed in vain as
keyed hashes; a try is counted before it is looked at, so that neither a restart nor a pulled plug gives one more.
Consequence: no other SQLite program may touch the live file. While the reserve file is gone (disk full) no new case is
accepted, but parcels still leave. Shredding makes bytes unreadable to whoever holds only the file; a forensic copy of
old disk blocks *together with* the root key is beyond it, which is why production keeps the root key in the TPM.

Drafts are kept as they go: `drafts` says at which window one is open (`presence`: a lock that dies with the process),
so that no two windows write one visit. `kept` holds confirmed cases and finds them by keyed tokens.

`residents` is the city's own register, read in as a whole and looked into for a visit: a file of its own, named and
opened by a row of the live one.

`guides` holds the rows of every visit's 受付案内票, ticked off at the counters: procedures, and never a name. What was
done and falls away with a correction stays there, apart, so that its counter is told.
`prints` numbers every print of a case, paper by paper: a copy says which one it is, why, and which print it replaces.

`places` is a small room beside it: the postal service's list, public reference data that is only read, in a file of
its own with the standard library's SQLite. It never meets the live file, and remembers nothing that was asked.
"""
