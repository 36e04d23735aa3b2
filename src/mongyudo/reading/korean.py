"""The only room that speaks to kiwi: Korean text -> morphemes and sentences with offsets."""

import re
import unicodedata
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from mongyudo.errors import InputError
from mongyudo.records import Analysis, Span, Token

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

# A past tense written with ㅅ for ㅆ ("떨어젓다"), where an ending follows and no other word
# (무엇, 휘젓다, 벗다) is meant.
_LAX = "햇갓왓봣졋젓렷쳣셧겻엿웟줫럿떳섯켯낫놧랏찻탓앗엇혓"
_STRICT = "했갔왔봤졌졌렸쳤셨겼였웠줬렀떴섰켰났놨랐찼탔았었혔"
_PAST = dict(zip(_LAX, _STRICT, strict=True))
_PAST_TYPO = re.compile(f"(?<=[가-힣])(?<!무)(?<!휘)[{_LAX}](?=[다어엇었습음네던더고지]|는데)")
_ALWAYS = str.maketrans("쫒됬됫웟봣졋쳣줫켯", "쫓됐됐웠봤졌쳤줬켰")
_WORDS = {
    "낭떨어지": "낭떠러지", "어떻해": "어떡해", "오랫만": "오랜만", "칭구": "친구", "쪼금": "조금",
    "저까락": "젓가락", "숫가락": "숟가락", "베게": "베개", "찌게": "찌개", "벌래": "벌레",
    "괞찮": "괜찮", "않돼": "안돼", "않되": "안되", "않됨": "안됨", "곰팽이": "곰팡이",
    "드래스": "드레스", "앨리베이터": "엘리베이터", "에스컬래이터": "에스컬레이터",
    "무릅": "무릎", "문어졌": "무너졌", "깻다": "깼다", "깻는데": "깼는데", "날라가": "날아가",
    "날라다": "날아다", "도망갓": "도망갔", "업엇": "없었", "읍다": "없다",
}  # fmt: skip
_WORD_TYPO = re.compile("|".join(_WORDS))
_DIALECT = {"봉게": "보니", "봉께": "보니", "본께": "보니", "우에": "위에", "우에서": "위에서"}
_DIALECT_WORD = re.compile(rf"(?<![가-힣])({'|'.join(_DIALECT)})(?![가-힣])")
_EATS = re.compile(
    r"(?<=[를을도어아워서게회밥참술놈떡국죽면처띠해] )(?<![밤박일날달간]을 )묵"
    r"(?=[고는어었자지네습데더]|을[라게끼까])"
    r"|(?<=[가-힣][어아워려처띠])묵(?=[고는었자지네습데더]|어[삐뿌버서])"
)
"""먹다 as the south says it (밥을 묵고, 뜯어묵는데); else one stays overnight (하룻밤을 묵고)."""
_LONE_NOT = re.compile(r"(?<![가-힣])않(?= )")
_ENDS = ("다", "요", "죠", "까")
_UNSPOKEN = ("Cc", "Cs", "Co", "Cn", "Cf")
_JOINS = "\u200d\ufe0f"


@cache
def analyser() -> "Kiwi":
    """The one Kiwi of this process, loaded at the first call (about 0.8 s and 280 MB)."""
    from kiwipiepy import Kiwi

    kiwi = Kiwi(model_type="cong-global", load_default_dict=False, load_multi_dict=False)
    for word in user_words():
        kiwi.add_user_word(word, "NNG")
    for stem in _listed("mimetic_words.txt"):
        kiwi.add_user_word(stem, "XR")
        kiwi.add_user_word(stem * 2, "MAG")
    return kiwi


@cache
def user_words() -> tuple[str, ...]:
    """Nouns that Kiwi must keep whole: words of the lexicon that it would cut wrongly."""
    return _listed("user_words.txt")


def _listed(name: str) -> tuple[str, ...]:
    """The lines of a file of the lexicon, without comments."""
    file = Path(__file__).parent / "lexicon" / name
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return tuple(line.strip() for line in lines if line.strip() and line[0] != "#")


_STANDARD = {
    "허다": "하다", "날으다": "날다", "녹슬으다": "녹슬다", "거칠으다": "거칠다", "줄으다": "줄다",
}  # fmt: skip
"""Stems that the analyser reads into common forms (날았다) and no dictionary has, and 하다 as the
south-west says it."""


