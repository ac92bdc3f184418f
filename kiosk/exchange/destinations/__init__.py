"""送付先: the places a parcel can go to; each answers with a receipt or a classified failure and never raises.

Context: the national data linkage is file exchange or pull, and an office's network share is what every town has.
Decision: the folder comes first; other destinations implement the same port (kiosk.flow.ports.Destination).
A folder bears a sign that names it; without the right one nothing is written and nothing made anew (a share that is
away looks like an empty folder). Files are named by their message and only created: delivery is at least once.
A service over HTTPS gets the same files, each only created, and the list of them last; its answer is the receipt.
SFTP and object storage are the same folder, sign and fence included: one delivery, another disk. A store that was put
back or copied is kept from delivering again by a fence in the folder; a service has its message ids for that. Answers
come back as files, or when a service is asked; where they are read is each destination's own lane, so that a dead share
stops nobody.
Where files lie at rest they can be closed for the receiver alone (age): only lists of encrypted files are in clear.
A printer of an office that works on paper is asked by the name of the message before anything is printed twice.
A hub (PostgreSQL) takes the parcels of many machines and is no receiver: the system behind it is (kiosk.hub).
Not here yet: a robot's screen.
Consequence: the courier, its retries and its breaker are written once and know nothing of files or networks.
"""
