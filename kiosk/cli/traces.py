"""How `kiosk rules explain` writes a trace: one block per procedure, derivations indented below their facts."""

from collections.abc import Iterable

from kiosk.cli.output import say
from kiosk.designing.filing_trace import FilingTrace
from kiosk.designing.trace import Absent, Counted, Look, Trace, Vote


def tell(traces: Iterable[Trace], absent: Iterable[Absent]) -> None:
    """Every trace, then the procedures that were not judged."""
    for trace in traces:
        _one(trace)
    for entry in absent:
        say(f"{entry.id} {entry.name}　判定なし　{entry.why}")


def _one(trace: Trace) -> None:
    say(f"{trace.id} {trace.name}　【{trace.need}】")
    say(f"  版: {trace.version}")
    say(f"  規則: {trace.rule}")
    say(f"  理由: {trace.reason}")
    for vote in trace.votes:
        _vote(vote)
    for number, variant in enumerate(trace.variants, start=1):
        say(f"  届出の種類{number}: {variant.result}　{variant.text}")
    _open(trace)
    if trace.filing is not None:
        _filing(trace.filing)
    if trace.deadline is not None:
        _deadline(trace.deadline)
    if trace.forms:
        say(f"  様式: {'、'.join(trace.forms)}")
    elif trace.no_form:
        say(f"  様式なし: {trace.no_form}")
    if trace.bring:
        say(f"  持ち物: {'、'.join(trace.bring)}")
    say()


def _open(trace: Trace) -> None:
    if trace.missing:
        say(f"  まだ分からないこと: {'、'.join(trace.missing)}")
    if trace.lacks:
        say(f"  これが分からないため保留: {'　'.join(trace.lacks)}")


def _vote(vote: Vote) -> None:
    say(f"  {vote.name or '案件全体'}: {vote.result}")
    if len(vote.parts) > 1:
        say(f"    条件（{vote.joint}が成り立つこと）:")
        for part in vote.parts:
            say(f"      {part.result}　{part.text}")
    if vote.looks:
        say("    見た事実:")
    for look in vote.looks:
        _look(look, depth=3)


def _look(look: Look, *, depth: int) -> None:
    indent = "  " * depth
    say(f"{indent}{look.label} = {look.value}　（{look.source}）")
    if look.rule:
        why = f"　{look.why}" if look.why else ""
        say(f"{indent}  導出: {look.rule}{why}")
    for below in look.inputs:
        _look(below, depth=depth + 1)


def _filing(filing: FilingTrace) -> None:
    say(f"  届出できるか: {filing.answer}")
    say(f"    届出人の区分: {filing.role}　届出できる方: {filing.others}")
    for way in filing.ways:
        when = f"条件 {way.when} は{way.result}　" if way.when else ""
        papers = f"書類: {'、'.join(way.papers)}　" if way.papers else ""
        say(f"    {way.role}: {when}{papers}{way.proof}".rstrip())
    say(f"    本人確認: {filing.identity}　{'　'.join(filing.shown)}")


def _deadline(counted: Counted) -> None:
    if not counted.due:
        say(f"  期限: {counted.note or '起算日がまだ分かりません'}")
    else:
        late = "　期限を過ぎています" if counted.late else ""
        say(f"  期限: {counted.due}まで{late}")
        say(f"    起算日: {counted.start} {counted.started}　数え始め: {counted.first}　数え終わり: {counted.raw}")
        if counted.rolled:
            say(f"    閉庁日のため延びた日: {'、'.join(counted.rolled)}")
        if counted.note:
            say(f"    {counted.note}")
    if counted.law:
        say(f"    根拠: {counted.law}")
