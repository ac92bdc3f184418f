"""forms/labels: what the city calls its facts in another language, and what is wrong with such a file."""

import pytest

from kiosk.catalogue.files import Files
from kiosk.catalogue.labels import languages, read_labels, untranslated
from kiosk.model.base import Issue
from kiosk.model.labels import Labels
from kiosk.model.languages import ANSWERS
from kiosk.model.message import Label
from tests.visits import book, catalogue


def read(text: str) -> tuple[Labels, tuple[Issue, ...]]:
    files = Files({"labels/en.toml": text.encode()})
    return read_labels(files, "en", book=book())


def test_the_labels_of_the_city_are_sound_and_say_how_far_they_were_confirmed() -> None:
    found = languages(catalogue().files)
    assert "en" in found
    assert catalogue().issues == ()
    assert all(catalogue().labels(language).confidence for language in found)


def test_a_code_and_a_fact_are_found_by_their_japanese_key() -> None:
    labels = catalogue().labels("en")
    vocabulary = book().vocabulary
    assert labels.find(Label("person.sex", "女"), vocabulary) == "Female"
    assert labels.find(Label("person.sex"), vocabulary) == "Sex"
    assert labels.find(Label("case.event_type"), vocabulary) == "Kind of notification"
    assert labels.find(Label("no.such.fact"), vocabulary) == "no.such.fact"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('[item."person.tail"]\nlabel = "tail"', "labels/en.toml item.person.tail"),
        ('[codes.sex]\n"猫" = "cat"', "labels/en.toml codes.sex"),
        ('[codes.tails]\n"長い" = "long"', "labels/en.toml codes.tails"),
        ('[section]\nvisit = "Visit"', "labels/en.toml section"),
        ('[text]\n"何でもよいため" = "whatever"', "labels/en.toml text.何でもよいため"),
        ('[item."person.sex"]\ncolour = "red"', "labels/en.toml item.person.sex.colour"),
        ("confidence =", "labels/en.toml"),
    ],
)
def test_a_label_for_something_that_is_not_there_is_named(text: str, where: str) -> None:
    assert [issue.where for issue in read(text)[1]] == [where]


def test_plain_japanese_takes_the_question_that_the_vocabulary_has_for_residents() -> None:
    item = book().vocabulary.by_key["person.sex"]
    assert Labels(language="ja-easy").of(item).ask == (item.plain or item.ask)
    assert Labels().of(item).ask == item.ask


def test_a_translation_says_the_citys_own_number_as_its_language_writes_it() -> None:
    japanese = "無料（失効したあとの再交付は1,000円）"
    said = {language: catalogue().labels(language).said(japanese) for language in ("en", "pt", "vi", "zh")}
    assert all("1,000" in said[language] for language in ("en", "zh"))
    assert all("1.000" in said[language] for language in ("pt", "vi"))


def test_a_language_without_a_file_is_japanese_and_nothing_is_wrong_with_it() -> None:
    labels, issues = read_labels(Files({}), "ko", book=book())
    assert (labels, issues) == (Labels(language="ko"), ())


@pytest.mark.parametrize("language", [each for each in ANSWERS if each != "ja"])
def test_a_resident_reads_nothing_of_the_catalogue_in_a_language_that_was_not_chosen(language: str) -> None:
    assert untranslated(catalogue().labels(language), book().whole) == ()
