"""The words of the 受付案内票 that belong to a municipality: everything a resident reads there is in six languages."""

from collections.abc import Iterator

import pytest

from kiosk.model.languages import LANGUAGES
from kiosk.model.procedure import Procedure, Version
from kiosk.press.guide_rows import FACES
from kiosk.render.fonts import FontLibrary
from kiosk.render.shaping import Shaper
from tests.visits import ROOT, book, catalogue

OTHERS = tuple(language for language in LANGUAGES.values() if language != "ja")
TEXTS = {language: catalogue().labels(language).text for language in OTHERS}
SHOWN = tuple(procedure for procedure in book().procedures.values() if not procedure.staff_only)
DEPARTMENTS = tuple(each for each in catalogue().city.plan.departments.values() if not each.anywhere)


def turns(procedure: Procedure) -> Iterator[Version]:
    """Every version of a procedure and everything that its variants make of it."""
    return (each for version in procedure.versions for each in version.all)


def phrases(version: Version) -> Iterator[str]:
    """The papers, the remark and the guidance that the sheet takes from a version."""
    yield from (paper.what for paper in version.bring)
    yield from (paper for filer in version.filers for paper in filer.papers)
    yield from (text for text in (version.deadline.note if version.deadline else "", version.guide) if text)


def said() -> dict[str, str]:
    """Every phrase a resident can read, with the first procedure that says it."""
    found: dict[str, str] = {}
    for procedure in SHOWN:
        for version in turns(procedure):
            for phrase in phrases(version):
                found.setdefault(phrase, procedure.id)
    return found


def lacking(labels: dict[str, str] | None) -> list[str]:
    """The languages in which nothing is said."""
    return [language for language in OTHERS if not (labels or {}).get(language, "").strip()]


def gaps(missing: dict[str, list[str]]) -> dict[str, list[str]]:
    """What has languages missing, and which."""
    return {name: languages for name, languages in missing.items() if languages}


def own_names() -> Iterator[tuple[str, dict[str, str] | None]]:
    """The names of variants that have one of their own, each after its procedure, and their labels."""
    for procedure in SHOWN:
        for version in procedure.versions:
            yield from ((f"{procedure.id} {each.name}", each.labels) for each in version.turned if each.name)


def test_every_paper_remark_and_guidance_on_the_sheet_is_said_in_six_languages() -> None:
    missing = {
        f"{where} {text}": lacking({language: each.get(text, "") for language, each in TEXTS.items()})
        for text, where in said().items()
    }
    assert not any(missing.values()), gaps(missing)


@pytest.mark.parametrize("language", OTHERS)
def test_every_question_that_may_be_what_is_missing_is_said_in_six_languages(language: str) -> None:
    """What is held is told in the questions' own words, and a period in those of the day from which it runs."""
    labels, vocabulary = catalogue().labels(language), book().vocabulary
    asked = {(item.key, "") for item in vocabulary.items if item.ask}
    asked |= {(key, ask) for event in book().events.values() for key, ask in event.asks.items()}
    wrong = [
        f"{key} {text}"
        for key, ask in sorted(asked)
        if (text := labels.of(vocabulary.by_key[key], ask=ask).ask) in ("", ask or vocabulary.by_key[key].ask)
    ]
    counted = {version.deadline.start for each in SHOWN for version in turns(each) if version.deadline} - {""}
    items = [item for item in map(vocabulary.by_key.get, counted) if item is not None]
    wrong += [item.key for item in items if labels.of(item).label == item.label]
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_why_a_filing_is_held_is_said_in_six_languages(language: str) -> None:
    texts = {version.reason for each in SHOWN for version in turns(each)} - {""}
    papers = book().identity
    texts |= {papers.reason_short, papers.reason_photo, papers.reason_notice, papers.bring_short, papers.bring_photo}
    assert sorted(text for text in texts - {""} if TEXTS[language].get(text, "") == "") == []


def test_every_procedure_has_a_name_in_six_languages() -> None:
    missing = {f"{each.id} {each.name}": lacking(each.labels) for each in SHOWN}
    assert not any(missing.values()), gaps(missing)


def test_every_variant_with_a_name_of_its_own_has_that_name_in_six_languages() -> None:
    missing = {name: lacking(labels) for name, labels in own_names()}
    assert missing
    assert not any(missing.values()), gaps(missing)


def test_every_department_with_a_place_has_a_name_in_six_languages() -> None:
    missing = {each.name: lacking(each.labels) for each in DEPARTMENTS}
    assert not any(missing.values()), gaps(missing)


@pytest.mark.parametrize("language", OTHERS)
def test_the_name_of_every_variant_can_be_printed(language: str) -> None:
    shaper = Shaper(FontLibrary(ROOT / "assets" / "fonts"))
    names = "".join((labels or {}).get(language, "") for _, labels in own_names())
    assert not shaper.substitutes(FACES.get(language, "pgothic"), text=names)
