"""中継: one PostgreSQL between the many machines of a hall, or of many halls, and the systems behind them.

Context: a hall has counters and lobbies, a prefecture has halls. A machine that delivers on its own needs every
receiver's share and secret, and when it breaks on a Friday its parcels stay in it. A file of SQLite is never shared
over a network, and a broker would be a second system beside a database that is needed anyway.
Decision: each machine keeps its own encrypted outbox and goes on without a network; PostgreSQL is one more destination
(kiosk.exchange.destinations.hub) that takes parcels by their message id, in batches, each only created. What lies there
is encrypted to the city's public key (age) under a message id, an office and an order key that is an HMAC: who
administers the server reads nothing of anybody. Who is at the other end is proved both ways by certificates (TLS 1.3,
host name checked; the role is the name in the client's certificate), and each office sees its own rows alone (row-level
security), a terminal not even the contents of those. A server that could lose what it acknowledged (fsync off, no
checksums, …) gets nothing.
The driver is asyncpg: Apache-2.0, wheels, one package without others. psycopg is LGPL-3 (its wheel carries libpq,
too), pg8000 is all Python and brings three packages. Its statements stand here and nowhere else:
the store's rule "SQL lives in the store" is about one file of one machine; this is about rows that many machines
share. The room lies under kiosk.exchange, whose destination uses it, and knows neither settings nor catalogue.
From there the courier, its lanes and retries are those of a machine, with the hub in the place of the store
(kiosk.hub.claiming): a claim is one statement with a fence token, and several machines may do it.
Consequence: a parcel is in two outboxes for a while, its own and the hub's, under the same message id from the
confirmation to the receiver: any step can be repeated.

状況 (tables in standing, the terminal's side in telling and kiosk.store.beyond, the courier's in claiming and
answering).
Context: a terminal that hands over and hears nothing more says 届いた of what lies in the hub, and a resident hears of
a refusal when a period is over. Decision: every change that concerns a machine has that machine's next number,
given under a lock, so that it asks for what is after the last one that it wrote down; what it missed is told again,
and changes nothing twice. What was asked for once more counts upwards at both ends (`asked`), so that old news of
an earlier time says nothing. A refused parcel has one owner at a time: the hub until the machine has heard, the
machine from then on; the household's order is kept in the hub meanwhile. Reasons and receipts are closed with a
secret that the machine put beside the parcel, inside what only the city opens; the server sees states, codes and
times.
Consequence: the terminal's own mechanisms (release, correction, withdrawal, answers) need not know of a hub; a
machine that is gone for good keeps what was given back to it until its store is restored, and `kiosk hub held`
names it.

共有 (`share`; tables in visit_tables, statements in visits, keys in covering; kiosk.bootstrap.sharing runs it).
Context: a resident tells a terminal, a counter goes on; a visit is set aside here and taken up there; all while the
hub may be away. Decision: each machine's own store stays the truth that it works on. A thread beside the window brings
every unfinished visit (version by version) and every accepted case, and lists what the office has; a visit itself is
fetched only by who opens it, so that a stolen counter holds no more than what it worked on. All that lies there is
sealed with keys made of the secret that the machines share already; a key sealed to each machine at its admission would
have to be known to who admits. Search is by HMAC tokens of the very words that a store's own search knows.
One machine at a time holds a visit: taking it is one compare-and-set, and the server itself writes who took it from
whom. While the hub is away a machine goes on with what lies in its store, and with numbers of a series that is its
store's alone (kiosk.store.tickets). Two that have gone on with one visit never overwrite one another: the later finds
another version there, both stay, a person chooses. What was given up or erased leaves a row with nothing in it,
proved by an HMAC of the office's: the server alone has nothing erased, and one that was put back is told anew.
An accepted case is read at every machine, and corrected where its parcels, prints and answers are: at its own.
Consequence: a terminal may bring and not read (`kiosk_terminal` and `kiosk_counter`); the server sees how many visits
there are, when and at which machine, and which share a word, never which; it can put back an old row and forge none.
What two machines both accepted while one of them was away has been filed twice; the later one says so until it is
taken back there.

On paper, 1,700 municipalities (not measured): about 25,000 counters and lobbies at 20 applications an hour make 140
parcels a second, 700 in the first hour of April at five times that; one batch of a terminal is one connection, some
20 ms of the server. A server takes 3,000 parcels a second of 50 terminals (`kiosk bench`). So: one hub for each
prefecture or shared centre (47, of some 36 municipalities and 530 machines each; 15 parcels a second in the busiest
hour), never one for all: its loss is the loss of one region's speed and of nobody's cases, as every machine keeps its
own until the hub has them. 4 KB a parcel, 10^6 a year and region: 4 GB a year. Connections: a terminal holds one only
while a batch or a question is under way; asking for news (every 30 s where something lies there, else every five
minutes) is 2 to 18 connections a second for 530 machines; 530 machines after an outage come back spread over 15
minutes (full jitter, kiosk.delivery.retry), and max_connections = 300 holds them without a pooler.
Two synchronous standbys in other buildings (synchronous_standby_names = 'ANY 1 (one, two)', synchronous_commit = on):
a commit is on two machines before it is told, and either standby may be away. All three names stand in `host`; only the
one that takes writes and has a standby with it is used. `kiosk hub status` counts the standbys that are with it.
`kiosk hub promote` puts one in the place of the first; how the former one is kept from taking anything: promoting.
"""
