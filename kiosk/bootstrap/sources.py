"""Cards and extracts of a written visit, read by the real drivers and handed over as actions."""

from pathlib import Path

from kiosk.bootstrap.program import Program
from kiosk.cards.mynumber import MyNumberReader
from kiosk.cards.samples import Samples, load_samples
from kiosk.cards.simreader import SimReader
from kiosk.exchange.records.cells import load_extract as load_mapping
from kiosk.exchange.records.extract import Extract, read_extract
from kiosk.flow.actions import Action, ReportCard, UseCard, UseExtract
from kiosk.model.base import Issue
from kiosk.model.card import CardFace, Secret
from kiosk.model.casefile import CaseFile


def samples(program: Program) -> Samples:
    """The practice cards of forms/cards.toml."""
    return load_samples(program.catalogue.files.content.get("cards.toml"))


def unknown_cards(program: Program, case: CaseFile, *, name: str) -> tuple[Issue, ...]:
    """Cards of a written visit that are not in forms/cards.toml."""
    drawer = samples(program)
    allowed = "、".join(card.id for card in drawer.cards)
    return tuple(
        Issue(where=f"{name} cards.{person}", message="見本カードにありません。", allowed=allowed)
        for person, card in case.cards.items()
        if drawer.card(card) is None
    )


def read_cards(program: Program, case: CaseFile) -> tuple[Action, ...]:
    """Put every card of the case on the simulated reader, one after another, and read it with its PIN."""
    drawer, actions = samples(program), list[Action]()
    for person, card_id in case.cards.items():
        sample = drawer.card(card_id)
        if sample is None:
            continue
        reader = SimReader()
        reader.insert(sample.build())
        outcome = MyNumberReader(reader, today=case.today).read(Secret.PIN, sample.pin)
        if isinstance(outcome, CardFace):
            actions.append(UseCard(person=person, face=outcome))
        else:
            actions.append(ReportCard(outcome=outcome))
    return tuple(actions)


def read_paper(program: Program, path: Path) -> UseExtract | tuple[Issue, ...]:
    """Read a 転出証明書 extract file; personal data stays in memory."""
    mapping = load_mapping(program.catalogue.files.content.get("exchange/extract.toml", b""))
    try:
        data = path.read_bytes()
    except OSError:
        return (Issue(where=path.name, message="ファイルを開けません。", allowed="転出証明書データの CSV"),)
    found = read_extract(data, mapping, on=program.clock.today(), name=path.name)
    if not isinstance(found, Extract):
        return found
    return UseExtract(
        persons=found.persons,
        case=found.case,
        left_out=found.left_out,
        passed=found.passed,
        reworded=found.reworded,
        taken_for=found.taken_for,
    )
