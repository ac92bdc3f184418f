"""Applications that came from elsewhere: taken once, bad ones kept aside by name, visits that begin on their day."""

import datetime as dt
import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from kiosk.bootstrap import incoming
from kiosk.bootstrap.arriving import ArrivingDoing
from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.forms import read_forms
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.exchange.records.incoming import Layout, load_layout, sort_out
from kiosk.flow.clock import SystemClock
from kiosk.flow.day import Found
from kiosk.flow.jobs import Find, Unparked
from kiosk.flow.state import VisitState
from kiosk.model.errors import SiteError
from kiosk.model.source import Source
from tests.commands import Kiosk
from tests.read_before import catalogue
from tests.visits import FORMS

LAYOUT = "tennyu_yoyaku"
HEAD = "予約番号,来庁予定日,氏名,氏名_フリガナ,生年月日,性別,続柄,電話番号,異動予定日,新住所,新住所_方書,前住所"
HOME = "2026-11-20,見本県架空市緑ケ丘二丁目7番12号,架空ハイツ101,見本県仮想市本町三丁目4番5号"


def person(number: str, name: str, born: str = "1988-06-15", *, day: str = "2026-12-01", home: str = HOME) -> str:
    return f"{number},{day},{name},カクウ　タロウ,{born},1,世帯主,,{home}"


def file_of(home: Path, *rows: str, name: str = "y.csv", encoding: str = "cp932") -> Path:
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("\r\n".join((HEAD, *rows, "")).encode(encoding))
    return path


@pytest.fixture
def shape() -> Layout:
    return load_layout((FORMS / "exchange" / "incoming" / f"{LAYOUT}.toml").read_bytes(), LAYOUT)


def test_the_rows_of_an_application_belong_together_and_one_bad_row_keeps_all_of_it_aside(shape: Layout) -> None:
    rows = [
        person("Y1", "架空　太郎"),
        person("Y2", "架空　花子", "1988-13-45"),
        person("Y1", "架空　一郎"),
        person("Y2", "架空　さくら"),
        person("", "架空　二郎"),
        person("Y3", "架空　三郎", home=HOME.replace("101", "102")),
        person("Y3", "架空　四郎"),
        f"{person('Y4', '架空　五郎')},x",
        person("Y5", "", day="12/1"),
    ]
    wrong = lambda key, words: key == "person.birth.date" and "13" in words  # noqa: E731 - one line says it
    found = sort_out([f"{row}\n" for row in (HEAD, *rows)], shape, name="y.csv", wrong=wrong)
    assert not isinstance(found, tuple)
    (good,) = found.good
    assert (good.number, [each["person.name.full"] for each in good.persons], good.day, good.lines) == (
        "Y1",
        ["架空　太郎", "架空　一郎"],
        dt.date(2026, 12, 1),
        (2, 4),
    )
    assert (good.persons[0]["person.sex"], good.case["addr.new.katagaki"]) == ("男", "架空ハイツ101")
    assert (found.bad, len(found.aside)) == (5, 1 + 7)
    assert [issue.where for issue in found.faults] == [
        "y.csv 3行目 生年月日",
        "y.csv 6行目 予約番号",
        "y.csv 7行目",
        "y.csv 9行目",
        "y.csv 10行目 氏名",
        "y.csv 10行目 来庁予定日",
    ]
    assert not [issue for issue in found.faults if "架空" in str(issue)]


def test_a_file_without_its_columns_is_refused_whole(shape: Layout) -> None:
    found = sort_out(["予約番号,氏名,氏名\n"], shape, name="y.csv", wrong=lambda *_: False)
    assert isinstance(found, tuple)
    assert {issue.where for issue in found} >= {"y.csv 1行目 生年月日", "y.csv 1行目 氏名"}


def test_what_arrives_waits_sealed_and_is_a_visit_on_its_day_once(kiosk: Kiosk, home: Path) -> None:
    inbox = home / "incoming" / LAYOUT
    file_of(inbox, person("Y1", "架空　太郎"), person("Y2", "架空　花子", "いつか"), person("Y3", "架空　一郎", day=""))
    taken = kiosk("incoming", "fetch", "--json")
    (told,) = taken.document["files"]
    assert (taken.code, told["new"], told["aside"], [issue["where"] for issue in told["issues"]]) == (
        1,
        2,
        1,
        ["y.csv 3行目 生年月日"],
    )
    assert (inbox / "taken" / "y.csv").exists()
    assert "架空　花子" in (inbox / "y.aside.csv").read_text(encoding="utf-8-sig")
    written = b"".join(path.read_bytes() for path in (home / "data").iterdir() if path.is_file())
    assert "架空".encode() not in written
    assert kiosk("incoming", "list", "--json").document == {"": 1, "2026-12-01": 1}
    assert kiosk("drafts", "list", "--json").document == []
    again = file_of(home, person("Y1", "架空　太郎"))
    assert kiosk("incoming", "take", again, "--layout", LAYOUT, "--json").document["files"][0]["again"] == 1

    assert len(kiosk("incoming", "day", "2026-12-01", "--json").document["begun"]) == 1
    assert kiosk("incoming", "day", "2026-12-01", "--json").document["begun"] == []
    assert kiosk("incoming", "open", "Y1").code == 1
    slip = kiosk("incoming", "open", "Y3", "--json").document["slip"]
    assert {line["slip"] for line in kiosk("drafts", "list", "--json").document} > {slip}
    assert kiosk("incoming", "take", again, "--layout", LAYOUT, "--json").document["files"][0]["again"] == 1

    program = Program(Place.standard(), SystemClock())
    case = program.store.prepared.named(LAYOUT, "Y3")
    state = VisitState.model_validate_json(program.store.drafts.load(case) or b"")
    assert state.case is not None
    name = next(fact for fact in state.case.ledger.facts if fact.path == "person[p1].name.full")
    assert (name.value, name.source, state.note) == ("架空　一郎", Source.PREENTRY, "転入予約 Y3")
    newest = [entry.detail for entry in program.store.audit.read(20) if entry.action == "incoming"]
    assert f"layout={LAYOUT} new=2 again=0 aside=1" in newest
    program.close()


