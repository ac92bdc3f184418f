"""Everything that can be found wrong with the office's forms/ folder, all at once: files, parts, rules, personas."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.catalogue.case_file import load_case_file
from kiosk.catalogue.causes import Causes
from kiosk.designing.rule_check import Findings, check_rules
from kiosk.model.base import Issue
from kiosk.model.casefile import CaseFile
from kiosk.rules.book import RuleBook


@dataclass(frozen=True)
class Inspection:
    """`issues` must be mended, `remarks` are worth a look; `personas` are the written visits that can be played."""

    issues: tuple[Issue, ...]
    remarks: tuple[Issue, ...]
    personas: dict[str, CaseFile]


def inspect(book: RuleBook, *, personas: Path, found: tuple[Issue, ...] = ()) -> Inspection:
    """Try every rule and read every persona; takes a second. `found` is what was wrong when the catalogue was read.

    Rules are tried, and what personas expect is compared, only where everything could be read: what is not there would
    be missed once more. Services that the city does not run are inspected like the others: once they are switched on
    they must be right.
    """
    book = book.whole
    findings = Findings((), ()) if found else check_rules(book)
    visits, unread = load_personas(personas, book, found=found)
    events = () if found else tuple(reworded(book))
    issues = (*found, *findings.issues, *events, *unread)
    return Inspection(tuple(dict.fromkeys(issues)), findings.remarks, visits)


def reworded(book: RuleBook) -> Iterator[Issue]:
    """An event may reword only questions and headings that there are."""
    sections = [section.id for section in book.vocabulary.sections]
    for event in book.events.values():
        for name in event.headings.keys() - set(sections):
            where = f"events/{event.id}.toml headings {name}"
            yield Issue(where=where, message="語彙にない見出しです。", allowed="、".join(sections))
        for key in event.asks:
            item = book.vocabulary.by_key.get(key)
            if item is None or not item.ask:
                yield Issue(where=f"events/{event.id}.toml asks {key}", message="語彙にない質問です。")


def load_personas(
    folder: Path, book: RuleBook, *, found: tuple[Issue, ...] = ()
) -> tuple[dict[str, CaseFile], tuple[Issue, ...]]:
    """The written visits of a folder by file name, and what is wrong with those that cannot be played.

    With `found` problems of the catalogue, what they explain is left out, and so is what personas expect.
    """
    visits: dict[str, CaseFile] = {}
    issues: list[Issue] = []
    causes = Causes.of(found)
    for path in sorted(folder.glob("*.toml")):
        read = load_case_file(path, book)
        if isinstance(read, CaseFile):
            visits[path.stem] = read
            issues += () if found else _expectations(path.name, read, book)
        else:
            issues += (issue for issue in read if not causes.repeats(issue))
    return visits, tuple(issues)


def _expectations(where: str, case: CaseFile, book: RuleBook) -> Iterator[Issue]:
    """A persona may expect only procedures, forms and questions that there are."""
    forms = {form for form, _ in book.templates}
    expect = case.expect
    for table, names in (("procedures", expect.procedures), ("deadlines", expect.deadlines), ("held", expect.held)):
        for name in names:
            if name not in book.procedures:
                yield Issue(where=f"{where} expect.{table}", message=f"手続 {name} がありません。")
    for path in expect.questions:
        if path not in case.answers:
            yield Issue(where=f"{where} expect.questions", message=f"{path} の答えがありません。")
    for form in case.expect.forms:
        if form not in forms:
            yield Issue(where=f"{where} expect.forms", message=f"様式 {form} がありません。")
