"""At home: a page on which residents answer beforehand, and the codes that bring their answers to the counter.

Context: most of what a counter asks can be answered in peace at home, with the papers at hand. A city has no server for
that, may keep no answers of people who then never come, and must not ask for more than the counter would.
Decision:
- One HTML file with everything in it. Its policy lets it run only the script that stands in it and fetch nothing; the
  answers live in its memory and nowhere else. It works from a web server, a mail or a disk.
- The page judges by the same rules: `script` writes each of them as JavaScript out of the syntax tree that the rule
  compiler checked, an unknown being a value, as error absorption wants it; `rules` carries what they are put to. What
  finds questions and plan is written a second time by hand (`assets/preentry/*.js`, as the modules of kiosk.rules),
  because a rule engine in the browser would be larger than all rules. Tests put every persona at several moments of the
  visit to both and compare plan and questions, order included. A rule that the page cannot judge stops its building.
- What only a clerk can say (`staff`) is not asked; what a resident leaves or does not know stays open for the counter.
- At the end the answers are a JWE (ECDH-ES, A256GCM) to the city's key by the browser's own cryptography, joserfc opens
  it here. The QR codes hold letters and digits alone: a scanner that types passes them under any keyboard layout, and
  their check letters notice one that it lost. QR codes are drawn by lean-qr (MIT, `assets/preentry/vendor`): small,
  without dependencies, maintained, and able to write the alphanumeric mode; they are read by zxing-cpp (Apache-2.0).
- Private keys lie in the encrypted store, sealed once more, not in a file beside root.key: they are backed up, moved
  and lost together with the store, and every desk of a store has them. A replaced key opens for 30 days more.
- Whoever has the page can make a message. So all of it is held against what the counter would take: the city, the day,
  one use (a digest of its random id is kept, nothing else), people that there are, questions that residents are asked,
  words that can be read. It enters a visit as what a paper says (Source.PREENTRY), matched with the people there,
  beside whatever was said before, to be confirmed by the resident.
Consequence: the page is built again when forms, rules or words change; codes made with an older one are taken as far as
their questions still exist, and the rest is named. It may be up to `page.MOST_BYTES` large.

From the bottom: `script`, `rules`, `texts`, `inlined`, `page` build it · `keys` · `parts`, `opening`, `reading` read.
"""
