"""How a confirmed visit leaves the counter: parcels in one transaction, then the courier until every one has a receipt.

Context: a lost or doubled application hurts somebody, and the receiving system may be away for days.
Decision: `confirm` makes papers, records and audit entries of a signed visit and hands them to the outbox as a whole;
ids are chosen before the write. `courier` takes one parcel at a time to one destination and owns no thread and no
clock; `lanes` give each courier a thread, so that a share that never answers keeps nobody else waiting; `retry` says
when again (full jitter, capped, never given up), when a destination rests, and what staff must be told. Failures are
classified by the destination: unreachable waits, refused is held for a person, unknown is repeated under the same key.
The courier is behind a window, or a process of its own (`kiosk courier`): one lock says which, and a bell beside the
store wakes it at a confirmation. What receivers decide later is fetched at the end of each lane.
Consequence: the outbox port is all that delivery knows of a disk, the destination port all that it knows of a
network.
"""
