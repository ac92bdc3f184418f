"""Reads forms/identity.toml: the papers that prove who has come, which are also the answers to the question."""

from kiosk.catalogue.files import Files
from kiosk.catalogue.toml_files import build
from kiosk.model.base import Issue
from kiosk.model.identity import IdPapers
from kiosk.model.vocabulary import Vocabulary

FILE = "identity.toml"


def load_identity(files: Files, issues: list[Issue]) -> IdPapers:
    """The city's lists; a wrong file is named and no paper is accepted."""
    data = files.toml(FILE)
    found = (data,) if isinstance(data, Issue) else build(IdPapers, data, where=FILE)
    if isinstance(found, IdPapers):
        issues.extend(_doubtful(found))
        return found
    issues.extend(found)
    return IdPapers()


def _doubtful(papers: IdPapers) -> list[Issue]:
    twice = sorted({name for name in papers.names if papers.names.count(name) > 1})
    found = [Issue(where=FILE, message=f"「{name}」が2つの並びにあります。") for name in twice]
    if papers.card not in papers.photo:
        found.append(Issue(where=f"{FILE} card", message="photo の並びにありません。", allowed="、".join(papers.photo)))
    return found


def with_id_papers(vocabulary: Vocabulary, papers: IdPapers) -> Vocabulary:
    """The vocabulary whose code list id_papers is the city's own list."""
    return vocabulary.model_copy(update={"codes": {**vocabulary.codes, "id_papers": papers.names}})
