"""Names, numbers and places taken out of a text before it leaves this machine, and put back.

What is hidden becomes a sign such as [사람1] that a language model copies. Rather too much is
hidden than too little: whatever the analyser takes for a proper noun, unless the lexicon knows it
as something that is no place (용, 부처), and what stands where only a name can (수진 씨, 지훈아).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from mongyudo.reading.elements import Hit
from mongyudo.reading.words import word_list
from mongyudo.records import Analysis, Token

Sort = Literal["사람", "장소", "번호", "이름"]
SIGN = re.compile(r"(?:\[\s*)?(사람|장소|번호|이름)\s*(\d+)\s*\]")
"""A sign as a model gives it back; its opening bracket may be lost."""
_SORTS = {"person": "사람", "place": "장소", "number": "번호", "name": "이름"}
_IN_ENGLISH = re.compile(r"\[\s*(person|place|number|name)\s*(\d+)\s*\]", re.IGNORECASE)
"""A sign that a model has translated."""
LEAST_SYLLABLES = 2
"""Of a name that is looked for elsewhere in the text: one syllable would be found everywhere."""
SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류홍전고문손양배백허남심노하곽성차주우구민유나진지엄채원천방공현"
    "함변염여추도석선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
)
# fmt: off
_LONG_SURNAMES = frozenset(("남궁", "황보", "제갈", "선우", "독고", "사공", "서문"))
_AT = frozenset(("에", "에서", "로", "으로"))
_DIGITS = "공영일이삼사오육륙칠팔구"
_NUMBER = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # mail
    r"|https?://\S+|www\.\S+|(?<!\w)@\w{3,}"
    r"|\d{1,5}동 ?\d{1,5}호|\d{3,4}호(?!선)|\d+(?:-\d+)?번지"
    r"|\d{2,3}[가-힣] ?\d{4}(?!\d)"  # a car's plate
    r"|(?<=비번)\D{0,5}\d{3,}|(?<=비밀번호)\D{0,5}\d{3,}|(?<=암호)\D{0,5}\d{3,}"
    r"|\d{2,4}년 ?\d{1,2}월 ?\d{1,2}일|(?:\d{4}|\d\d)년생"
    r"|\+?\d(?:[ \-–.·()]{0,2}\d){4,}"
    r"(?! ?[\d.,]*(?:만|억)? ?(?:원|명|마리|개|년|살|미터|평|톤|m|km))"
    rf"|[{_DIGITS}](?:[\s-]?[{_DIGITS}]){{6,}}"  # told aloud
)
_AFTER_PLACE = re.compile(r"(?:로|길)?,? ?\d+(?:-\d+)?(?:번?길(?: ?\d+)?)?")
_LATIN_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_SAID_TO = re.compile(r"(?<![가-힣])([가-힣]{2})[아야](?=[\"'”’!?~,])")
_CALLED = re.compile(r"이(?:[를가는도의네]|한테|에게|랑|와|하고)(?![가-힣])")


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text, the stretches of it that are hidden, and what each sign stands for."""

    whole: str
    spans: tuple[tuple[int, int, str], ...]
    stands_for: Mapping[str, str]
    english: Mapping[str, str]

    @property
    def text(self) -> str:
        """The whole text with signs."""
        return self.part(0, len(self.whole))

    def part(self, start_char: int, end_char: int) -> str:
        """A stretch with signs; what is hidden belongs to the stretch in which it begins."""
        parts, at = [], start_char
        for start, end, sign in self.spans:
            if start_char <= start < end_char:
                parts += [self.whole[at:start], sign]
            if start < end_char:
                at = max(at, end)
        return "".join([*parts, self.whole[at:end_char]])

    def restored(self, text: str) -> str:
        """Korean of a model's answer with what its signs stand for; unknown signs stay."""
        return SIGN.sub(lambda m: self.stands_for.get(_sign(m), m[0]), text)

    def filmed(self, text: str) -> str:
        """English of a model's answer without signs: a prompt goes further than this machine, so
        people stay unnamed, and of places only what the lexicon says of them is put back."""
        signs = _IN_ENGLISH.sub(lambda m: f"[{_SORTS[m[1].lower()]}{m[2]}]", text)
        plain = SIGN.sub(lambda m: self.english.get(_sign(m), ""), signs)
        plain = re.sub(r"\s+([,.])", r"\1", re.sub(r"\s{2,}", " ", plain))
        return re.sub(r"(?:,\s*)+,", ",", plain).strip(" ,")


