"""On top of a visit's packet lies what is in it: every paper that leaves, its people, what is held - where wanted."""

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from kiosk.flow.case_actions import AcceptHeld
from kiosk.flow.wording import Wording
from kiosk.model.filled import FilledForm, Sheet
from kiosk.model.template import Sides
from kiosk.press.contents import contents
from kiosk.press.cover import CoverContent, CoverRow
from kiosk.press.guide_words import GuideWords
from kiosk.press.press import Press
from kiosk.render.drawlist import DrawList
from kiosk.render.packet import Renderer
from kiosk.render.pdf import PdfPage
from tests.golden.test_forms_golden import renderer
from tests.played import NAMES, visit
from tests.visits import ROOT, Desk, book, catalogue, told
from tests.wording import WORDS

WORDING = Wording(WORDS, book().vocabulary)


def press(**city: object) -> Press:
    words = GuideWords.read(ROOT / "assets" / "words" / "guide", catalogue().labels)
    return Press(renderer(), city=catalogue().city.model_copy(update=city), words=words, wording=WORDING)


def listed(desk: Desk) -> CoverContent:
    return contents(desk.now, city=catalogue().city, wording=WORDING)


def row(content: CoverContent, form: str) -> CoverRow:
    return next(row for part in content.parts for row in part.rows if row.paper.startswith(f"{form}　"))


