"""A household of the register: who of it is concerned is ticked and taken into the visit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.flow.residents import Household, face
from kiosk.ui.counter.register_rows import where
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.message import Message, Mood
from kiosk.ui.widgets.panels import column, empty, holder, pressed


class RegisterHousehold(QWidget):
    """`taken` carries the places of who is ticked, `back` that somebody else is looked for. Digits tick."""

    taken = Signal(object)
    back = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, words, gap = kit, kit.words, kit.look.dp(8)
        self.people: list[Button] = []
        self.title = GlyphLabel(kit, level=Level.DENSE, bold=True)
        self.home = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        self.said = Message(kit)
        self._list = QVBoxLayout()
        self._list.setSpacing(gap)
        how = GlyphLabel(kit, words("register-who"), level=Level.DENSE, ink="quiet")
        self.all, self.other = (Button(kit, words(f"register-{key}"), level=Level.DENSE) for key in ("all", "other"))
        self.take = Button(kit, words("register-take"), rank=Rank.PRIMARY, level=Level.DENSE)
        pressed(self.all, self._tick_all)
        pressed(self.other, self.back.emit)
        pressed(self.take, self._take)
        ways = flow(self.all, self.other, self.take, gap=kit.look.dp(12))
        self.setLayout(column(self.title, self.home, self.said, how, holder(self._list), ways, gap=gap))

    def present(self, household: Household) -> None:
        """Everybody in the order of the register; the one who was chosen is ticked."""
        words, faces = self._kit.words, [face(each) for each in household.people]
        self.title.set_text(words("register-household", n=len(faces)))
        self.home.set_text(where(self._kit, faces[household.chosen]))
        self.said.set(words("register-lacks") if household.lacks else "", mood=Mood.WARNING)
        empty(self._list)
        self.people = []
        for at, each in enumerate(faces):
            text = "　".join(filter(None, (each.name, each.relation, words("register-born", birth=each.birth))))
            number = f"{at + 1} " if at < 9 else ""
            button = Button(self._kit, number + text, rank=Rank.CHOICE, level=Level.DENSE)
            button.several = True
            button.setChecked(at == household.chosen)
            self.people.append(button)
            self._list.addWidget(button)
        self.take.setFocus()

    def tick(self, digit: str) -> bool:
        """Tick somebody by their number, or let them go; False where it is nobody's."""
        at = int(digit) - 1 if digit and digit in "123456789" else -1
        if 0 <= at < len(self.people):
            self.people[at].toggle()
        return 0 <= at < len(self.people)

    def _tick_all(self) -> None:
        for button in self.people:
            button.setChecked(True)
        self.take.setFocus()

    def _take(self) -> None:
        ticked = tuple(at for at, button in enumerate(self.people) if button.isChecked())
        if ticked:
            self.taken.emit(ticked)
        else:
            self.said.set(self._kit.words("register-nobody"), mood=Mood.ERROR)

    def wipe(self) -> None:
        """Nobody stays."""
        empty(self._list)
        self.people = []
        for label in (self.title, self.home):
            label.set_text("")
        self.said.set("")