@dataclass(frozen=True, slots=True, order=True)
class _Secret:
    start_char: int
    end_char: int
    sort: Sort
    english: str = ""


def _sign(match: re.Match[str]) -> str:
    return f"[{match[1]}{int(match[2])}]"


def hide(analysis: Analysis, hits: tuple[Hit, ...]) -> Hidden:
    """The text of `analysis` without what could tell who dreamt it, of whom, and where."""
    text = analysis.text
    found = [*_numbers(text), *_proper(analysis, hits), *_called(analysis, hits)]
    found += _titled(analysis, hits)
    found += list(_again(text, found))
    signs: dict[tuple[Sort, str], str] = {}
    english: dict[str, str] = {}
    spans = []
    for secret in _apart(found):
        word = text[secret.start_char : secret.end_char]
        sign = signs.setdefault((secret.sort, word), _new_sign(secret.sort, signs, text))
        english[sign] = "a person" if secret.sort == "사람" else secret.english
        spans.append((secret.start_char, secret.end_char, sign))
    stands_for = {sign: word for (_, word), sign in signs.items()}
    return Hidden(text, tuple(spans), stands_for, english)


def _new_sign(sort: Sort, signs: Mapping[tuple[Sort, str], str], text: str) -> str:
    """The next sign of its sort that neither stands for something nor stands in the text."""
    number = sum(each == sort for each, _ in signs) + 1
    while f"{sort}{number}" in text or f"[{sort}{number}]" in signs.values():
        number += 1
    return f"[{sort}{number}]"


def _apart(found: list[_Secret]) -> list[_Secret]:
    """In order; what overlaps is one, of the longer one's sort."""
    merged: list[_Secret] = []
    for secret in sorted(found):
        last = merged[-1] if merged else None
        if last is None or secret.start_char >= last.end_char:
            merged.append(secret)
            continue
        longer = max(last, secret, key=lambda each: each.end_char - each.start_char)
        end = max(last.end_char, secret.end_char)
        merged[-1] = _Secret(last.start_char, end, longer.sort, longer.english)
    return merged


def _numbers(text: str) -> Iterator[_Secret]:
    for match in _NUMBER.finditer(text):
        yield _Secret(*match.span(), "번호")
    for match in _LATIN_NAME.finditer(text):
        yield _Secret(*match.span(), "이름")


def _proper(analysis: Analysis, hits: tuple[Hit, ...]) -> Iterator[_Secret]:
    """What the analyser takes for proper nouns; a number after a place belongs to it."""
    known = _known(hits)
    for index, token in enumerate(analysis.tokens):
        if token.tag != "NNP" or not token.form.strip():
            continue
        hit = known.get(index)
        follows = index > 0 and analysis.tokens[index - 1].tag == "NNP" and index - 1 not in known
        if hit is not None and not follows and not _is_name(token.form, hit):
            continue
        follower = known.get(index + 1)
        before_place = follower is not None and follower.entry.kind == "setting"
        is_place = hit is not None or before_place or _ends_as_place(analysis, index)
        sort = "장소" if is_place else _sort_of(token.form)
        end = token.end_char
        if sort == "장소" and (number := _AFTER_PLACE.match(analysis.text, end)):
            end = number.end()
        yield _Secret(token.start_char, end, sort, hit.entry.english if hit else "")


def _is_name(form: str, hit: Hit) -> bool:
    """Whether a proper noun names one place, or someone by chance (아이유 ends in 이유), although
    the lexicon knows its end."""
    is_longer = form != hit.entry.lemma and form.endswith(hit.entry.lemma)
    is_place = is_longer and form.endswith(tuple(word_list("place endings")))
    return is_place or hit.entry.kind in ("setting", "state", "time")


def _ends_as_place(analysis: Analysis, index: int) -> bool:
    """Whether a proper noun is built as a place's name, stands as one, or has a number behind."""
    token = analysis.tokens[index]
    after = analysis.tokens[index + 1] if index + 1 < len(analysis.tokens) else None
    is_built = token.form.endswith(tuple(word_list("place endings"))) and len(token.form) > 2
    is_used = after is not None and (after.form in _AT or after.tag == "SN")
    return is_built or is_used


def _sort_of(form: str) -> Sort:
    """A person has two or three syllables (the third may be an 이), or a surname of two."""
    return "사람" if len(form) <= 3 or form[:2] in _LONG_SURNAMES else "이름"


