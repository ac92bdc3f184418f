"""What an error of the connection means: a staff code and words for staff; nothing that the server says is repeated."""

import ssl

import asyncpg

AWAY = "D50"
_NOT_REACHED = "中継サーバーにつながりません。host と port とネットワークを確かめてください。"
ALONE = "中継サーバーに、同期している待機系が1台もありません。受け取ったものを守れないため、送っていません。"
FORMER = (
    "この中継サーバーは前の主系です。いまの主系があるため、送っていません。kiosk hub promote の手順を確かめてください。"
)
_READS = "中継サーバーは待機系だけです。主系を起動するか、kiosk hub promote で待機系を主系にしてください。"
WORDS: tuple[tuple[tuple[type[BaseException], ...], str, str], ...] = (
    (
        (ssl.SSLCertVerificationError,),
        "D51",
        "中継サーバーの証明書を確かめられません。ca と host を確かめてください。",
    ),
    ((ssl.SSLError,), "D52", "中継サーバーに、この端末の証明書が通りません。key_name を確かめてください。"),
    (
        (asyncpg.InvalidAuthorizationSpecificationError, asyncpg.InvalidCatalogNameError),
        "D52",
        "中継サーバーが、この端末を知りません。user と database と証明書、kiosk hub admit を確かめてください。",
    ),
    (
        (asyncpg.UndefinedTableError, asyncpg.InvalidSchemaNameError, asyncpg.UndefinedFunctionError),
        "D54",
        "中継サーバーの表がありません。kiosk hub init か migrate を実行してください。",
    ),
    (
        (asyncpg.InsufficientPrivilegeError,),
        "D52",
        "中継サーバーで、この利用者に許されていない操作です。kiosk hub admit を確かめてください。",
    ),
    (
        (asyncpg.InsufficientResourcesError,),
        "D56",
        "中継サーバーのディスクか接続の数がいっぱいです。あとでもう一度送ります。",
    ),
    (
        (asyncpg.ConnectionDoesNotExistError, ConnectionResetError),
        "D50",
        "中継サーバーが接続を切りました。動いているか、この端末の証明書が通るかを確かめてください。",
    ),
    (
        (OSError, TimeoutError, asyncpg.PostgresConnectionError, asyncpg.OperatorInterventionError),
        AWAY,
        _NOT_REACHED,
    ),
    ((asyncpg.exceptions.TargetServerAttributeNotMatched,), "D59", _READS),
)
"""What an error means, the first that fits; another one is D56 with PostgreSQL's own code."""

RAISED = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)


def meaning(error: BaseException) -> tuple[str, str]:
    """The code and the words of an error of RAISED."""
    code = getattr(error, "sqlstate", "") or type(error).__name__
    other = ("D56", f"中継サーバーが受け付けません（{code}）。")
    return next(((code, said) for kinds, code, said in WORDS if isinstance(error, kinds)), other)
