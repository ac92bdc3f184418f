"""A hand-written office for the window's tests: the register of residents, printers and files, what is yet to leave."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kiosk.delivery.decide import Explained
from kiosk.flow.actions import UseExtract, UsePreentry
from kiosk.flow.residents import Candidate, FoundResidents, Household, face
from kiosk.model.address import Address
from kiosk.model.answer import AnswerLine, Charge
from kiosk.model.base import Issue
from kiosk.model.bill import Bill
from kiosk.model.errors import SiteError
from kiosk.model.glyph import Glyph, reach_of
from kiosk.model.message import Code, Message
from kiosk.model.parcel import Cause, State, Unsent
from kiosk.model.printing import Again, PaperKind, PrintRun, came_out
from kiosk.model.resident import RegisterState, Resident
from kiosk.model.verdict import Verdict
from kiosk.ui.office.ports import SendingPage, SentBack, Stop, Waiting
from kiosk.ui.printing import Printed, PrintState


class FakeResidents:
    """A register of one household; remembers what it was asked and what for."""

    def __init__(self) -> None:
        self.people: tuple[Resident, ...] = ()
        self.day, self.asked = dt.date(2026, 4, 17), list[tuple[str, str]]()

    def state(self) -> RegisterState | None:
        at = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)
        return RegisterState(day=self.day, at=at, people=len(self.people), households=1) if self.people else None

    def find(self, text: str, why: str) -> FoundResidents:
        self.asked.append((text, why))
        faces = [(number, face(each)) for number, each in enumerate(self.people, start=1)]
        found = [each for each in faces if text and text in each[1].name]
        return FoundResidents(tuple(Candidate(number=n, edition="r", face=each) for n, each in found))

    def household(self, candidate: Candidate, why: str) -> Household | None:
        self.asked.append(("household", why))
        return Household(people=self.people, day=self.day, chosen=candidate.number - 1)


class FakeOffice:
    def __init__(self, folder: Path) -> None:
        self.folder, self.state = folder, PrintState.DONE
        self.broken, self.forgotten = False, 0
        self.runs: tuple[PrintRun, ...] = ()
        self.register = FakeResidents()
        self.owed = Bill()
        self.standing: dict[str, tuple[str, ...]] = {}
        self.lists: dict[str, tuple[tuple[str, str], ...]] = {}
        self.home: UsePreentry | Message = Code("preentry-no-code")()
        self.extract = UseExtract(persons=({"person.kana": "カクウ　タロウ"},) * 4, case={})

    def packet_folder(self) -> Path:
        return self.folder

    def save_packet(self, folder: Path) -> Sequence[Path]:
        if self.broken:
            raise SiteError("ST-01", what="保存先に書き込めません。", mend="空き容量を確かめてください。")
        return [folder / "packet.pdf"]

    def print_papers(self, papers: Sequence[PaperKind], again: Again | None = None) -> Printed:
        if again is None and came_out(self.runs, papers, revision=1):
            return Printed(None, self.runs)
        at = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)
        run = PrintRun(len(self.runs) + 1, tuple(papers), at, "1001", 1, again.reason if again else "")
        self.runs += (run,)
        return Printed(self.state, self.runs)

    def not_printed(self) -> Printed:
        self.runs = (*self.runs[:-1], replace(self.runs[-1], failed=True))
        return Printed(PrintState.FAILED, self.runs)

    def prints(self) -> Printed:
        return Printed(None, self.runs)

    def print_record(self) -> PrintState:
        return self.state

    def print_letter(self) -> PrintState | None:
        return self.state

    def second(self, number: str, pin: str) -> str | Message:
        return number if pin == "4711" else Code("second-wrong")()

    def bill(self) -> Bill:
        return self.owed

    def languages(self) -> Sequence[str]:
        return ("日本語", "やさしい日本語", "English", "中文", "한국어", "Tiếng Việt", "Português")

    def print_state(self) -> PrintState:
        return self.state

    def extracts(self) -> Sequence[Path]:
        return (Path("tensyutu-0012.csv"), Path("kowareta.csv"))

    def load_extract(self, path: Path) -> UseExtract | tuple[Issue, ...]:
        if "kowareta" in path.name:
            return (Issue(where="2行目", message="生年月日を読み取れません。", allowed="YYYYMMDD"),)
        return self.extract

    @property
    def residents(self) -> FakeResidents:
        return self.register

    def home_lines(self, lines: Sequence[str]) -> UsePreentry | Message:
        return self.home if lines else Code("preentry-no-code")()

    def home_picture(self, path: Path) -> UsePreentry | Message:
        return self.home if path.suffix else Code("preentry-picture")()

    def forget_home(self) -> None:
        self.forgotten += 1

    def glyphs(self, letter: str) -> Sequence[Glyph]:
        texts = ("辺", "邊", "邉") if letter in {"辺", "邊", "邉"} else (letter,)
        return tuple(Glyph(text, reach_of(text), printed=text != "邉") for text in texts)

    def buildings(self, path: str) -> Sequence[str]:
        return self.standing.get(path, ())

    def listed(self, path: str) -> bool:
        return path in self.lists

    def known(self, path: str, typed: str) -> Sequence[tuple[str, str]]:
        return [each for each in self.lists.get(path, ()) if typed in each[0] or typed in each[1]]

    def coded(self, path: str, typed: str) -> str:
        return dict(self.lists.get(path, ())).get(typed, "")

    def postal(self, code: str) -> Sequence[Address]:
        towns = {"0000000": ("緑ケ丘一丁目", "緑ケ丘二丁目"), "0000001": ("本町",)}.get(code, ())
        return [
            Address(
                text=f"見本県架空市{town}", postal=code, lg_code="999997", prefecture="見本県", city="架空市", town=town
            )
            for town in towns
        ]


def unsent(state: State, **more: Any) -> Unsent:
    """An invented parcel that has not left."""
    at = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)
    line = {"slip": "260420-017", "destination": "1", "place": "住民記録", "kind": "P01", "attempts": 3}
    times = {"created_at": at, "since": at, "next_at": at}
    number = uuid.uuid5(uuid.NAMESPACE_URL, f"{state} {more}")
    return Unsent(**{"message": number, "case": number, "state": state, **line, **times, **more})


CHARGE = Charge(staff="c2", until=dt.date(2026, 4, 23))


def returned(result: Verdict, **more: Any) -> AnswerLine:
    """An invented application that a receiver sent back."""
    number, at = uuid.uuid5(uuid.NAMESPACE_URL, result.name), dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)
    line = {"message": number, "case": number, "slip": "260420-018", "destination": "1", "kind": "P20", "revision": 1}
    said = {"result": result, "at": at, "number": "", "points": 1, "open": True}
    return AnswerLine(**{**line, **said, **more})


class FakeSending:
    """One parcel of each kind; remembers what was decided, and can refuse."""

    def __init__(self) -> None:
        long = Issue(where="対象者1行目 住所_方書", message="E0003 文字数が多すぎます。", allowed="300文字まで")
        codes = {cause: f"D{n}" for n, cause in enumerate(Cause)} | {Cause.DESTINATION: "D39"}
        held = [Explained(line=unsent(State.HELD, code=codes[cause]), cause=cause) for cause in Cause]
        rest = [Explained(line=unsent(State.READY)), Explained(line=unsent(State.READY, behind=True))]
        mended = Explained(line=unsent(State.HELD, code="D12"), cause=Cause.SETTINGS, wrong=(long,) * 7, renewable=True)
        there = Explained(line=unsent(State.RELAYED))
        stuck = Explained(line=unsent(State.RELAYED, code="D01", detail="共有フォルダーにつながりません。"))
        every = (mended, *held, *rest, Explained(line=unsent(State.LEASED, detail="接続できません。")), there, stuck)
        self.rows = tuple(Waiting(each, "国民健康保険の資格取得届と資格確認書の交付申請", "住民記録") for each in every)
        back = (returned(Verdict.TO_CORRECT), returned(Verdict.REJECTED, number="R-1", charge=CHARGE))
        self.back = tuple(SentBack(each, "児童手当の認定請求（新しい請求者）", "住民記録") for each in back)
        self.stops = (Stop("1", "住民記録", paused=False), Stop("2", "庁内データ連携", paused=True))
        self.asked: list[tuple[object, ...]] = []
        self.wrong: tuple[Issue, ...] = ()
        self.two = False

    def _answer(self, *asked: object) -> SendingPage:
        self.asked.append(asked)
        told = None if self.wrong else Code("sending-hastened")()
        return SendingPage(self.rows, 3, self.back, 0, self.stops, told, self.wrong, self.two)

    def look(self) -> SendingPage:
        return self._answer("look")

    def own(self, message: uuid.UUID) -> SendingPage:
        return self._answer("own", message)

    def release(self, message: uuid.UUID) -> SendingPage:
        return self._answer("release", message)

    def release_mended(self) -> SendingPage:
        return self._answer("release_mended")

    def vouch(self, message: uuid.UUID, reason: str) -> SendingPage:
        return self._answer("vouch", message, reason)

    def skip(self, message: uuid.UUID, reason: str, *, second: str = "") -> SendingPage:
        return self._answer("skip", message, reason, second)

    def pause(self, key: str, *, paused: bool) -> SendingPage:
        return self._answer("pause", key, paused)

    def hasten(self) -> SendingPage:
        return self._answer("hasten")
