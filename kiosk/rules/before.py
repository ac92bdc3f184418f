"""先に済ませる手続: which procedures must be done before which, and where they wait for each other."""

from collections.abc import Mapping

from kiosk.model.procedure import Procedure


def waits(procedures: Mapping[str, Procedure]) -> dict[str, set[str]]:
    """What each must wait for, directly or not, among these procedures."""
    needs = {name: set(each.after) & set(procedures) for name, each in procedures.items()}
    for middle, further in needs.items():
        for waiting in needs.values():
            if middle in waiting:
                waiting.update(further)
    return needs


def circles(procedures: Mapping[str, Procedure]) -> tuple[tuple[str, ...], ...]:
    """The groups of procedures that wait for each other, or one for itself."""
    needs = waits(procedures)
    groups = {tuple(sorted(other for other in needs[name] if name in needs[other])) for name in procedures}
    return tuple(group for group in sorted(groups) if group)
