"""私の記録: whoever asks gets what is kept about them on paper, or has it erased; both are on record."""

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.audit_words import ACTIONS, told
from kiosk.bootstrap.own_record import own_record
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.spoken import GIVEN, read_given, spoken
from kiosk.demo.family import Demo
from kiosk.flow.actions import Step
from kiosk.model.languages import ANSWERS
from kiosk.model.parcel import Receipt
from kiosk.model.source import Source
from kiosk.model.vocabulary import Type
from tests.gui.counter import until
from tests.gui.real import Opens, accepted, said


def test_what_is_kept_is_printed_for_whose_it_is_and_erased_when_they_ask(
    qtbot: QtBot, open_counter: Opens, demo: Demo
) -> None:
    desk = accepted(qtbot, open_counter, demo)
    snapshot, store, panel, words = (
        desk.visit.snapshot,
        desk.program.store,
        desk.window.done.record,
        desk.window.kit.words,
    )
    assert snapshot is not None
    case = snapshot.case.id
    with pypdfium2.PdfDocument(own_record(desk.program, snapshot)) as document:
        read = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    items = (desk.program.book.vocabulary.item(path) for path in snapshot.case.ledger.current)
    labels = {"".join(item.label.split()) for item in items if item is not None and item.type is not Type.SIGNATURE}
    assert {label for label in labels if label not in read} == set()
    for word in ("架空太郎", "転出証明書", "転入届", "まだ送っていない", "確認（counter）"):
        assert word in read
    for language in sorted(ANSWERS.keys() - {"ja"}):  # the same in theirs, beneath the Japanese
        theirs = spoken(desk.program.place, language=language, room="lobby").words
        paper = own_record(desk.program, snapshot, language)
        with pypdfium2.PdfDocument(paper) as document:
            read = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
        for word in (
            "私の記録",
            "転入届",
            "まだ送っていない",
            *(theirs(f"record-{key}") for key in ("title", "all", "sent", "looked", "did-confirmed", "source-extract")),
        ):
            assert "".join(word.split()) in read, (language, word)
    panel.print.click()
    until(qtbot, lambda: panel.told.label.text != words("own-record-busy"))
    newest = store.audit.read(1)[0]
    assert (newest.action, newest.detail) == ("print", "own-record")

    def erase(why: str) -> None:
        panel.erase.click()
        panel.why.line.setText(why)
        QTest.keyClick(panel.why.line, Qt.Key.Key_Return)
        until(qtbot, lambda: not desk.host.busy)

    erase("本人の求め")
    assert (words("notice-not-sent-yet") in said(desk), store.kept.revision(case)) == (True, 1)
    for line in store.holding.unsent():
        store.outbox.skip(line.message, audit=newest.model_copy(update={"action": "hold-skip"}))
    now = desk.program.clock.now()
    while lease := store.outbox.claim("1", now=now, lease=now - now.replace(year=now.year - 1)):
        store.outbox.settle(lease, Receipt(reference="r", acknowledged=True), now=now)
    erase("本人の求め")
    until(qtbot, lambda: desk.window.page.step is Step.START)
    assert (words("notice-erased") in said(desk), store.kept.revision(case), store.outbox.earlier(case)) == (
        True,
        0,
        (),
    )
    assert store.audit.read(1)[0].action == "shred"


def test_everything_that_is_on_record_has_words_for_residents() -> None:
    given = read_given((Place.standard().assets / "words" / GIVEN).read_bytes())["lobby/"]
    kinds = {f"record-did-{told(action)}" for action in (*ACTIONS, "what-nobody-has-heard-of")}
    sources = {f"record-source-{source.value}" for source in Source}
    assert kinds | sources == {name for name in given if name.startswith(("record-did-", "record-source-"))}
