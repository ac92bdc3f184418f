"""One cause, one message: leaves out what only repeats that something else is wrong, and joins what is the same."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.model.base import Issue

MOST = 200
TOO_MANY = "ファイルが多すぎます。"
_UNKNOWN = re.compile(
    r"(事実|手続|様式|コード表|グループ|見出し|設定|きっかけ) (\S+) (?:は語彙に|は市の設定に|が)ありません。"
)


_FOLLOWS = (
    ("の [service] にありません", "municipality.toml"),
    ("どのきっかけからも呼ばれません", "events/"),
    ("この手続のきっかけはありません", "events/"),
    ("どのコード表にもありません", "vocabulary"),
)


_MANY = re.compile(r"^(様式 \S+ は、.*有効な版が|課 .+ は .+ に)ありません。$")
"""What every procedure that has the form, or is done at the department, would say again."""


def missing(issue: Issue) -> bool:
    """Whether it says that something which is named somewhere is not there."""
    return _UNKNOWN.search(issue.message) is not None


@dataclass(frozen=True)
class Causes:
    """What was wrong with the files themselves, before anybody looked whether their parts fit together."""

    files: frozenset[str]
    whole: frozenset[str]
    places: frozenset[str]
    cut: bool = False

    @classmethod
    def of(cls, issues: Iterable[Issue], unread: Iterable[str] = ()) -> "Causes":
        """From what reading the files told; `unread` are those that were not even taken."""
        issues = list(issues)
        wheres, cut = [issue.where for issue in issues], any(TOO_MANY in issue.message for issue in issues)
        told = [where.partition(" ") for where in wheres]
        lost = {file for file, _, place in told if not place} | set(unread)
        return cls(frozenset({file for file, _, _ in told} | lost), frozenset(lost), frozenset(wheres), cut)

    def repeats(self, issue: Issue) -> bool:
        """Whether an Issue misses something only because a file is wrong in which it stands, or none was taken."""
        if self.cut:
            return TOO_MANY not in issue.message
        found = _UNKNOWN.search(issue.message)
        if found is not None:
            return self.explain(found[1], found[2])
        if "という事実や関数はありません" in issue.message:  # with its file the first word of a key is gone too
            return self._vocabulary_lost()
        return any(word in issue.message and self._any(start) for word, start in _FOLLOWS)

    def explain(self, kind: str, name: str) -> bool:
        """Whether a thing is missing because it, or the file that would have it, is wrong."""
        match kind:
            case "手続":
                return f"procedures/{name}.toml" in self.files
            case "様式":
                return any(file.startswith(f"templates/{name}/") for file in self.files)
            case "きっかけ":
                return f"events/{name}.toml" in self.files
            case "グループ":
                return "groups.toml" in self.files
            case "設定":
                return "municipality.toml" in self.files
            case "見出し":
                return self._vocabulary_lost() or self._entry("section")
            case "コード表":
                return self._vocabulary_lost() or self._entry(f"codes.{name}")
            case _:
                city = name.startswith("city.") and "municipality.toml" in self.files
                return city or self._vocabulary_lost() or self._entry(f"item.{name}")

    def _any(self, start: str) -> bool:
        return any(file.startswith(start) for file in self.files)

    def _vocabulary_lost(self) -> bool:
        return any(file.startswith("vocabulary") for file in self.whole)

    def _entry(self, place: str) -> bool:
        """Whether an entry of the vocabulary, or one below it, could not be read."""
        return any(
            where.startswith("vocabulary") and where.partition(" ")[2].startswith(place) for where in self.places
        )


def once(issues: Iterable[Issue], causes: Causes) -> tuple[Issue, ...]:
    """The Issues that have a cause of their own; what many places miss is told at the first, with their number."""
    own = [issue for issue in dict.fromkeys(issues) if not causes.repeats(issue)]
    firsts = list(joined(own))
    left = len(firsts) - MOST
    if left > 0:
        return (*firsts[:MOST], Issue(where="…", message=f"ほかに{left}件あります。"))
    return tuple(firsts)


def joined(issues: Iterable[Issue]) -> Iterator[Issue]:
    """What many places say alike, told at the first of them."""
    places: dict[str, list[Issue]] = {}
    for issue in issues:
        key = issue.message if missing(issue) or _MANY.search(issue.message) else str(issue)
        places.setdefault(key, []).append(issue)
    for found in places.values():
        first, others = found[0], list(dict.fromkeys(issue.where for issue in found[1:]))
        files = "、".join(dict.fromkeys(where.partition(" ")[0] for where in others[:3]))
        also = f"（{files} など、ほかに{len(others)}か所）" if others else ""
        yield first.model_copy(update={"message": f"{first.message}{also}"})
