"""One process to fork from for a whole run of kills."""

from collections.abc import Iterator

import pytest

from tests.crash.killing import Zygote
from tests.unit.conftest import home, kiosk

__all__ = ["home", "kiosk", "zygote"]


@pytest.fixture(scope="session")
def zygote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zygote]:
    zygote = Zygote(tmp_path_factory.mktemp("zygote") / "stderr")
    yield zygote
    zygote.close()
