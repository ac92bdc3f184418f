"""The commands as somebody types them: words in, an exit code and two streams out."""

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from kiosk.cli import app


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)


Kiosk = Callable[..., Ended]


@contextmanager
def process() -> Iterator[None]:
    """What a command leaves to the end of its process stays in sight, because this one goes on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gc.freeze", lambda: None)
        yield
    gc.enable()


def run(*words: str) -> Result:
    """`kiosk check`, `kiosk rules …`: what a member of the IT staff types."""
    return CliRunner().invoke(app, [*words], catch_exceptions=False)


def said(*words: str) -> dict[str, Any]:
    """The document the same command writes with `--json`."""
    return dict(json.loads(run(*words, "--json").stdout))
