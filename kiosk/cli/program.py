"""The program that a command works with; when it does not use the forms as they lie there, standard error says so."""

from kiosk.bootstrap.forms import InForce
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.cli.output import say_error
from kiosk.flow.clock import SystemClock


def standard() -> Program:
    """The program of this place."""
    return Program(Place.standard(), SystemClock(), heard=_tell)


def _tell(forms: InForce) -> None:
    if forms.edited:
        say_error(f"注意: 公開していない変更が{len(forms.issues)}件あります。使っているのは公開 {forms.release} です。")
        say_error(f"最初の変更: {forms.issues[0]}")
    elif forms.issues:
        count, since = len(forms.issues), forms.since
        say_error(f"注意: 様式と規則のファイルに誤りが{count}件あるため、{since} から使っている様式で続けます。")
        say_error(f"最初の誤り: {forms.issues[0]}")
        say_error("すべての誤りは kiosk check で分かります。")
