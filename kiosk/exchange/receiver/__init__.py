"""A receiving system to try deliveries with: it takes what `kiosk.exchange.destinations.service` sends, and misbehaves
when it is told to.

Context: whoever connects a city's system wants to see what arrives, and a courier is only right when it was tried with
a counterpart that stalls, lies and breaks off.
Decision: a small server of the standard library, over TLS when it has a certificate. Files of a message are only ever
created; a message is taken when its manifest comes and every file fits it, and then exactly once, whatever comes again.
It is a tool for tests and try-outs and holds what it gets in plain files: it is not for residents' data.
"""
