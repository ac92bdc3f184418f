"""`kiosk hub`: the PostgreSQL of many machines is founded, led to the next version, told whose machines are, looked at.

For the administrator of that server, on it: by its socket, as an account that may make roles. Away from it, with a
certificate of that account.
"""

import dataclasses
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from kiosk.bootstrap.state_words import STATES
from kiosk.cli.opened import Json, Reason, Second, account, case_id, local, refuse
from kiosk.cli.output import document, problems, say, say_error, table
from kiosk.hub import founding, promoting
from kiosk.hub import held as deciding
from kiosk.hub.link import Address, HubTrouble, Link, opened, standing_by
from kiosk.hub.status import status as status_of
from kiosk.model.audit import reason as checked
from kiosk.model.base import Issue
from kiosk.model.parcel import State

T = TypeVar("T")

Server = Annotated[str, typer.Option("--server", help="サーバーの名前かソケットのフォルダー、:ポート")]
Database = Annotated[str, typer.Option(help="データベース")]
User = Annotated[str, typer.Option(help="管理者の利用者名")]
Tls = Annotated[
    Path | None,
    typer.Option(help="ca.pem と proof.pem（証明書と秘密鍵）のフォルダー。ソケットなら不要", show_default=False),
]
Machine = Annotated[str, typer.Argument(help="証明書の名前（CN）", show_default=False)]
Office = Annotated[str, typer.Option("--office", help="どの庁舎・自治体のものか（団体コードなど）", show_default=False)]
As = Annotated[str, typer.Option("--as", help="counter（窓口）、terminal（記載台）、courier（送付係）、reader（監視）")]

InsteadOf = Annotated[
    str, typer.Option("--instead-of", help="この機械の代わり: その送付物のその後は、これから新しい機械が聞く")
]
Who = Annotated[str, typer.Option("--by", help="操作する職員の番号（監査記録に残る）。省けばログイン名")]

_ACTIONS = {"held": "保留を見た", "release": "再送", "promote": "主系にした"}
_SERVER, _DATABASE, _USER = "/var/run/postgresql:5432", "kiosk", "postgres"


