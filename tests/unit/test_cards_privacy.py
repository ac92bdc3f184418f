"""What must never happen: the 個人番号 file touched, a secret or a name in a log, a repr or an exception."""

import logging
import traceback
from datetime import date
from pathlib import Path

import pytest
from stdnum.jp import in_ as individual_number

from kiosk.cards.apdu import verify
from kiosk.cards.basic_four import FileFault, parse
from kiosk.cards.faults import Damage, Fault, FaultKind
from kiosk.cards.images import NUMBER_FILLER, Holder, basic_four_file, my_number_card
from kiosk.cards.layout import TEXT_AP
from kiosk.cards.mynumber import MyNumberReader
from kiosk.cards.samples import SampleCard, load_samples
from kiosk.cards.simreader import SimReader
from kiosk.model.card import Secret

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = load_samples((ROOT / "forms" / "cards.toml").read_bytes()).cards
TODAY = date(2026, 11, 20)
HOLDER = Holder(
    name="秘密　花子",
    address="見本県秘密市",
    birth=date(1980, 2, 17),
    sex="2",
    expires=date(2035, 2, 17),
    pin="7391",
    code="2285",
)


def files_touched(log: list[str]) -> set[str]:
    """Ids of every file of the text AP that was selected, read or verified, following the log line by line."""
    in_text, current, touched = False, "", set[str]()
    for line in log:
        if line.startswith("00A404"):
            in_text, current = line.endswith(TEXT_AP.hex().upper()), ""
        elif in_text and line.startswith("00A402"):
            current = line[-4:]
            touched.add(current)
        elif in_text and line.startswith(("00B0", "00B2", "0020")):
            short = int(line[4:6], 16) & 0x9F if line.startswith("00B0") else 0
            touched.add(f"{short & 0x1F:04X}" if short & 0x80 else current)
    return touched


def test_the_follower_of_the_log_would_notice_the_forbidden_files() -> None:
    select = "00A4040C0A" + TEXT_AP.hex().upper()
    assert files_touched([select, "00A4020C020001", "00B0000000"]) == {"0001"}
    assert files_touched([select, "00B0850000"]) == {"0005"}
    assert files_touched(["00A4040C0AD3921000310001010100", "00B2010C00"]) == set()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
def test_no_read_ever_touches_the_number_file_or_any_file_but_the_four(sample: SampleCard) -> None:
    chip, reader = sample.build(), SimReader()
    for secret, digits in ((Secret.PIN, "1234"), (Secret.PIN, "0000"), (Secret.NUMBER_B, sample.number_b)):
        reader.insert(chip)
        driver = MyNumberReader(reader, today=TODAY)
        driver.glance()
        reader.insert(chip)
        driver.read(secret, digits, spend_last_try=True)
    assert files_touched(chip.log) <= {"0011", "0015", "0002"}


def test_the_number_file_of_the_simulated_card_is_no_individual_number() -> None:
    assert not individual_number.is_valid(NUMBER_FILLER)
    assert len(NUMBER_FILLER) == 12


@pytest.mark.parametrize(
    "fault", [None, *(Fault(kind=kind, at=step) for kind in FaultKind for step in (2, 4, 6))], ids=repr
)
@pytest.mark.parametrize("digits", ["7391", "８２４６"])
def test_neither_secret_nor_name_is_logged(fault: Fault | None, digits: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    chip, reader = my_number_card(HOLDER, fault=fault), SimReader()
    reader.insert(chip)
    MyNumberReader(reader, today=TODAY).read(Secret.PIN, digits)
    reader.insert(chip)
    MyNumberReader(reader, today=TODAY).read(Secret.NUMBER_B, HOLDER.number_b)
    lines = caplog.text + "\n".join(chip.log)
    for hidden in ("7391", b"7391".hex(), b"8246".hex(), HOLDER.number_b, HOLDER.number_b.encode().hex(), "秘密"):
        assert hidden not in lines.lower()
    assert "00A4040C0A" in lines


def test_a_verify_is_in_the_log_without_its_data(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="kiosk.cards")
    reader = SimReader()
    reader.insert(my_number_card(HOLDER))
    MyNumberReader(reader, today=TODAY).read(Secret.PIN, "7391")
    assert "4 0020008004[masked] -> 0 bytes 9000" in caplog.text


def test_the_repr_of_what_holds_a_secret_does_not_show_it() -> None:
    chip, reader = my_number_card(HOLDER), SimReader()
    sample = SampleCard(id="x", title_ja="x", holder=HOLDER)
    files = [file for application in chip._applications for file in application.files]
    shown = repr([HOLDER, sample, chip, reader, files, verify(b"7391"), MyNumberReader(reader, today=TODAY)])
    for hidden in ("7391", "2285", HOLDER.number_b):
        assert hidden not in shown


@pytest.mark.parametrize("damage", list(Damage))
def test_an_exception_about_a_broken_file_carries_nothing_of_it(damage: Damage) -> None:
    content = basic_four_file(HOLDER.model_copy(update={"damage": damage}))
    with pytest.raises(FileFault) as caught:
        parse(content, today=TODAY)
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value.__context__)
    assert "秘密" not in told
    assert "\\x" not in told


def test_no_module_of_the_package_names_a_file_id_it_must_not_read() -> None:
    package = ROOT / "kiosk" / "cards"
    allowed = {"images.py"}  # the simulated card has to contain what must not be read
    for module in package.glob("*.py"):
        text = module.read_text(encoding="utf-8")
        assert module.name in allowed or not ("0x0001" in text or "0x0005" in text), module.name
