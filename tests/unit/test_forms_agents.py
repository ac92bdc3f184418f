"""Whoever may come for somebody else has a box on the paper: the agent, or the member of the family who files."""

import pytest

from kiosk.model.template import Template
from tests.visits import book

AGENTS = {"法定代理人", "任意代理人"}
REACHED = ("agent.phone", "visitor.phone", "filing.phone", "contact_phone", "nhi.phone", "nhi.left.phone")
STATUTORY = {"F19", "F20", "F21", "F22"}
"""戸籍の届書: the law names who files; who only carries it stands in the office's own box."""


def filed_by_agents() -> set[str]:
    """The forms of procedures that an agent may file, variants included."""
    found = set[str]()
    for procedure in book().whole.procedures.values():
        for version in procedure.versions:
            for taken in (version, *version.turned):
                if AGENTS & {filer.role for filer in taken.filers}:
                    found |= set(taken.forms)
    return found - STATUTORY


def template(form: str) -> Template:
    return next(each for (name, _), each in book().whole.templates.items() if name == form)


@pytest.mark.parametrize("form", sorted(filed_by_agents()))
def test_who_comes_for_somebody_else_stands_on_the_paper(form: str) -> None:
    facts = " ".join(box.fact for box in template(form).boxes)
    assert any(word in facts for word in ("agent.name", "visitor.name", "filing.name"))
    assert any(word in facts for word in REACHED)


def test_most_papers_can_be_filed_by_an_agent() -> None:
    assert len(filed_by_agents()) > 30