def analyse(text: str) -> Analysis:
    """Morphemes and sentences of an NFC text; offsets are code points of that text.

    Raises:
        InputError: the text is not NFC (`Dream.of` makes it so).
    """
    if not unicodedata.is_normalized("NFC", text):
        raise InputError("글이 NFC가 아닙니다. Dream.of(글)로 만들어 주세요.")
    raw = analyser().tokenize(repair(text), typos="basic")
    tokens = tuple(
        Token(
            t.form, t.tag, _STANDARD.get(t.lemma, t.lemma),
            t.start, t.start + t.len, t.word_position, t.sent_position,
        )
        for t in raw
    )  # fmt: skip
    tokens = _numbered(_with_whole_verbs(tokens), _sentence_starts(text, tokens))
    return Analysis(text, tokens, _sentences(text, tokens))


def _with_whole_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """하나씩 고개를 드는데: a verb right behind its object leans on no other."""
    before = (None, *tokens)
    return tuple(
        replace(t, tag="VV") if t.tag == "VX" and b is not None and b.tag == "JKO" else t
        for b, t in zip(before, tokens, strict=False)
    )


def as_written(spoken: str) -> str:
    """What a recogniser heard, spaced as Korean is written and with a full stop after sentences."""
    spaced = analyser().space(spoken, reset_whitespace=True) if spoken else ""
    told = (spaced[s.start_char : s.end_char].strip() for s in analyse(spaced).sentences)
    return " ".join(f"{each}." if each.endswith(_ENDS) else each for each in told)


def repair(text: str) -> str:
    """Common misspellings put right; each repair keeps the length, so that offsets hold."""
    text = "".join(map(_spoken, text)) if not text.isprintable() else text
    text = text.translate(_ALWAYS)
    text = _WORD_TYPO.sub(lambda match: _WORDS[match[0]], text)
    text = _DIALECT_WORD.sub(lambda match: _DIALECT[match[0]], text)
    text = _PAST_TYPO.sub(lambda match: _PAST[match[0]], text)
    text = _EATS.sub("먹", text)
    return _LONE_NOT.sub("안", text)


def _spoken(char: str) -> str:
    if char in "\n\r\t" or char in _JOINS:
        return char
    return " " if unicodedata.category(char) in _UNSPOKEN else char


def _sentence_starts(text: str, tokens: tuple[Token, ...]) -> frozenset[int]:
    """Indices of tokens that open a sentence: Kiwi's, lines, and notes ending in -음 ("깸")."""
    starts = {0} if tokens else set()
    for index, (before, after) in enumerate(pairwise(tokens), 1):
        gap = text[before.end_char : after.start_char]
        if (
            after.sentence != before.sentence
            or "\n" in gap
            or (gap.isspace() and _closes(tokens[max(0, index - 2) : index]) and _opens(after))
        ):
            starts.add(index)
    return frozenset(starts)


def _closes(tail: tuple[Token, ...]) -> bool:
    """Whether the last tokens end a clause as notes do: "깸", "젖음", "왔다"."""
    last = tail[-1]
    if last.tag == "ETN" or (last.tag == "EC" and last.form in ("ᆷ", "음")):
        return True
    return last.tag == "EC" and last.form == "다" and tail[0].tag == "EP"


def _opens(token: Token) -> bool:
    return not token.tag.startswith(("J", "S", "X", "VC", "NNB", "E"))


def _numbered(tokens: tuple[Token, ...], starts: frozenset[int]) -> tuple[Token, ...]:
    number = -1
    result = []
    for index, t in enumerate(tokens):
        number += index in starts
        result.append(Token(t.form, t.tag, t.lemma, t.start_char, t.end_char, t.word, number))
    return tuple(result)


def _sentences(text: str, tokens: tuple[Token, ...]) -> tuple[Span, ...]:
    """Each sentence reaches to the next, so that every non-blank character is covered."""
    starts = [b.start_char for a, b in pairwise(tokens) if a.sentence != b.sentence]
    bounds = [0, *starts, len(text)]
    spans = []
    for start, end in pairwise(bounds):
        inner = text[start:end]
        start += len(inner) - len(inner.lstrip())
        spans.append(Span(start, start + len(inner.strip())))
    return tuple(span for span in spans if span.start_char < span.end_char)
