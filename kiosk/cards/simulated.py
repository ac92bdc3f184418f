"""A simulated IC card: files, keys and power behind the same commands a real card takes (ISO/IEC 7816-4)."""

from kiosk.cards.apdu import ApduError, Command, Ins, Raw, Sw, decode_command, encode_response, masked
from kiosk.cards.faults import Fault
from kiosk.cards.filesystem import Application, BinaryFile, File, KeyFile, RecordFile
from kiosk.cards.keys import KeyMachine, TryCounters

_NO_SHORT_ID = 0
_MAX_SECRET = 16


class _Status(Exception):
    """The command ends here with this status word."""

    def __init__(self, sw: int) -> None:
        super().__init__(f"{sw:04X}")
        self.sw = sw


class SimCard:
    """One card. What it forgets without power: the selected DF and EF and which keys were verified.

    The verified keys belong to the selected DF and are dropped when another DF is selected. `wakes_with_6f00` makes the
    first command after power-up fail, as some real cards do. `log` lists every command since the card was made, secrets
    masked. `fault` is what the reader's wire will do to it. `identifier` is what a contactless reader tells it by, the
    same every time; a card without one has another at every touch.
    """

    def __init__(
        self,
        applications: tuple[Application, ...] = (),
        *,
        counters: TryCounters | None = None,
        fault: Fault | None = None,
        wakes_with_6f00: bool = False,
        identifier: bytes = b"",
    ) -> None:
        self._applications, self.fault, self.identifier = applications, fault, identifier
        self._counters = counters or TryCounters()
        self._keys = KeyMachine(self._counters)
        self._wakes_with_6f00 = wakes_with_6f00
        self.log: list[str] = []
        self.power_off()

    def power_off(self) -> None:
        """SCARD_UNPOWER_CARD, or leaving the field: everything but the counters is forgotten."""
        self._df: Application | None = None
        self._ef: File | None = None
        self._verified: set[int] = set()
        self._drowsy = self._wakes_with_6f00

    def warm_reset(self) -> None:
        """SCARD_RESET_CARD: as measured, the selection and the verified keys stay, which is why nobody relies on it."""

    def renew_tries(self) -> None:
        """Give every key the tries of a new sample card again. Raises OSError."""
        self._counters.renew()

    def tries_left(self, fid: int, *, aid: bytes) -> int:
        """Tries left of a key file, 0 for one that is not there; for the picker and tests, not over the wire."""
        for application in self._applications:
            key = application.file(fid) if application.aid == aid else None
            if isinstance(key, KeyFile):
                return self._keys.left(_name(application, key), key)
        return 0

    def transmit(self, raw: Raw) -> bytes:
        """Answer one command; always at least two bytes."""
        self.log.append(masked(raw))
        if self._drowsy:
            self._drowsy = False
            return encode_response(Sw.NO_REASON)
        try:
            return encode_response(Sw.OK, self._obey(_decode(raw)))
        except _Status as status:
            return encode_response(status.sw)

    def lose_power_during(self, raw: Raw) -> None:
        """Power fails while the card works: a try that VERIFY wrote off stays written off, and nothing is answered."""
        self.log.append(masked(raw))
        try:
            command = _decode(raw)
            if command.ins == Ins.VERIFY and command.data:
                name, key = self._key(command)
                self._keys.spend(name, key)
        except _Status:
            pass
        self.power_off()

    def _obey(self, command: Command) -> bytes:
        if command.cla != 0:
            raise _Status(Sw.CLA)
        match command.ins:
            case Ins.SELECT:
                return self._select(command)
            case Ins.VERIFY:
                return self._verify(command)
            case Ins.READ_BINARY:
                return self._read_binary(command)
            case Ins.READ_RECORD:
                return self._read_record(command)
        raise _Status(Sw.INS)

    def _select(self, command: Command) -> bytes:
        match command.p1, command.p2:
            case 0x04, 0x0C:
                self._select_application(bytes(command.data))
            case 0x02, 0x0C:
                _refuse(Sw.LENGTH, unless=len(command.data) == 2)
                self._ef = self._find(int.from_bytes(command.data, "big"))
            case 0x00, _ if self._df is not None:
                pass  # measured: inside an application SELECT MF says 9000 and changes nothing
            case _:
                raise _Status(Sw.P1_P2)
        return b""

    def _select_application(self, aid: bytes) -> None:
        _refuse(Sw.LENGTH, unless=0 < len(aid) <= 16)
        found = next((application for application in self._applications if application.aid == aid), None)
        if found is None:
            raise _Status(Sw.NOT_FOUND)
        if found is not self._df:
            self._verified = set()
        self._df, self._ef = found, None

    def _verify(self, command: Command) -> bytes:
        name, key = self._key(command)
        if not command.data:
            raise _Status(Sw.OK if key.fid in self._verified else self._keys.query(name, key))
        self._verified.discard(key.fid)
        sw = self._keys.verify(name, key, bytes(command.data))
        _refuse(sw, unless=sw == Sw.OK)
        self._verified.add(key.fid)
        return b""

    def _key(self, command: Command) -> tuple[str, KeyFile]:
        _refuse(Sw.P1_P2, unless=command.p1 == 0 and command.p2 & 0xE0 == 0x80)
        _refuse(Sw.LENGTH, unless=len(command.data) <= _MAX_SECRET)
        key = self._current(command.p2 & 0x1F)
        if not isinstance(key, KeyFile) or self._df is None:
            raise _Status(Sw.KIND_OF_FILE)
        return _name(self._df, key), key

    def _read_binary(self, command: Command) -> bytes:
        le = _expected_length(command)
        short = bool(command.p1 & 0x80)
        _refuse(Sw.P1_P2, unless=not (short and command.p1 & 0x60))
        _refuse(Sw.P1_P2, unless=not (short and command.p1 & 0x1F == _NO_SHORT_ID))
        file = self._current(command.p1 & 0x1F if short else _NO_SHORT_ID)
        offset = command.p2 if short else command.p1 << 8 | command.p2
        if not isinstance(file, BinaryFile):
            raise _Status(Sw.KIND_OF_FILE)
        _refuse(Sw.SECURITY, unless=not file.opened_by or bool(self._verified & set(file.opened_by)))
        _refuse(Sw.OFFSET, unless=offset < len(file.content))
        return file.content[offset : offset + le]

    def _read_record(self, command: Command) -> bytes:
        le = _expected_length(command)
        _refuse(Sw.P1_P2, unless=command.p2 & 0x07 == 0x04)
        file = self._current(command.p2 >> 3)
        if not isinstance(file, RecordFile):
            raise _Status(Sw.KIND_OF_FILE)
        _refuse(Sw.NO_RECORD, unless=1 <= command.p1 <= len(file.records))
        return file.records[command.p1 - 1][:le]

    def _current(self, short_id: int) -> File:
        """The file a command means: by short id, which also makes it the current one, or the current one."""
        if short_id != _NO_SHORT_ID:
            self._ef = self._find(short_id)
        if self._ef is None:
            raise _Status(Sw.NO_CURRENT_FILE)
        return self._ef

    def _find(self, fid: int) -> File:
        file = self._df.file(fid) if self._df else None
        if file is None:
            raise _Status(Sw.NOT_FOUND)
        return file


def _decode(raw: Raw) -> Command:
    try:
        return decode_command(raw)
    except ApduError:
        raise _Status(Sw.LENGTH) from None


def _expected_length(command: Command) -> int:
    if command.le is None or command.data:
        raise _Status(Sw.LENGTH)
    return command.le


def _refuse(sw: int, *, unless: bool) -> None:
    if not unless:
        raise _Status(sw)


def _name(application: Application, key: KeyFile) -> str:
    return f"{application.aid[-2:].hex()}/{key.fid:04x}"