def _reaching(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options by which the server is reached, in the place of its address."""

    def run(
        *words: object,
        server: Server = _SERVER,
        database: Database = _DATABASE,
        user: User = _USER,
        tls: Tls = None,
        **options: object,
    ) -> None:
        host, _, port = server.rpartition(":") if server.rpartition(":")[2].isdecimal() else (server, "", "5432")
        files = (tls / "ca.pem", tls / "proof.pem") if tls is not None else (None, None)
        command(Address((host,), user, database, int(port), *files), *words, **options)

    reach = [each for each in signature(run).parameters.values() if each.kind is Parameter.KEYWORD_ONLY]
    own = list(signature(command).parameters.values())[1:]
    told = wraps(command)(run)
    told.__annotations__ = {each.name: each.annotation for each in (*own, *reach)} | {"return": None}
    told.__signature__ = Signature((*own, *reach))  # type: ignore[attr-defined]  # what typer reads the options from
    return told


@_reaching
def init(address: Address, *, json: Json = False) -> None:
    """Make roles, schema and tables in an empty database; what is there stays. Exit code 1 where that is refused."""
    version = _asked(address, founding.found, json=json)
    document({"version": version}) if json else say(
        f"中継の表を作りました（版 {version}）。次は kiosk hub admit です。"
    )


@_reaching
def migrate(address: Address, *, json: Json = False) -> None:
    """Lead the tables to the version of this program, all or nothing."""
    version = _asked(address, founding.migrate, json=json)
    document({"version": version}) if json else say(f"中継の表は版 {version} です。")


@_reaching
def admit(
    address: Address,
    machine: Machine,
    *,
    office: Office,
    kind: As = "counter",
    instead_of: InsteadOf = "",
    json: Json = False,
) -> None:
    """Let a machine in by the name in its certificate; given again, its office or kind is another one."""
    if kind not in founding.KINDS:
        refuse("--as", f"「{kind}」という種類はありません。", "、".join(founding.KINDS), json=json)
    _asked(
        address, lambda link: founding.admit(link, machine, office=office, kind=kind, instead_of=instead_of), json=json
    )
    document({"machine": machine, "office": office, "kind": kind}) if json else say(
        f"{machine} を {office} の {kind} として通します。証明書の CN は {machine} です。"
    )


@_reaching
def held(address: Address, *, by: Who = "", json: Json = False) -> None:
    """What waits in the hub for a person, with the code of why; never what is in it. That somebody looked is noted."""
    who = by.strip() or account()
    found = _asked(address, lambda link: deciding.held(link, by=who), json=json)
    if json:
        document([dataclasses.asdict(each) for each in found])
        return
    rows = [
        (
            str(each.message),
            each.destination,
            local(each.since),
            each.code,
            _whose(each.whose, each.wish, each.returned),
        )
        for each in found
    ]
    table(f"中継の保留 {len(found)}件", ("送付物", "送付先", "いつから", "理由", "だれが決めるか"), rows)


def _whose(machine: str, wish: str, returned: bool) -> str:  # noqa: FBT001 - of one row
    if not returned:
        return f"{machine or '端末'}（まだ知らない）"
    return f"{machine}（{wish} が再送を頼んだ）" if wish else machine


@_reaching
def release(
    address: Address,
    message: Annotated[str, typer.Argument(help="送付物の番号。省けば保留のすべて")] = "",
    *,
    reason: Reason,
    by: Who = "",
    second: Second = "",
    json: Json = False,
) -> None:
    """Send again what is held in the hub, after what kept it was mended; all of it only when two people say so."""
    which, said, who = case_id(message) if message else None, checked(reason), by.strip() or account()
    if message and which is None:
        refuse("MESSAGE", "送付物の番号ではありません。", "kiosk hub held に出る番号", json=json)
    if isinstance(said, Issue):
        problems([said], as_json=json)
    if not message and second.strip() in {"", who}:
        allowed = "--second に、--by とは別の職員の番号"
        refuse("--second", "すべてを再送するには、もう一人の職員の確認がいります。", allowed, json=json)
    done = _asked(
        address, lambda link: deciding.release(link, which, by=who, second=second.strip(), reason=said), json=json
    )
    if json:
        document(done.model_dump())
        return
    asked = f"端末に再送を頼んだもの: {done.asked}件（端末が聞いたとき、その端末から送ります）" if done.asked else ""
    say("　".join(filter(None, (f"{done.sent}件をもう一度送ります。", asked))))


@_reaching
def promote(address: Address, *, reason: Reason, by: Who = "", json: Json = False) -> None:
    """Make this standby the first server, with the hub's next term; the former one is to be switched off before."""
    said, who = checked(reason), by.strip() or account()
    if isinstance(said, Issue):
        problems([said], as_json=json)
    term = _asked(address, lambda link: promoting.promote(link, by=who, reason=said), json=json, reach=standing_by)
    document({"term": term}) if json else say(
        f"この機械を主系にしました（{term} 代目）。前の主系は、この機械の待機系として作り直してから起動してください。"
    )


@_reaching
def audit(address: Address, *, json: Json = False) -> None:
    """The hub's audit record, the newest first; exit code 1 where its chain does not hold."""
    found, wrong = _asked(address, lambda link: (deciding.entries(link), deciding.broken(link)), json=json)
    if json:
        document({"entries": [each.model_dump(mode="json") for each in found], "broken": wrong})
    else:
        rows = [
            (str(each.number), local(each.at), each.staff, each.role, _ACTIONS[each.action], each.detail)
            for each in found
        ]
        table("中継の監査記録", ("番号", "日時", "職員", "役割", "操作", "内容"), rows)
        if wrong is not None:
            say_error(f"監査記録の鎖が {wrong} 番で切れています。")
    if wrong is not None:
        raise typer.Exit(1)


@_reaching
def status(address: Address, *, json: Json = False) -> None:
    """Version, safety, standbys and how much lies there. Exit code 1 where the server is not safe."""
    found = _asked(address, status_of, json=json)
    if json:
        document(found.model_dump())
    else:
        rows = [
            ("中継の名前", found.house),
            ("表の版", str(found.version)),
            ("PostgreSQL", f"{found.server // 10_000}.{found.server % 10_000}"),
            ("同期している待機系", f"{found.standbys}台"),
            ("監査記録の最後", found.head or "なし"),
            ("いちばん古い送付待ち", f"{found.oldest_seconds // 60}分前"),
            *((STATES[each], f"{found.states.get(each.value, 0)}件") for each in State if each is not State.RELAYED),
            ("端末に戻したもの", f"{found.states.get('returned', 0)}件"),
            *((f"機械（{kind}）", f"{number}台") for kind, number in found.machines.items()),
        ]
        table("中継", ("項目", "値"), rows)
        for each in found.unsafe:
            say(f"安全でない設定: {each}")
    if found.unsafe:
        raise typer.Exit(1)


def _asked(
    address: Address,
    work: Callable[[Link], T],
    *,
    json: bool,
    reach: Callable[[Address], AbstractContextManager[Link]] = opened,
) -> T:
    try:
        with reach(address) as link:
            return work(link)
    except HubTrouble as error:
        refuse(f"kiosk hub（{error.code}）", error.detail, json=json)