def _called(analysis: Analysis, hits: tuple[Hit, ...]) -> Iterator[_Secret]:
    """Nouns that are called (지훈아), have 씨 behind, or an 이 that only names take (하늘이를)."""
    known = _known(hits)
    tokens = analysis.tokens
    for index, token in enumerate(tokens):
        if not token.tag.startswith("NN") or len(token.form) < LEAST_SYLLABLES:
            continue
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        is_called = after is not None and (after.tag == "JKV" or after.form == "씨")
        is_named = _closed(token.form) and _CALLED.match(analysis.text, token.end_char)
        if (is_called and index not in known) or (is_named and len(token.form) <= 3):
            yield _Secret(token.start_char, token.end_char, "사람")
        elif index not in known and _houses(token, after):
            yield _Secret(token.start_char, token.end_char, "장소")
    yield from _said_to(analysis, known)


def _houses(token: Token, after: Token | None) -> bool:
    """Whether a noun names the house that is written behind it without a blank: 은마아파트."""
    is_glued = after is not None and after.start_char == token.end_char
    return is_glued and after is not None and after.form in word_list("named houses")


def _said_to(analysis: Analysis, known: Mapping[int, Hit]) -> Iterator[_Secret]:
    """Who is called before a mark, when the analyser takes the name to pieces ("영철아")."""
    starts = {token.start_char: index for index, token in enumerate(analysis.tokens)}
    for match in _SAID_TO.finditer(analysis.text):
        index = starts.get(match.start())
        is_noun = index is not None and analysis.tokens[index].tag.startswith(("NN", "MM"))
        if is_noun and index not in known:
            yield _Secret(*match.span(1), "사람")


def _titled(analysis: Analysis, hits: tuple[Hit, ...]) -> Iterator[_Secret]:
    """Words that begin with a surname and stand before a title (박서준 부장님), or are of three
    syllables and unknown (박서준이 when the analyser takes it to pieces)."""
    known = _known(hits)
    words: dict[tuple[int, int], list[int]] = {}
    for index, token in enumerate(analysis.tokens):
        words.setdefault((token.sentence, token.word), []).append(index)
    rows = list(words.values())
    for at, row in enumerate(rows):
        nouns = _leading_nouns(analysis, row)
        if not nouns:
            continue
        start, end = analysis.tokens[nouns[0]].start_char, analysis.tokens[nouns[-1]].end_char
        word = analysis.text[start:end]
        after = analysis.tokens[rows[at + 1][0]].form if at + 1 < len(rows) else ""
        is_before_title = nouns == row and after.startswith(tuple(word_list("titles")))
        is_unknown = not any(index in known for index in nouns[len(nouns) > 1 :])
        is_long = len(word) == 4 and word[:2] in _LONG_SURNAMES
        is_full = is_long or (len(word) == 3 and len(nouns) > 1)
        named = (len(word) in (1, 3) and is_before_title) or (is_full and is_unknown)
        whole = len(nouns) == 1 and nouns[0] in known and len(word) > 1
        if word[0] in SURNAMES and named and not whole:
            yield _Secret(start, end, "사람")


def _leading_nouns(analysis: Analysis, row: list[int]) -> list[int]:
    nouns = []
    for index in row:
        if not analysis.tokens[index].tag.startswith(("NNG", "NNP")):
            break
        nouns.append(index)
    return nouns


def _again(text: str, found: list[_Secret]) -> Iterator[_Secret]:
    """Each name wherever else it stands, and the given name of a full one."""
    names: dict[str, _Secret] = {}
    for secret in found:
        word = text[secret.start_char : secret.end_char]
        if secret.sort != "번호" and len(word) >= LEAST_SYLLABLES:
            names.setdefault(word, secret)
            if secret.sort == "사람" and len(word) == 3 and word[0] in SURNAMES:
                names.setdefault(word[1:], secret)
    for name, secret in names.items():
        for match in re.finditer(re.escape(name), text):
            yield _Secret(*match.span(), secret.sort, secret.english)


def _known(hits: tuple[Hit, ...]) -> dict[int, Hit]:
    return {index: hit for hit in hits for index in range(hit.first, hit.last + 1)}


def _closed(form: str) -> bool:
    """Whether the last syllable ends in a consonant, as names do that take 이."""
    code = ord(form[-1]) - 0xAC00
    return 0 <= code < 11172 and code % 28 > 0
