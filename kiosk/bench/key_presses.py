"""A practised clerk at the real window: every key from the empty counter to the signed packet of the family.

A card that is laid down or taken away is no key, the digits of its PIN are. Words are counted as they are typed with an
input method that knows nothing of the family: their romaji, one key to convert and one to take it. The city's register
knows neighbours in the same building, as it does of every house with several homes, and the city has lists of banks,
branches and schools: of a bank and a school the first letters are typed, of a branch the number on the passbook.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.bench.row import Row, at_most, information
from kiosk.bench.seat import paint, seat
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort
from kiosk.bootstrap.sources import samples
from kiosk.bootstrap.window import CounterDesk
from kiosk.flow.actions import Step
from kiosk.flow.residents import building_of, words_of
from kiosk.model.address import with_number
from kiosk.model.audit import AuditEvent
from kiosk.model.casefile import UNKNOWN
from kiosk.model.errors import Defect
from kiosk.model.fact import Value
from kiosk.model.message import Refused
from kiosk.model.resident import RegisterState, Resident
from kiosk.ui.widgets.entries.address import AddressEntry
from kiosk.ui.widgets.entries.building import BuildingEntry
from kiosk.ui.widgets.entries.choice import ChoiceEntry
from kiosk.ui.widgets.entries.known import KnownEntry
from kiosk.ui.widgets.entries.listing import ListEntry
from kiosk.ui.widgets.question_field import QuestionField

_MOST = 200  # questions of a visit; more go round in circles
_CONVERT = 2
_BUILDING, _ROOM = "グリーンハイツ緑ケ丘", "305"
_LISTED = {"仮想市立見本小学校": ("見本", "mihon"), "架空銀行": ("架空", "kakuu"), "見本支店": ("101", "")}
"""What is typed for a name that is in a list of the city: its first letters with their romaji, or its number."""
_SHORT = {"R8.4.12": "12", "R8.4.21": "21"}
"""Days of the month of the visit, as they may be typed."""
_SAID = {"はい": "true", "いいえ": "false", "なし": "", "全員": "*"}
_POSTAL, _LOT = "0000003", "1-2"


def key_presses(subject: Subject, effort: Effort) -> list[Row]:  # noqa: ARG001 - one visit is always the same
    """The keys of one visit, beside the letters that a resident would write by hand."""
    _neighbours(subject)
    with seat(subject) as desk:
        desk.window.activateWindow()
        clerk = _Clerk(subject, desk)
        clerk.visit()
    letters = sum(len(run.text) for form in subject.forms for run in form.boxes)
    counted = "cards and extract of the family; romaji counted, two keys to convert; banks and schools in a list"
    row = Row(
        name="counter.key_presses",
        label="窓口: 見本の家族の打鍵",
        value=clerk.keys,
        unit="打鍵",
        compared_with=f"{counted}; {clerk.keys - clerk.romaji} without the romaji beyond one key a letter",
    )
    by_hand = Row(
        name="counter.letters_by_hand",
        label="窓口: 同じ様式を手で書くときの字数",
        value=letters,
        unit="字",
        compared_with="every box of the ten forms written by hand",
    )
    return [at_most(120, row), information(by_hand)]


def _neighbours(subject: Subject) -> None:
    """Two homes in the building into which the family moves."""
    area = subject.program.postal.lookup(_POSTAL)
    if isinstance(area, Refused):
        raise Defect("the sample town does not know its own postal code")
    home = with_number(area[0], number=_LOT)
    now, day = subject.program.clock.now(), subject.program.clock.today()
    with subject.program.store.residents.begin() as new:
        for room in ("101", "102"):
            facts: dict[str, Value] = {
                "person.name.full": f"見本　隣{room}",
                "addr.old.text": home.model_copy(update={"building": f"{_BUILDING}　{room}号室"}),
            }
            new.add(Resident(facts=facts), household=room, words=words_of(facts), building=building_of(facts))
        state = RegisterState(day=day, at=now, people=2, households=2)
        new.publish(state, event=AuditEvent(at=now, by="bench", action="register-import"))


@dataclass
class _Clerk:
    subject: Subject
    desk: CounterDesk
    keys: int = 0
    romaji: int = 0

    def visit(self) -> None:
        """From the start page to the accepted case."""
        self._bring()
        self._answer()
        for _ in range(_MOST):
            if self.desk.window.page.step is Step.DONE:
                return
            if self.desk.window.page.step is Step.SIGN:
                for digit in range(1, len(self.desk.window.sign.panels) + 1):
                    self._type(str(digit))
            self._press(Qt.Key.Key_Return)
        raise Defect("the measured visit was not confirmed")

    def _bring(self) -> None:
        """The extract, who has come, what for; then card after card."""
        for key in (Qt.Key.Key_F3, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_F2):
            self._press(key)
        drawer, reader = samples(self.subject.program), self.desk.window.side.card
        order = [sample.id for sample in self.desk.window.kit.drawer.samples()]
        for card in self.subject.demo.case.cards.values():
            sample = drawer.card(card)
            reader.samples[order.index(card)].click()
            self._settle()
            self._type(sample.pin if sample is not None else "")
            self._press(Qt.Key.Key_Return)
            reader.remove.click()
            self._settle()

    def _answer(self) -> None:
        answers = self.subject.demo.case.answers
        for _ in range(_MOST):
            field = _field_of(self.desk.app.focusWidget())
            if field is None:
                return
            self._say(field, answers.get(field.path, UNKNOWN))
        raise Defect("the keyboard goes round")

    def _say(self, field: QuestionField, words: str) -> None:
        match field.entry:
            case ChoiceEntry() as entry:
                for word in words.split("、"):
                    self._type(_key(entry, word))
            case ListEntry() as entry:
                self._type(str(entry.combo.findText(words)))
            case AddressEntry():
                self._type(_POSTAL)
                self._type(_LOT)
            case BuildingEntry() as entry if words.startswith(_BUILDING):
                self._building(entry)
            case KnownEntry() as entry:
                self._look_up(entry, words)
            case _:
                self._write(_SHORT.get(words, words.replace("-", "")))
        if _field_of(self.desk.app.focusWidget()) is field:
            self._press(Qt.Key.Key_Return)

    def _building(self, entry: BuildingEntry) -> None:
        if list(entry.known) != [_BUILDING]:
            raise Defect("the building is not known")
        self._press(Qt.Key.Key_Down)
        self._type(_ROOM)

    def _look_up(self, entry: KnownEntry, words: str) -> None:
        """The number of a branch stands on every passbook; of banks and schools the first letters are written."""
        typed, romaji = _LISTED[words]
        self._write(typed, romaji)
        while romaji and entry.line.text() != words:
            if words not in entry.known:
                raise Defect("a listed name is not offered")
            self._press(Qt.Key.Key_Down)

    # ---- keys ------------------------------------------------------------------------------------------------------
    def _write(self, words: str, romaji: str = "") -> None:
        """Figures key by key, other words as an input method hands them over."""
        if words.isascii():
            self._type(words)
            return
        typed = len(romaji) + _CONVERT
        self.keys, self.romaji = self.keys + typed, self.romaji + typed - len(words)
        event = QInputMethodEvent()
        event.setCommitString(words)
        self._send(event)

    def _type(self, letters: str) -> None:
        for letter in letters:
            self._press(Qt.Key(ord(letter.upper())), letter)

    def _press(self, key: Qt.Key, letter: str = "") -> None:
        self.keys += 1
        text = letter or (chr(key) if Qt.Key.Key_0 <= key <= Qt.Key.Key_9 else "")
        if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12:
            self.desk.window.key(key - Qt.Key.Key_F1 + 1)  # a shortcut needs a window system
            self._settle()
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._send(QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def _send(self, event: QEvent) -> None:
        target = self.desk.app.focusWidget()
        if target is None:
            raise Defect("nothing has the keyboard")
        QCoreApplication.sendEvent(target, event)
        self._settle()

    def _settle(self) -> None:
        while self.desk.host.busy or self.desk.jobs.running:
            paint(self.desk)
        paint(self.desk)


def _key(entry: ChoiceEntry, word: str) -> str:
    labels = {button.text(): code for code, button in entry.options.items()}
    return entry.options[_SAID.get(word, labels.get(word, word))].by_key


def _field_of(widget: QWidget | None) -> QuestionField | None:
    while widget is not None and not isinstance(widget, QuestionField):
        widget = widget.parentWidget()
    return widget
