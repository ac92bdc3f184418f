"""A family at home with a telephone, and then at the counter: the page in a real browser, the codes read by us."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.bootstrap.preentry import lines_of
from kiosk.model.languages import ANSWERS
from kiosk.model.path import key_of
from kiosk.preentry.opening import Entry, Expected, opened
from kiosk.preentry.reading import action, collected
from tests.at_home import answers, begin, key, make, saved, walk, written
from tests.browser import Browser, browsing
from tests.visits import Desk, book, persona


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("web"))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browsing(tmp_path_factory.mktemp("profile")) as opened:
        opened.log("performance")  # what the browser does before it has a page
        yield opened


def entry(picture: bytes, folder: Path) -> Entry:
    """What a picture of codes holds."""
    file = folder / "codes.png"
    file.write_bytes(picture)
    lines = lines_of(file)
    assert isinstance(lines, tuple)
    read = collected(reversed(lines))
    assert read is not None
    assert read.message is not None
    found = opened(read.message, Expected(made_on(), "999997", (key(),)))
    assert isinstance(found, Entry), found
    return found


def made_on() -> dt.date:
    """The browser has the machine's own clock."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date()


def test_a_family_answers_at_home_in_every_language_and_is_known_at_the_counter(
    browser: Browser, page: Path, tmp_path: Path
) -> None:
    said, case = answers("kazoku4"), persona("kazoku4")
    browser.requested()  # what other pages asked for
    begin(browser, page, event=case.event, people=len(case.persons))
    asked = walk(browser, said, languages=tuple(ANSWERS))
    assert set(asked) == set(said)
    assert make(browser).startswith(b"\x89PNG")
    found = entry(saved(browser), tmp_path)
    assert (found.event, len(found.persons), len(found.answers)) == (case.event, 4, len(said))
    desk = Desk(today=case.today, event=case.event).act(action(found))
    assert all(book().vocabulary.by_key[key_of(path)].staff for path in desk.open)
    assert desk.now.facts.value("household.movers") == case.persons
    assert browser.requested() == [page.as_uri()]
    assert browser.log("browser") == []


def test_what_is_not_known_or_left_for_the_counter_is_asked_there(browser: Browser, page: Path, tmp_path: Path) -> None:
    said, case = answers("shomei"), persona("shomei")
    left, unsure = "person[p1].kana", "person[p1].phone"
    assert {left, unsure} <= set(said)
    told = {path: answer for path, answer in said.items() if path != left} | {unsure: {"unsure": True}}
    begin(browser, page, event=case.event, people=1, language="en")
    walk(browser, told)
    assert "月" not in browser.run("return document.body.innerText")  # days as English writes them
    make(browser)
    found = entry(saved(browser), tmp_path)
    assert {left, unsure}.isdisjoint(found.answers)
    desk = Desk(today=case.today, event=case.event).act(action(found))
    assert {left, unsure} <= set(desk.open)


def test_wiping_leaves_the_first_page_and_nothing_of_the_answers(browser: Browser, page: Path) -> None:
    begin(browser, page, event="shomei", people=1)
    walk(browser, answers("shomei"))
    text = browser.run("return document.body.innerText")
    name = persona("shomei").answers["person[p1].name.full"]
    assert name in text
    browser.run(
        "[...document.querySelectorAll('nav button')].at(-1).click(); document.querySelector('main .primary').click();"
    )
    shown, kept = browser.run(
        "return [document.querySelector('main').dataset.page, localStorage.length + sessionStorage.length]"
    )
    assert (shown, kept) == ("language", 0)
    assert name not in browser.run("return document.documentElement.outerHTML")


def test_who_does_not_know_the_name_of_an_occasion_is_led_to_it(browser: Browser, page: Path) -> None:
    browser.open(page)
    press = "const [code] = args; document.querySelector(`main button[data-code='${code}']`).click();"
    for code in ("ja",):
        browser.run(press, code)
    browser.run("document.querySelector('main .primary').click()")
    browser.run(press, "unsure")
    for code in ("no", "no", "yes", "yes"):  # nobody died, nobody was born, moved, from outside
        browser.run(press, code)
    assert browser.run("return document.querySelectorAll('main [data-code=tennyu]').length") == 1
    browser.run("document.querySelector('nav button').click()")
    browser.run(press, "unsure")
    assert "案内で聞いて" in browser.run("return document.querySelector('h1').innerText")


def test_a_page_past_its_day_makes_no_codes(browser: Browser, tmp_path: Path) -> None:
    from kiosk.preentry.page import build
    from tests.at_home import site

    file = tmp_path / "old.html"
    file.write_text(build(site(until=dt.date(2026, 1, 1))), encoding="utf-8")
    browser.open(file)
    browser.run("document.querySelector('button[data-code=ja]').click()")
    assert browser.run("return document.querySelectorAll('main .primary').length") == 0
    assert "新しいページ" in browser.run("return document.querySelector('main').innerText")


def test_everything_that_is_pressed_is_large_and_has_a_name(browser: Browser, page: Path) -> None:
    begin(browser, page, event="tennyu", people=4, language="ja-easy")
    small, nameless = browser.run(
        "const all = [...document.querySelectorAll('button, input')];"
        "const box = (each) => each.getBoundingClientRect();"
        "return [all.filter((each) => box(each).height < 48 || box(each).width < 48).length,"
        " all.filter((each) => !each.getAttribute('aria-label') && !each.closest('label')).length]"
    )
    assert (small, nameless) == (0, 0)
    rubied = browser.run("return document.querySelectorAll('ruby rt').length")
    assert rubied > 0
    assert "（" not in browser.run("return document.querySelector('main button').getAttribute('aria-label')")
