"""印刷の仕組み (CUPS): a queue takes a PDF from `lp` without a temporary file, and says by IPP what became of a job.

A desk's papers and a receiving office's go through here, so that both are printed alike: as large as they were drawn,
one page a side. Where the print system is, the system itself knows (CUPS_SERVER, else this machine).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass

_JOB = re.compile(r"request id is (\S+)")
_STATE = re.compile(r"job-state \(enum\) = (\S+)")
_LISTED = re.compile(r"^ +job-(id|name|state) \([^)]*\) = (.*)$", re.MULTILINE)
_REASONS = re.compile(r"printer-state-reasons \([^)]*\) = (\S+)")
_TAKES = re.compile(r"printer-is-accepting-jobs \(boolean\) = (\S+)")
_DEFAULT = re.compile(r"^(?:[^:]*: (\S+)|[^:]*)$")
_ANSWERED = "status-code = successful-ok"
_NO_SUCH = "status-code = client-error-not-found"
_SECONDS = 10
_AS_DRAWN = ("number-up=1", "print-scaling=none")
_ONE, _TWO = "sides=one-sided", "sides=two-sided-long-edge"
"""IPP job attributes (RFC 8011 5.2, PWG 5100.13): a side of paper holds one page, as large as it was drawn, whatever
the queue's own choice is: a box stands where an office's reader looks for it, and both sides are printed only of a form
that says so."""

_PAPERS = {
    (210, 297): "A4",
    (297, 420): "A3",
    (148, 210): "A5",
    (257, 364): "jis_b4_257x364mm",
    (182, 257): "jis_b5_182x257mm",
    (100, 148): "jpn_hagaki_100x148mm",
}
"""What a paper is called (PWG 5101.1): of any other its size is said, since what is drawn larger would be cut."""

_EVERY_JOB = b"""{
OPERATION Get-Jobs
GROUP operation-attributes-tag
ATTR charset attributes-charset utf-8
ATTR naturalLanguage attributes-natural-language en
ATTR uri printer-uri $uri
ATTR name requesting-user-name $user
ATTR keyword which-jobs all
ATTR keyword requested-attributes job-id,job-name,job-state,job-uuid
}
"""
"""Names stand in it for certain only where something is asked for that the server has to read the whole job for."""


class NoPrintSystem(Exception):
    """There is none on this machine."""


class NotTaken(Exception):
    """It refused a paper."""


class NoAnswer(Exception):
    """It did not answer in time."""


@dataclass(frozen=True)
class Queue:
    """A print queue: its name, the reasons that it gives for its state ("none" when all is well), whether it takes."""

    name: str
    reasons: tuple[str, ...]
    takes: bool = True


@dataclass(frozen=True)
class Job:
    """A job of a queue, with its state as IPP calls it (RFC 8011 5.3.7)."""

    number: int
    name: str
    state: str


def put(content: bytes, *, name: str, queue: str = "", paper: tuple[float, float], two_sided: bool = False) -> str:
    """Queue a PDF for a paper (sides in mm, the shorter one first) and give its job's id ("office-7").

    Without a queue the system's own choice. Raises NoPrintSystem, NotTaken, NoAnswer.
    """
    command = shutil.which("lp")
    if command is None:
        raise NoPrintSystem
    where = ["-d", queue] if queue else []
    options = (_media(paper), *_AS_DRAWN, _TWO if two_sided else _ONE)
    words = [command, *where, *(word for option in options for word in ("-o", option)), "-t", name, "-"]
    done = _run(words, content)
    found = _JOB.search(done.stdout.decode(errors="replace"))
    if done.returncode or found is None:
        raise NotTaken
    return found[1]


def job_state(job: str) -> str:
    """What CUPS itself says about a job; empty where nobody can be asked or nothing is said. Raises NoAnswer."""
    command = shutil.which("ipptool")
    number = job.rpartition("-")[2]
    if command is None or not number.isdigit():
        return ""
    words = [command, "-tv", f"ipp://{_server()}/jobs/{number}", "get-job-attributes.test"]
    said = _STATE.search(_answer(words))
    return said[1] if said else ""


def jobs(queue: str, name: str) -> tuple[Job, ...] | None:
    """The jobs of a name that the queue remembers, oldest first; None where it cannot say. Raises NoAnswer."""
    command = shutil.which("ipptool")
    if command is None:
        return None
    said = _answer([command, "-tv", f"ipp://{_server()}/printers/{queue}", "/dev/stdin"], _EVERY_JOB)
    if _ANSWERED not in said:
        return () if _NO_SUCH in said else None
    found: list[dict[str, str]] = []
    for key, value in _LISTED.findall(said):
        if not found or key in found[-1]:
            found.append({})
        found[-1][key] = value
    ours = (each for each in found if each.get("name") == name and len(each) == 3)  # others' names may be private
    made = (Job(int(each["id"]), each["name"], each["state"]) for each in ours)
    return tuple(sorted(made, key=lambda job: job.number))


def queue_of(name: str = "") -> Queue | None:
    """How a queue stands by IPP (printer-state-reasons, RFC 8011 5.4.12); None where there is none to print on.

    Without a name the system's own choice; without an answer it has no reasons: nothing is known. Raises NoAnswer.
    """
    command = shutil.which("lp") and shutil.which("lpstat")
    if command is None:
        return None
    chosen = name or _DEFAULT.sub(r"\1", _answer([command, "-d"]))
    if not chosen or chosen not in _answer([command, "-e"]).split():
        return None
    asked = shutil.which("ipptool")
    words = [asked or "", "-tv", f"ipp://{_server()}/printers/{chosen}", "get-printer-attributes.test"]
    said = _answer(words) if asked else ""
    reasons, takes = _REASONS.search(said), _TAKES.search(said)
    return Queue(chosen, tuple(reasons[1].split(",")) if reasons else (), takes is None or takes[1] == "true")


def _media(paper: tuple[float, float]) -> str:
    near = (name for size, name in _PAPERS.items() if all(abs(a - b) <= 1 for a, b in zip(size, paper, strict=True)))
    return f"media={next(near, f'Custom.{paper[0]:g}x{paper[1]:g}mm')}"


def _server() -> str:
    """Where the print system is asked; a path of a socket means this machine."""
    said = os.environ.get("CUPS_SERVER", "")
    return said if said and not said.startswith("/") else "localhost:631"


def _answer(words: list[str], content: bytes = b"") -> str:
    return _run(words, content).stdout.decode(errors="replace").strip()


def _run(words: list[str], content: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(words, input=content, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - fixed words, no shell
    except subprocess.TimeoutExpired as error:
        raise NoAnswer from error
