"""The way in: one command makes a fresh machine ready, then shows the demonstration or runs every check.

Context: a municipality's IT staff start from a Debian 12 with Python and git, often behind a proxy or a mirror, and
must be able to say exactly what was installed. Decision: only the standard library here, because nothing else is there
yet; everything goes into `.venv` beside the program, wheels only, from `requirements.lock`, which holds names, versions
and hashes and no address, so that a mirror works and a changed package is refused. One lock serves all extras: packages
above the first `# extra:` line are for everybody, those below `# extra: test bench` for these extras; renewing it keeps
what stands there, unless `--upgrade` is said. A stamp in `.venv`, written last, says what is installed; a half-finished
set-up has no stamp and is simply repeated.
System libraries come from apt where we are root, and a busy apt is waited for; else the one line to type is said in
Japanese. `libraries` is read again by every start of a window, since the libraries may go after the set-up and Qt
would abort without a word. Time zones come with the lock (`tzdata`): a small Debian has no table of zones, bringing one
by apt needs root, and where the system has one Python takes that.
Consequence: the command may be given at any time and is quick when nothing is to do; a dependency must offer wheels.

Python 3.9 and 3.10 can read these files too, only to look for a newer Python on PATH and to say which one is needed.
"""
