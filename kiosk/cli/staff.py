"""`kiosk staff list|add|role|reset|pin|card|remove`: who may sign in at this place, and with which roles.

A PIN that somebody else gives is for one sign-in: it is made here, shown once, and its person chooses one of their own
with it. Who may manage staff and cannot get in any more is helped by `reset --recover`, which asks for no person but a
reason: whoever runs commands here holds the store's key anyway, and the audit record says that it was done.
"""

from typing import Annotated, Any

import typer

from kiosk.bootstrap.program import Program
from kiosk.bootstrap.staff_cards import card_of_sample
from kiosk.cli.opened import By, Json, Reason, account, opened, refuse, secret, staff
from kiosk.cli.output import document, problems, say, table
from kiosk.model.audit import reason as checked
from kiosk.model.base import Issue
from kiosk.model.letters import to_digits
from kiosk.model.message import Message
from kiosk.model.staff import Entered, Right, Role, Staff, chosen_pin, read_name, read_number
from kiosk.store.pins import start_pin
from kiosk.store.roster import stamp

ROLES = {
    Role.CLERK: "窓口",
    Role.LEAD: "責任者",
    Role.DESIGNER: "様式担当",
    Role.AUDITOR: "監査",
    Role.IT: "システム担当",
}
_LISTED = "、".join(f"{role.value} {name}" for role, name in ROLES.items())
Number = Annotated[str, typer.Argument(help="職員番号（英字と数字で10文字まで）", show_default=False)]
Roles = Annotated[list[Role], typer.Argument(help=f"役割（1つ以上）: {_LISTED}", show_default=False)]


def list_staff(*, json: Json = False) -> None:
    """List everybody; never a PIN."""
    with opened() as program:
        found = program.store.staff.list()
    if json:
        document([_data(each) for each in found])
        return
    rows = [(each.number, each.name, _roles(each.roles), "あり" if each.card else "", _stands(each)) for each in found]
    table(f"職員 {len(rows)}人", ("職員番号", "氏名", "役割", "職員証", "状態"), rows)
    if not rows:
        say("職員はいません。最初の kiosk counter が、管理する職員を作ります。")


def add(
    number: Number,
    roles: Roles,
    *,
    name: Annotated[str, typer.Option("--name", help="氏名（職員どうしで見る名前）", show_default=False)],
    by: By = "",
    json: Json = False,
) -> None:
    """Add somebody; the PIN for their first sign-in is shown once."""
    with opened() as program:
        new = Staff(
            number=_fit(program, read_number(number), json=json),
            name=_fit(program, read_name(name), json=json),
            roles=frozenset(roles),
            renew=True,
        )
        pin, event = start_pin(), stamp(staff(program, by, right=Right.MANAGE, json=json), program.clock.now())
        _done(program, program.store.staff.add(new, pin, event=event), json=json)
    _told_pin(new.number, pin, f"加えました: {new.number} {new.name}（{_roles(new.roles)}）", json=json)


def role(number: Number, roles: Roles, *, by: By = "", json: Json = False) -> None:
    """Give somebody other roles, in place of those they had."""
    with opened() as program:
        who = _fit(program, read_number(number), json=json)
        event = stamp(staff(program, by, right=Right.MANAGE, json=json), program.clock.now())
        held = frozenset(roles)
        _done(program, program.store.staff.set_roles(who, held, event=event), json=json)
    _told({"number": who, "roles": _codes(held)}, f"役割を変えました: {who}（{_roles(held)}）", json=json)


def reset(
    number: Number,
    *,
    recover: Annotated[
        bool, typer.Option("--recover", help="管理する職員がだれも入れないとき。--reason が要る")
    ] = False,
    reason: Annotated[str, typer.Option("--reason", help="--recover の理由", show_default=False)] = "",
    by: By = "",
    json: Json = False,
) -> None:
    """Give somebody a new PIN for one sign-in, and end their wait."""
    with opened() as program:
        who = _fit(program, read_number(number), json=json)
        why = f"recover {_reason(reason, json=json)}" if recover else ""
        acting = staff(program, by, right=None if recover else Right.MANAGE, json=json)
        pin, event = start_pin(), stamp(acting, program.clock.now(), why)
        _done(program, program.store.staff.set_pin(who, pin, renew=True, event=event), json=json)
    _told_pin(who, pin, f"暗証番号を出し直しました: {who}", json=json)


