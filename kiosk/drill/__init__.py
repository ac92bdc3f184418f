"""訓練 of the delivery: everything is killed and misled at chance moments, and then it is counted what arrived.

Context: that nothing is lost or doubled can be claimed, or shown; who signs for it wants to see it on the machine where
it will run.
Decision: `kiosk drill` founds a place of its own in a scratch folder and lets real processes work there - desks that
confirm, couriers, a line that is cut in the midst of requests, a receiver over TLS that also misbehaves, and a
receiver's folder. They are forked from one process that holds no thread and no open file of the store, and end by
SIGKILL, whatever they are doing; some are stopped (SIGSTOP) for longer than a lease, and go on as if nothing had been.
Afterwards all of them may finish, and the certificate compares what desks were told was accepted with what lies at the
receivers.
Consequence: the certificate is about this disk and this program. A power cut is not a SIGKILL: what the system had
written and the disk had not is the matter of tests/crash. Chance is told by its seed; the moments of the system are its
own, so the same seed is the same plan and not the same run.
"""
