"""Says in Japanese what stops a file from being TOML: what is wrong there and how it is written instead."""

import re
import unicodedata

_QUOTED = '文字は "…" で囲みます。数、true、false、日付（2026-04-01）は囲みません'
_ONCE = "同じ名前の項目や表は、一つにまとめます"
_SIGNS = "＝＂“”„＇‘’「」『』［］｛｝，、．。：＃\u3000"
_WIDE = dict(zip(_SIGNS, ["=", *['"'] * 4, *["'"] * 3, *['"'] * 4, *"[]{},,..:#", "空白"], strict=True))
_VALUE = re.compile(r"[^\s,\]}#]*")
_KINDS = (
    ("Invalid date or datetime", "暦にない日付か時刻です。", "2026-04-01 のような、暦にある日付"),
    ("Invalid value", "値がないか、引用符で囲まれていないか、書き方が違います。", _QUOTED),
    ("Illegal character", "引用符が閉じていないか、使えない制御文字があります。", '同じ行の中で半角の " を閉じます'),
    (
        "Found invalid character",
        "引用符が閉じていないか、使えない制御文字があります。",
        "同じ行の中で半角の ' を閉じます",
    ),
    ("Unterminated string", "引用符が閉じていません。", '" や """ を閉じます'),
    ("Expected \"'", "引用符が閉じていません。", "' や ''' を閉じます"),
    ("Expected '='", "項目の名前の後に = がありません。", '名前 = "値"'),
    ("Expected newline", "値の後に余計な文字があります。", f"一行に一つの 名前 = 値。{_QUOTED}"),
    ("Expected ']]'", "表の見出しの ]] が閉じていません。", "[[名前]]"),
    ("Expected ']'", "表の見出しの ] が閉じていません。", "[名前]"),
    ("Invalid initial character", "項目の名前に使えない文字があります。", '英数字と _ と - の名前か、"…" で囲んだ名前'),
    ("Invalid statement", "項目の名前に使えない文字があります。", '英数字と _ と - の名前か、"…" で囲んだ名前'),
    ("Unclosed array", "並びの ] が閉じていないか、値の間の , がありません。", '["値", "値"]'),
    ("Unclosed inline table", "{ } が閉じていないか、項目の間の , がありません。", "{ 名前 = 値, 名前 = 値 }"),
    ("Cannot overwrite", "同じ名前の項目が二度書かれています。", _ONCE),
    ("Duplicate inline", "同じ名前の項目が二度書かれています。", _ONCE),
    ("Cannot declare", "同じ名前の表が二度書かれています。", _ONCE),
    ("Cannot redefine", "同じ名前の表が二度書かれています。", _ONCE),
    ("Cannot mutate", "書き終えた表や並びに、後から書き足しています。", _ONCE),
    ("Unescaped", "引用符の中の \\ の使い方が違います。", "\\\\ と二つ書くか、'…' で囲みます"),
    ("Invalid hex", "文字の番号の書き方が違います。", "\\u3042 のような16進数4桁"),
    ("Escaped character", "その番号の文字はありません。", "\\u3042 のような16進数4桁"),
)


def said(words: str, rest: str) -> tuple[str, str]:
    """What is wrong and what is allowed, of the parser's own English words and of what stands from there on its line.

    Words that another release of the parser may have are told as a line that cannot be read.
    """
    sign = _WIDE.get(rest[:1], "")
    if sign and not words.startswith(("Cannot", "Duplicate")):
        wide = "空白" if rest[0].isspace() else f"「{rest[0]}」"
        return f"全角の{wide}があります。", f"半角の {sign}"
    if words.startswith("Invalid value"):
        meant = _plain(_VALUE.match(rest))
        if meant:
            return "値の書き方が違います。", meant
    for start, wrong, allowed in _KINDS:
        if words.startswith(start):
            return wrong, allowed
    return "この行を読めません。", '名前 = "値"、[名前]、# で始まる注記のどれか'


def _plain(found: re.Match[str] | None) -> str:
    """A yes, a no or a number as TOML writes it; empty for every other word."""
    word = unicodedata.normalize("NFKC", found[0] if found else "").lower()
    if word in {"true", "false"}:
        return f"{word}（半角の小文字）"
    return "半角の数字（頭の0や記号は付けません）" if word.isdecimal() else ""