def pages(data: bytes) -> list[str]:
    return [str(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(data)]


def preferences(data: bytes) -> pikepdf.Object:
    """How a viewer prints a file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return pikepdf.Object.parse(pdf.Root.ViewerPreferences.unparse(resolved=True))


@pytest.mark.parametrize("name", NAMES)
def test_every_paper_that_leaves_is_listed_once_with_its_people(name: str) -> None:
    desk, _ = visit(name)
    rows = [row for part in listed(desk).parts for row in part.rows]
    papers = [row.paper.partition("　")[0] for row in rows]
    assert sorted(each for each in papers if each[0] == "F") == sorted(form.template for form in desk.now.leaving)
    assert all(row.people and row.sheets for row in rows)


def test_a_sheet_names_its_person_rows_their_people_and_a_death_the_deceased() -> None:
    desk, _ = visit("tenshutsu_kazoku")
    assert row(listed(desk), "F01") == CoverRow(
        paper="F01　住民異動届", people="架空　渡、架空　架、架空　橋、架空　船、架空　港", sheets="2枚（うち続紙1）"
    )
    assert row(listed(desk), "F12").people == "架空　港"
    assert row(listed(desk), "F28").people == "架空　渡、架空　橋、架空　船"
    desk, _ = visit("shibo_kosodate")
    assert {row(listed(desk), form).people for form in ("F20", "F36", "F43")} == {"仮想　陽平"}


def test_a_marriage_is_about_the_two_and_an_application_of_who_is_the_visitor_about_them() -> None:
    desk, _ = visit("konin")
    he, she = (str(desk.value(f"marriage.name.{who}")) for who in ("husband", "wife"))
    assert row(listed(desk), "F21").people == f"{he}、{she}"
    desk, _ = visit("haisha")
    assert row(listed(desk), "F33").people == str(desk.value("person[p1].name.full"))
    desk, _ = visit("sanzen")
    assert {row(listed(desk), form).people for form in ("F40", "F41")} == {str(desk.value("maternity.name"))}


def test_papers_lie_by_department_and_addressee_with_what_was_shown_for_them() -> None:
    desk, _ = visit("tenshutsu_kazoku")
    parts = {part.place: part for part in listed(desk).parts}
    assert [row.paper for row in parts["介護保険課　（あて先）架空市長"].rows] == [
        "F11　介護保険資格取得・異動・喪失届"
    ]
    assert parts["介護保険課　（あて先）架空市長"].copies == ("介護保険証",)
    assert "教育委員会学務課　（あて先）架空市教育委員会" in parts
    assert "本人確認：運転免許証" in listed(desk).head


def test_what_is_held_is_not_in_the_packet_and_says_so() -> None:
    desk = told("kazoku4").hold("person[p3].name.full")
    held = " ".join(listed(desk).held)
    assert all(word in held for word in ("児童手当", "まだわかっていないこと", "期限"))
    assert not any(row.paper.startswith("F04") for part in listed(desk).parts for row in part.rows)


@pytest.mark.parametrize(
    ("reason", "on_guide"),
    [("papers", "You will bring the necessary papers later"), ("戸籍を取り寄せる", "戸籍を取り寄せる")],
)
def test_why_a_filing_waits_stands_on_every_paper_that_the_resident_takes_along(reason: str, on_guide: str) -> None:
    desk = told("kazoku4").hold("person[p3].name.full")
    desk.act(AcceptHeld(procedures=desk.page.unaccepted, reason=reason))
    japanese = "必要な書類を後日お持ちになるため" if reason == "papers" else reason
    assert any(f"理由：{japanese}" in line for line in listed(desk).held)
    slip, sheet = map(one_line, (press().slip_pdf(desk.now), press().guide_pdf(desk.now, "en")))
    assert f"理由：{japanese}" in slip
    assert f"理由：{japanese}" in sheet
    assert on_guide.replace(" ", "") in sheet


def one_line(data: bytes) -> str:
    """The words of a paper, wherever its lines break."""
    return "".join("".join(pages(data)).split())


def test_the_cover_lies_on_top_of_the_packet_where_the_city_wants_it() -> None:
    desk, _ = visit("kazoku4")
    with_cover, without = pages(press().packet_pdf(desk.now)), pages(press(cover_sheet=False).packet_pdf(desk.now))
    assert "送付票" in with_cover[0]
    assert not any("送付票" in page for page in without)
    assert with_cover[-len(without) :] == without


def test_where_nothing_leaves_there_is_no_cover_either() -> None:
    desk = told("tanshin").hold("addr.new.text", "household.head")
    assert desk.now.leaving == ()
    assert press().packet_jobs(desk.now) == ()


@pytest.mark.parametrize(("sides", "jobs", "sheets"), [("one", [False], "2枚"), ("two", [False, True, False], "1枚")])
def test_a_two_sided_form_is_a_job_of_its_own_and_fewer_sheets(sides: Sides, jobs: list[bool], sheets: str) -> None:
    desk, _ = visit("shibo_kosodate")
    death = book().templates["F20", "001"].model_copy(update={"sides": sides})
    desk.now.facts.book = replace(book(), templates={**book().templates, ("F20", "001"): death})
    assert row(listed(desk), "F20").sheets == sheets
    made = press().packet_jobs(desk.now)
    assert [job.two_sided for job in made] == jobs
    assert [str(preferences(job.content).Duplex) == "/DuplexFlipLongEdge" for job in made] == jobs


class OnB4(Renderer):
    """The city's own 死亡届 is printed on B4, as it once was."""

    def page_lists(self, form: FilledForm, *, stamp: Sheet) -> tuple[PdfPage, ...]:
        found = super().page_lists(form, stamp=stamp)
        large = DrawList(width=364.0, height=257.0)
        return tuple(PdfPage(large, page.content) for page in found) if form.template == "F20" else found


def test_a_form_on_another_paper_is_a_job_of_its_own_and_the_cover_stays_on_a4() -> None:
    desk, _ = visit("shibo_kosodate")
    own = OnB4(
        lambda form: book().templates[form.template, form.version],
        page=catalogue().background,
        fonts=ROOT / "assets" / "fonts",
    )
    jobs = replace(press(), renderer=own).packet_jobs(desk.now)
    assert [job.paper for job in jobs] == [(210.0, 297.0), (257.0, 364.0), (210.0, 297.0)]
    assert "送付票" in pages(jobs[0].content)[0]


def test_what_somebody_knows_by_heart_is_no_paper_to_copy() -> None:
    desk, _ = visit("hachinin")
    copies = [text for part in listed(desk).parts for text in part.copies]
    assert "マイナンバーカード" in copies
    assert not [text for text in copies if "暗証番号" in text]


def test_a_filing_that_waits_without_a_period_says_so_once() -> None:
    desk, _ = visit("hachinin")
    desk.say({"household.circumstances": "成年後見", "case.requests": "印鑑登録"}).hold("household.wards")
    seal = next(text for text in listed(desk).held if text.startswith("印鑑登録"))
    assert "期限はありません（任意）" in seal.split("\n")
