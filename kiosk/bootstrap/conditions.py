"""Conditions in sentences and as rules, by what the folder of forms says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.bootstrap.tried_with import rule_issue
from kiosk.designing.sentences.converter import Converter

if TYPE_CHECKING:
    from kiosk.bootstrap.designing_desk import FormDesk


@dataclass(frozen=True)
class SaidConditions:
    """See kiosk.ui.designer.ports.Conditions."""

    forms: FormDesk

    def rule_issue(self, rule: str) -> str:
        """See Conditions."""
        return rule_issue(self.forms.catalogue.book, rule)

    def sentences(self, rule: str) -> str:
        """See Conditions."""
        return Converter(self.forms.catalogue.book.whole).say(rule).text if rule else ""

    def rule_of(self, sentences: str) -> tuple[str, str]:
        """See Conditions."""
        made = Converter(self.forms.catalogue.book.whole).cel(sentences)
        return (made, "") if isinstance(made, str) else ("", str(made))
