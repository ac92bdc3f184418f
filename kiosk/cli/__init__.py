"""The `kiosk` command: the same visits, papers and deliveries as the window, one line each.

Exit codes: 0 done, 1 found problems, 2 wrong usage, 3 the place is not ready (with the line that mends it).
"""

import sys
from importlib import import_module

import typer

from kiosk.bootstrap.trouble import told

app = typer.Typer(
    name="kiosk",
    help="書かない窓口: 聞き取り、様式の作成、確認、送付。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Run the command line; a place that is not ready ends with exit code 3 and the line that mends it."""
    for name in ("desks", "cases", "office", "rules", "blank"):
        import_module(f"kiosk.cli.{name}").register(app)
    sys.exit(told(_run))


def _run() -> int:
    app()
    return 0
