"""The way of a change from a copy to the counters: draft, comparison, acceptance, approval, release.

Context: whoever edits rules and forms sees one file, and a resident gets what all of them say together. An edit that
counts at the next start is tried by the first resident of the morning.
Decision: a change is made in a draft, a whole copy of the folder of forms. The gate checks the copy, plays every
written visit on it and on what is in force, and shows what comes out otherwise: plan, papers, records. Each written
visit that differs is accepted by its name with a reason; if it differs otherwise later, that acceptance counts no
more. Somebody else approves exactly the files that were tried. What is approved becomes a release
(kiosk.catalogue.releases) from a day on. Taking back is a release as well: of the files of an earlier one.
Consequence: a draft that somebody edits after the gate has to go through it again, and one that was begun before
another release takes that one in first, so that no release takes another one back by accident.
"""
