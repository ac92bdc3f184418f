"""Everything that is wrong with the files of a place, whatever they are for; kept until a file or the program changes.

The catalogue's own problems are those that stop it from being used. Beside them stand what only people and tests use
(written visits, drawings, samples) and the words of the program.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kiosk.catalogue.files import Files
from kiosk.catalogue.keeping import keep_text, kept_text, program_digest
from kiosk.catalogue.layout import COMPANION, RELEASE_LISTS, WORDS
from kiosk.model.base import Issue

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kiosk.bootstrap.place import Place
    from kiosk.catalogue.catalogue import Catalogue


@dataclass(frozen=True)
class Verdict:
    """`counts` say what is there, `issues` must be mended, `remarks` are worth a look.

    `spans` are the first and last day (ISO; empty: open) of every version of every procedure, by its file,
    `second_check` the procedures that a second member of staff looks at.
    """

    counts: dict[str, int]
    issues: tuple[Issue, ...]
    remarks: tuple[Issue, ...]
    spans: dict[str, list[list[str]]]
    second_check: tuple[str, ...] = ()

    def idle(self, today: dt.date) -> Iterator[Issue]:
        """The procedures that nobody is shown on a day, because no version of them is in force."""
        day = today.isoformat()
        for file, spans in self.spans.items():
            if not any(first <= day and (not last or day <= last) for first, last in spans):
                days = "、".join(f"{first}〜{last}" for first, last in spans) or "なし"
                yield Issue(where=file, message=f"{day} に有効な版がなく、だれにも案内されません（版: {days}）。")


def verdict(place: Place) -> Verdict:
    """The verdict on forms/ and on the words: kept from the last time when no file has changed since."""
    place.know()
    files = Files.read(place.forms)
    around = Files.read(place.forms, COMPANION)
    words = _words(place)
    lists = Files.read(place.forms, RELEASE_LISTS)
    name = f"check-{_digest(files.digest, around.digest, words.digest, lists.digest)}.json"
    known = _read(kept_text(place.cache, name))
    if known is None:
        known = _made(place, files, around, words)
        seals = tuple(_seals(place, files, lists))
        known = replace(known, issues=(*known.issues, *seals), remarks=(*known.remarks, *_edits(place, files, seals)))
        keep_text(place.cache, name, _text(known))
    return known


def _digest(*digests: str) -> str:
    """What a verdict on files with these digests is kept under, said by this program."""
    return hashlib.sha256(f"{' '.join(digests)} {program_digest()}".encode()).hexdigest()[:32]


def _words(place: Place) -> Files:
    return Files.read(place.assets / "words", WORDS)


def _made(place: Place, files: Files, around: Files, words: Files) -> Verdict:
    from kiosk.bootstrap.forms import read_forms
    from kiosk.catalogue.causes import Causes, once
    from kiosk.catalogue.placing import placed

    catalogue = read_forms(files, cache=place.cache)
    issues = [
        *catalogue.issues,
        *once(_companions(place, catalogue, around), Causes.of(catalogue.issues)),
        *_unless_sound(place.cache, "words", words, _word_issues),
    ]
    content = {**around.content, **{f"words/{name}": data for name, data in words.content.items()}}
    remarks = catalogue.remarks if issues else (*catalogue.remarks, *_untranslated(catalogue))
    counts, second_check = _counts(place, catalogue), catalogue.city.second_check
    return Verdict(counts, placed(issues, content), remarks, _spans(catalogue), second_check)


def _seals(place: Place, files: Files, lists: Files) -> Iterator[Issue]:
    """Lists of releases that cannot be read, and published versions of forms that are not as they were published."""
    from kiosk.catalogue.releases import Release, broken_seals, names, read_release

    yield from lists.wrong
    read = {name: read_release(place.forms, name) for name in names(place.forms)}
    for found in read.values():
        yield from found if isinstance(found, tuple) else ()
    released = {name: found for name, found in read.items() if isinstance(found, Release)}
    yield from broken_seals(files.content, released)


def _edits(place: Place, files: Files, seals: Sequence[Issue]) -> Iterator[Issue]:
    """What was changed since the last release and is used by nobody yet; a broken seal is told already."""
    from kiosk.bootstrap.forms import edits

    known = {issue.where for issue in (*seals, *files.wrong)}
    yield from (issue for issue in edits(place.forms, files) if issue.where not in known)


def _untranslated(catalogue: Catalogue) -> Iterator[Issue]:
    """What residents would read in Japanese although they have chosen another language."""
    from kiosk.catalogue.labels import FOLDER, languages, untranslated
    from kiosk.model.languages import JAPANESE

    for language in languages(catalogue.files):
        missing = () if language == JAPANESE else untranslated(catalogue.labels(language), catalogue.book.whole)
        if missing:
            message = f"訳のないことばが{len(missing)}件あり、日本語のまま出ます（最初は「{missing[0]}」）。"
            yield Issue(where=f"{FOLDER}/{language}.toml", message=message)


def _spans(catalogue: Catalogue) -> dict[str, list[list[str]]]:
    return {
        f"procedures/{procedure.id}.toml {procedure.name}": [
            [version.valid_from.isoformat(), version.valid_to.isoformat() if version.valid_to else ""]
            for version in procedure.versions
        ]
        for procedure in catalogue.book.whole.procedures.values()
        if not procedure.staff_only
    }


def _companions(place: Place, catalogue: Catalogue, around: Files) -> Iterator[Issue]:
    """Written visits and samples, which are read by the catalogue, and drawings, which are not."""
    from kiosk.catalogue.case_file import load_case_file
    from kiosk.catalogue.causes import Causes
    from kiosk.designing.inspection import load_personas

    yield from around.wrong
    book = catalogue.book.whole
    _, unread = load_personas(place.personas, book, found=catalogue.issues)
    yield from (issue.model_copy(update={"where": f"personas/{issue.where}"}) for issue in unread)
    causes = Causes.of(catalogue.issues)
    for name in around.content:
        folder, _, file = name.rpartition("/")
        if file == "sample.toml":
            read = load_case_file(place.forms / name, book)
            wrong = read if isinstance(read, tuple) else ()
            yield from (_in(folder, issue) for issue in wrong if not causes.repeats(issue))
    yield from _unless_sound(place.cache, "drawings", around, _drawings)


def _drawings(around: Files) -> Iterator[Issue]:
    """What forms are drawn from, and what a filled one must look like."""
    from kiosk.catalogue.drawing.sheet import read_source

    for name, content in around.content.items():
        folder, _, file = name.rpartition("/")
        if file == "sheet.toml":
            source = read_source(content)
            yield from (_in(folder, issue) for issue in (source if isinstance(source, tuple) else ()))
        elif file == "expected.json":
            with suppress(ValueError, RecursionError):
                json.loads(content)
                continue
            yield Issue(where=name, message="JSON として読めません。")


def _in(folder: str, issue: Issue) -> Issue:
    return issue.model_copy(update={"where": f"{folder}/{issue.where}"})


def _word_issues(words: Files) -> Iterator[Issue]:
    from kiosk.bootstrap.word_files import word_issues

    yield from words.wrong
    yield from word_issues(words.content, folder="words")


def _counts(place: Place, catalogue: Catalogue) -> dict[str, int]:
    from kiosk.catalogue.unconfirmed import evidence

    book = catalogue.book
    return {
        "events": len(book.events),
        "procedures": len(book.whole.procedures),
        "templates": len(book.templates),
        "boxes": sum(len(template.boxes) for template in book.templates.values()),
        "facts": len(book.vocabulary.items),
        "personas": len(list(place.personas.glob("*.toml"))),
        "unconfirmed": evidence(catalogue).unconfirmed.count,
    }


# ---- kept ------------------------------------------------------------------------------------------------------------
_SOUND = "[]"


def _unless_sound(
    cache: Path | None, kind: str, files: Files, look: Callable[[Files], Iterator[Issue]]
) -> tuple[Issue, ...]:
    """What is wrong with files of which nothing else is asked; where the same were sound before, they still are."""
    name = f"{kind}-{_digest(files.digest)}.json"
    if kept_text(cache, name) == _SOUND:
        return ()
    found = tuple(look(files))
    if not found:
        keep_text(cache, name, _SOUND)
    return found


def _text(found: Verdict) -> str:
    listed = {name: [issue.model_dump() for issue in getattr(found, name)] for name in ("issues", "remarks")}
    rest = {"counts": found.counts, "spans": found.spans, "second_check": found.second_check}
    return json.dumps({**rest, **listed}, ensure_ascii=False)


def _read(text: str | None) -> Verdict | None:
    """What was kept; None for nothing, or for something else."""
    try:
        found: dict[str, Any] = json.loads(text or "")
        issues, remarks = (tuple(Issue(**each) for each in found[name]) for name in ("issues", "remarks"))
        counts = {str(key): int(value) for key, value in found["counts"].items()}
        spans = {str(file): [[str(first), str(last)] for first, last in each] for file, each in found["spans"].items()}
        return Verdict(counts, issues, remarks, spans, tuple(map(str, found["second_check"])))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
