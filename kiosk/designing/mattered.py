"""What a rule came to its answer by: of its parts those that decided it, not everything that is written in it."""

from kiosk.rules.cel import Expression, Unknown
from kiosk.rules.facts import Facts
from kiosk.rules.found import AND, CHOICE, OR


def mattered(facts: Facts, expression: Expression, person: str = "") -> tuple[str, ...]:
    """The places whose facts decided an answer: of && what failed, of || what held, of a choice the branch taken.

    Where it is not decided, those that keep it open.
    """
    sign, parts = facts.book.language.operands(expression)
    if not sign:
        return expression.refs
    if sign == CHOICE:
        condition = facts.ask(parts[0], person)
        taken = () if isinstance(condition, Unknown) else parts[1:2] if condition is True else parts[2:]
        chosen: tuple[Expression, ...] = (parts[0], *taken)
    else:
        chosen = _deciding(facts, sign, parts, facts.ask(expression, person), person)
    return tuple(dict.fromkeys(ref for part in chosen for ref in mattered(facts, part, person)))


def _deciding(
    facts: Facts, sign: str, parts: tuple[Expression, ...], answer: object, person: str
) -> tuple[Expression, ...]:
    told = [(part, facts.ask(part, person)) for part in parts]
    if isinstance(answer, Unknown):
        return tuple(part for part, said in told if isinstance(said, Unknown))
    if (sign, answer) in {(AND, False), (OR, True)}:
        return tuple(part for part, said in told if said is answer)
    return parts