class Giving(BaseHTTPRequestHandler):
    """A service that has one application, and says so once somebody asks for CSV."""

    def do_GET(self) -> None:
        content = f"{HEAD}\n{person('P1', '架空　太郎')}\n".encode()
        self.send_response(200 if self.headers["Accept"] == "text/csv" else 406)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.mark.parametrize("typed", ["Y1-07", " ｙ１－０７ "])
def test_a_resident_with_a_reservation_says_its_number_at_the_counter(kiosk: Kiosk, home: Path, typed: str) -> None:
    assert kiosk("incoming", "take", file_of(home, person("Y1-07", "架空　太郎")), "--layout", LAYOUT).code == 0
    catalogue()
    program = Program(Place.standard(), SystemClock())
    desk = ArrivingDoing(program, StoreDoing(program))
    unknown = desk.do(Find("Y1-08"))
    assert (isinstance(unknown, Found) and unknown.cases) == ()
    opened = desk.do(Find(typed))
    assert isinstance(opened, Unparked)
    assert opened.state is not None
    assert opened.state.case is not None
    assert opened.state.case.persons == ("p1",)
    for again in (typed, opened.state.case.slip):
        found = desk.do(Find(again))
        assert (isinstance(found, Unparked) and found.state) == opened.state
    program.close()


def test_a_service_is_asked_for_what_it_has(kiosk: Kiosk, town: Path) -> None:
    server = HTTPServer(("127.0.0.1", 0), Giving)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    layout = town / "exchange" / "incoming" / f"{LAYOUT}.toml"
    url = f"http://127.0.0.1:{server.server_address[1]}/"
    said = layout.read_text(encoding="utf-8")
    service = f'service = {{ number = 1, name = "転入予約", url = "{url}" }}'
    layout.write_text(said.replace(f'folder = "incoming/{LAYOUT}"', service), encoding="utf-8")
    try:
        found = kiosk("incoming", "fetch", "--json")
        assert (found.code, [each["new"] for each in found.document["files"]]) == (0, [1])
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    gone = kiosk("incoming", "fetch", "--json")
    assert (gone.code, gone.document["away"]) == (1, [LAYOUT])


def test_what_is_too_old_is_dropped_and_keys_are_changed_with_what_waits(home: Path) -> None:
    catalogue()
    program = Program(Place.standard(), SystemClock())
    prepared, now = program.store.prepared, program.clock.now()
    old, new = prepared.named("a", "1"), prepared.named("a", "2")
    day = now.date()
    assert prepared.take([(old, b"1", day - dt.timedelta(90)), (new, b"2", day)], now=now - dt.timedelta(80)) == 2
    assert prepared.forget(before=day - incoming.KEPT) == 1
    assert (prepared.load(old), prepared.load(new), prepared.due(day)) == (None, b"2", (new,))
    program.close()


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('event = "tennyu"', 'event = "tenyu"', "event"),
        ('key = "person.sex"', 'key = "person.sexe"', "person[3].key"),
        ('key = "case.moved_on"', 'key = "person.sex"', "case[0].key"),
        ('column = "性別"', 'column = "個人番号"', "person[3].column"),
    ],
)
def test_a_layout_that_cannot_be_used_is_told(tmp_path: Path, old: str, new: str, where: str) -> None:
    import shutil

    from tests.read_before import begun

    root = Path(shutil.copytree(FORMS, tmp_path / "forms"))
    path = root / "exchange" / "incoming" / f"{LAYOUT}.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    issues = read_forms(root, cache=begun(tmp_path / "cache")).issues
    assert [issue.where for issue in issues] == [f"exchange/incoming/{LAYOUT}.toml {where}"]


def test_a_layout_of_no_use_is_a_trouble_of_the_place() -> None:
    with pytest.raises(SiteError, match="X01"):
        load_layout(json.dumps({"title": 3}).encode(), "x.toml")
