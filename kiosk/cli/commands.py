"""Which commands there are, in words; a command itself is imported when somebody gives it or asks about it."""

import gc
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group


@dataclass(frozen=True)
class Entry:
    """One line of the list: the module below kiosk.cli with a function of the command's name (or `function`), or
    commands `inside`.

    `goes_on`: it lasts as long as somebody works with it, and not a second.
    """

    help: str
    module: str = ""
    inside: "Mapping[str, Entry]" = field(default_factory=dict)
    goes_on: bool = False
    function: str = ""

    def command(self, name: str) -> Any:
        """The command as the command library runs it."""
        if self.inside:
            return get_group(application(self.inside, name=name, help=self.help))
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        work = getattr(import_module(f"kiosk.cli.{self.module}"), self.function or name)
        alone.command(name, help=self.help)(work)
        if self.goes_on:
            gc.enable()
        return get_command(alone)


def application(entries: Mapping[str, Entry], *, name: str, help: str) -> typer.Typer:  # noqa: A002 - typer's own word
    """The command line of a list of commands. Its help is plain text: drawing boxes takes longer than all the rest."""
    listed = type("Listed", (Listed,), {"entries": entries})
    return typer.Typer(
        name=name,
        cls=listed,
        callback=lambda: None,
        help=help,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


class Listed(TyperGroup):
    """A group that says what its commands do without importing one."""

    entries: ClassVar[Mapping[str, Entry]] = {}

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "commands": _Unopened(self.entries)})

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - the library's signature
        """Every command with what it is for."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in self.entries.items()])


class _Unopened(MutableMapping[str, Any]):
    """Commands by name, each made when it is looked up."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries, self._made = entries, dict[str, Any]()

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = self._entries[name].command(name)
        return self._made[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)