def pin(number: Number, *, json: Json = False) -> None:
    """Choose a PIN of one's own: the one of now, then the new one twice (in a pipe: three lines)."""
    with opened() as program:
        who = _fit(program, read_number(number), json=json)
        before, now = to_digits(secret("いまの暗証番号: ")), program.clock.now()
        tried = program.store.door.by_number(who, before, now=now, desk=account())
        if not isinstance(tried, Entered):
            refuse("職員", program.words("staff-wrong-wait", seconds=tried.wait), json=json)
        first, second = secret("新しい暗証番号: "), secret("もう一度: ")
        chosen = _fit(program, chosen_pin(first, second, number=who, before=before), json=json)
        _done(program, program.store.staff.set_pin(who, chosen, renew=False, event=stamp(who, now)), json=json)
    _told({"number": who}, f"暗証番号を変えました: {who}", json=json)


def card(
    number: Number,
    *,
    sample: Annotated[
        str,
        typer.Option("--sample", help="模擬リーダーに置く見本の職員証（forms/cards.toml の id）", show_default=False),
    ] = "",
    drop: Annotated[bool, typer.Option("--drop", help="登録を外す")] = False,
    by: By = "",
    json: Json = False,
) -> None:
    """Bind the staff card on the reader to somebody, or take it away from them."""
    if bool(sample) == drop:
        raise typer.BadParameter("--sample か --drop のどちらか一つを指定してください。")
    with opened() as program:
        who = _fit(program, read_number(number), json=json)
        acting = staff(program, by, right=Right.MANAGE, json=json)
        identifier = "" if drop else card_of_sample(program, sample)
        if not (identifier or drop):
            refuse(sample, "職員証として読めるカードではありません。", 'kind = "staff" の見本カード', json=json)
        event = stamp(acting, program.clock.now())
        _done(program, program.store.staff.bind(who, identifier, event=event), json=json)
    word = "職員証の登録を外しました" if drop else "職員証を登録しました"
    _told({"number": who, "card": not drop}, f"{word}: {who}", json=json)


def remove(number: Number, *, reason: Reason, by: By = "", json: Json = False) -> None:
    """Say that somebody is here no longer: they cannot sign in, the number stays theirs."""
    said = _reason(reason, json=json)
    with opened() as program:
        who = _fit(program, read_number(number), json=json)
        event = stamp(staff(program, by, right=Right.MANAGE, json=json), program.clock.now(), said)
        _done(program, program.store.staff.remove(who, event=event), json=json)
    _told({"removed": who}, f"外しました: {who}。番号は監査記録のために残ります。", json=json)


def _reason(text: str, *, json: bool) -> str:
    said = checked(text)
    if isinstance(said, Issue):
        problems([said], as_json=json)
    return said


def _fit(program: Program, read: str | Message, *, json: bool) -> str:
    if isinstance(read, Message):
        refuse("職員", program.words.say(read), json=json)
    return read


def _done(program: Program, wrong: Message | None, *, json: bool) -> None:
    if wrong is not None:
        refuse("職員", program.words.say(wrong), json=json)


def _told(data: dict[str, Any], text: str, *, json: bool) -> None:
    document(data) if json else say(text)


def _told_pin(number: str, pin: str, text: str, *, json: bool) -> None:
    _told({"number": number, "pin": pin}, text, json=json)
    if not json:
        say(f"はじめの暗証番号: {pin}（この1回だけ表示します。入ると、本人が自分の番号に変えます）")


def _codes(roles: frozenset[Role]) -> list[str]:
    return [role.value for role in Role if role in roles]


def _roles(roles: frozenset[Role]) -> str:
    return "・".join(ROLES[role] for role in Role if role in roles)


def _stands(person: Staff) -> str:
    return "" if person.active and not person.renew else "暗証番号の変更待ち" if person.active else "外れた"


def _data(person: Staff) -> dict[str, Any]:
    stands = {"active": person.active, "renew": person.renew, "card": person.card}
    return {"number": person.number, "name": person.name, "roles": _codes(person.roles), **stands}
