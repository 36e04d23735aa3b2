"""Every word of the scene lexicon that a text holds, with the sense its surroundings choose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mongyudo.reading.compounds import parts_of
from mongyudo.reading.lexicon import Entry, Lexicon, Pos
from mongyudo.reading.mimetics import as_predicate, said_of
from mongyudo.reading.misread import meant
from mongyudo.reading.words import word_list
from mongyudo.records import Analysis, Element, Token

NOUN_TAGS = frozenset(("NNG", "NNP", "NNB", "NR", "NP", "XR", "SL", "SN"))
INSIDE_NOUN = NOUN_TAGS | {"XPN", "XSN"}
LIGHT_VERBS = frozenset(("하다", "되다", "당하다", "받다", "시키다"))
DENIALS = frozenset(("않다", "못하다", "말다"))
ABSENCES = frozenset(("없다", "아니다", "사라지다", "없어지다"))
WEATHERS = frozenset(("비", "눈", "바람", "번개", "천둥", "안개", "해", "달", "소나기", "태풍"))
COMES = frozenset(("오다", "내리다", "불다", "치다", "끼다", "뜨다"))
"""What weather does where there is some."""
KIN = frozenset(("새끼", "새끼들", "어미", "암컷", "수컷"))
BEASTS = frozenset(("지상동물", "수중동물", "새·곤충"))
SENTENCES_BETWEEN_KIN = 2
_DWELLING = re.compile("(집|둥지)$")
LONGEST_RUN = 6
_WITH_IN_THE_SOUTH = "캉"
"""손주캉: the south-east's 와, which the analyser leaves on the noun."""
_ENDS_OF_PLACES = "역산강섬"
"""A proper noun that ends so is such a place: 용산역, 북한산."""
_L, _B, _H = 8, 17, 27
"""Numbers of the final consonants ㄹ, ㅂ and ㅎ."""
_A, _EO, _YEO, _EU, _I = 0, 4, 6, 18, 20
"""Numbers of the vowels ㅏ ㅓ ㅕ ㅡ ㅣ."""
_BRIGHT, _BEFORE_H = frozenset((0, 2, 8)), frozenset((0, 2, 4, 6))
"""Numbers of ㅏ ㅑ ㅗ, and of ㅏ ㅑ ㅓ ㅕ."""
SHORTEST_TAIL = 2
_DIRECTS = frozenset(("가", "오", "주", "내", "놓", "버리", "먹"))
"""Stems of verbs that stand behind another and are written as one with it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sense of the lexicon and the tokens `first` to `last` (inclusive) where it was met."""

    entry: Entry
    first: int
    last: int
    start_char: int
    end_char: int
    negated: bool = False
    silent: bool = False
    """It only looks like the word; nobody draws it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The lemmas of each sentence, and of each sentence with its neighbours."""

    own: dict[int, frozenset[str]]
    near: dict[int, frozenset[str]]


def find_hits(analysis: Analysis, lexicon: Lexicon) -> tuple[Hit, ...]:
    """All senses of the lexicon in the order of the text, the longest where several begin."""
    around = _surroundings(analysis)
    hits: list[Hit] = []
    index = 0
    while index < len(analysis.tokens):
        hit = _longest(analysis, index, lexicon, around)
        if hit:
            hits.append(hit)
            index = hit.last
        index += 1
    read = list(meant(analysis.text, hits, lexicon))
    return tuple(_of_its_kind(analysis, read, lexicon))


def _of_its_kind(analysis: Analysis, hits: list[Hit], lexicon: Lexicon) -> Iterator[Hit]:
    """제비집에서 새끼가: a young or its mother is what was spoken of just before."""
    beast: Hit | None = None
    for hit in hits:
        if hit.entry.lemma in KIN and beast is not None:
            apart = analysis.tokens[hit.first].sentence - analysis.tokens[beast.first].sentence
            if apart <= SENTENCES_BETWEEN_KIN:
                named = beast.entry
                entry = hit.entry._replace(concept=named.concept, category=named.category)
                yield replace(hit, entry=entry)
                continue
        if beast is not None and _is_built_by(beast, hit, analysis.tokens):
            nest = hit.entry._replace(kind="prop", english="nest", concept="nest")
            yield replace(hit, entry=nest)
            continue
        dwells = hit.entry.concept == "nest" and lexicon.sense(
            _DWELLING.sub("", hit.entry.lemma), "N"
        )
        living = dwells or hit.entry
        if living.category in BEASTS and living.kind == "actor" and living.concept:
            beast = replace(hit, entry=living)
        yield hit


def _is_built_by(beast: Hit, home: Hit, tokens: tuple[Token, ...]) -> bool:
    """제비가 간판에 집을 지었다, 비둘기 집: a nest, and no house."""
    builds = home.first == beast.last + 1 or any(
        token.lemma in ("짓다", "틀다") for token in tokens[home.last + 1 : home.last + 3]
    )
    here = tokens[beast.first].sentence == tokens[home.first].sentence
    return here and builds and home.entry.lemma == "집" and beast.entry.category == "새·곤충"


def elements_of(hits: tuple[Hit, ...]) -> tuple[Element, ...]:
    """The hits as the records that the director reads."""
    return tuple(
        Element(
            h.entry.lemma, h.entry.english, h.entry.kind, h.entry.concept,
            h.start_char, h.end_char, h.negated,
        )
        for h in hits
        if not h.silent
    )  # fmt: skip


def unknown_words(analysis: Analysis, hits: tuple[Hit, ...]) -> tuple[str, ...]:
    """Content words that the lexicon lacks, in dictionary form, once each in order."""
    tokens = analysis.tokens
    known = {index for hit in hits for index in range(hit.first, hit.last + 1)}
    found: dict[str, None] = {}
    for index, token in enumerate(tokens):
        follower = tokens[index + 1] if index + 1 < len(tokens) else None
        makes_verb = follower is not None and follower.tag in ("XSV", "XSA")
        if index in known or (makes_verb and index + 1 in known):
            continue
        if token.tag in ("NNG", "NNP", "XR") or token.tag.startswith(("VV", "VA")):
            word = token.form + verb_lemma(follower) if makes_verb and follower else token.lemma
            if word not in word_list("generic nouns") | word_list("vague verbs"):
                found[word] = None
    return tuple(found)


def is_verb(token: Token) -> bool:
    """Whether the token is the stem of a verb or an adjective (irregular tags carry -I, -R)."""
    return token.tag.startswith(("VV", "VA", "XSV", "XSA"))


def verb_lemma(token: Token) -> str:
    """The dictionary form of a stem; Kiwi leaves suffixes such as 하 bare."""
    return token.lemma if token.lemma.endswith("다") else token.lemma + "다"


def _longest(analysis: Analysis, first: int, lexicon: Lexicon, around: Surroundings) -> Hit | None:
    tokens = analysis.tokens
    if _is_fragment(tokens, first):
        return None
    alone = (lexicon.lookup(lemma, "V") for lemma in as_predicate(tokens, first))
    if told := next((found[0] for found in alone if found and found[0].concept), None):
        return Hit(told, first, first, tokens[first].start_char, tokens[first].end_char)
    for last in range(min(first + LONGEST_RUN, len(tokens)) - 1, first - 1, -1):
        if tokens[last].sentence != tokens[first].sentence:
            continue
        honorific = last + 1 < len(tokens) and tokens[last + 1].form in ("시", "으시")
        run = tokens[first : last + 1]
        entry = _sense(run, lexicon, around, honorific=honorific)
        if entry and entry.concept == "wake" and _hovers(tokens, last):
            floats = (e for e in lexicon.lookup("뜨다", "V") if e.concept == "float")
            entry = next(floats, None) if last == first else None
        if entry:
            start, end = tokens[first].start_char, tokens[last].end_char
            return Hit(entry, first, last, start, end, is_negated(tokens, first, last))
    return None


def _hovers(tokens: tuple[Token, ...], verb: int) -> bool:
    """하늘에 눈이 떠 있었다: it hangs in the air, and nobody wakes."""
    after = [token.form for token in tokens[verb + 1 : verb + 3]]
    return tokens[verb].form == "뜨" and after in (["어", "있"], ["어", "다니"], ["어", "오르"])


def _is_fragment(tokens: tuple[Token, ...], index: int) -> bool:
    """A lone syllable glued to the noun before it (보급+관), 달 in 다음 달, 해 in 다섯 해, 아이 in
    그랬다 아이가: not a word here."""
    token, before = tokens[index], tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if before and (_counts_years(before, token) or _asks_for_assent(before, token, after)):
        return True
    if after and after.tag == "NNB" and token.form in word_list("numerals"):
        return True
    if token.form == "짝" and before and before.form in word_list("numerals"):
        return True  # 구두 한 짝: no one who sits beside
    if _is_when(before, token) or _only_strengthens(token, after):
        return True
    if before is None or len(token.form) > 1 or token.tag not in ("NNG", "NNP"):
        return False
    if before.form in ("다음", "이번", "지난") and token.form in word_list("calendar words"):
        return True
    if token.form in word_list("words of one syllable"):
        return False
    glued = before.end_char == token.start_char and before.tag in ("NNG", "NNP", "SL", "XR")
    return glued and len(before.form) > 1


def _is_when(before: Token | None, token: Token) -> bool:
    """돌 때마다: at that time, and no dirt."""
    return token.form == "때" and before is not None and before.tag == "ETM"


def _only_strengthens(token: Token, after: Token | None) -> bool:
    """개무섭다, 개많이: very, in the speech of the young, and no dog."""
    if token.form != "개" or after is None or after.start_char != token.end_char:
        return False
    return after.tag.startswith(("VV", "VA", "XR", "MAG"))


def _counts_years(before: Token, token: Token) -> bool:
    """다섯 해: years, and no suns."""
    counts = before.tag == "SN" or before.form in word_list("numerals")
    return token.form == "해" and token.tag == "NNG" and counts


def _asks_for_assent(before: Token, token: Token, after: Token | None) -> bool:
    """그랬다 아이가: the south-east's "didn't it", and no child."""
    ends = before.tag in ("EF", "EC") and before.form.endswith("다")
    return ends and token.form == "아이" and after is not None and after.form == "가"


def _sense(
    run: tuple[Token, ...], lexicon: Lexicon, around: Surroundings, *, honorific: bool
) -> Entry | None:
    sentence = run[0].sentence
    if run[0].tag == "XSN":
        return None  # 소방관들이 오다: nobody 들이온다
    if honorific and is_verb(run[-1]) and len(run) == 1:
        entry = lexicon.sense(run[0].form + "시다", "V")
        if entry:
            return entry
    for lemma, pos in readings(run):
        entry = lexicon.sense(lemma, pos, around.own[sentence], around.near[sentence])
        if entry and (entry.concept or not _is_joined(run)):
            return entry
    if len(run) > 1 or not run[0].tag.startswith("VV"):
        return None
    cores = (
        lexicon.sense(core, "V", around.own[sentence], around.near[sentence])
        for core in parts_of(verb_lemma(run[0]))
    )
    return next(filter(None, cores), None)


def _is_joined(run: tuple[Token, ...]) -> bool:
    """켜 지다: joined verbs; where those have no picture, the first may have one."""
    return run[-1].tag == "VX" and run[0].tag.startswith("VV")


def readings(run: tuple[Token, ...]) -> Iterator[tuple[str, Pos]]:
    """The dictionary entries as which a run of tokens may be looked up, the likeliest first."""
    last = run[-1]
    if last.tag in INSIDE_NOUN:
        yield from _noun_readings(run)
    elif is_verb(last):
        yield from _verb_readings(run)
    elif last.tag == "VX" and last.form == "지":
        yield from _becoming_readings(run)
        yield from _directed_readings(run)
    elif last.tag == "VX" and last.form in _DIRECTS:
        yield from _directed_readings(run)
    elif last.tag in ("MAG", "MM", "IC") and len(run) == 1:
        yield last.form, "M"
        yield last.form, "N"


def _noun_readings(run: tuple[Token, ...]) -> Iterator[tuple[str, Pos]]:
    if not all(token.tag in INSIDE_NOUN for token in run) or run[0].tag in ("NNB", "XSN"):
        return
    form = "".join(token.form for token in run)
    yield form, "N"
    if run[-1].tag == "SL":
        yield form.upper(), "N"
        yield form.lower(), "N"
    if len(run) == 1 and form[-1] == _WITH_IN_THE_SOUTH and len(form) > SHORTEST_TAIL:
        yield form[:-1], "N"
    if len(run) == 1 and run[0].tag in ("NNG", "NNP"):
        if run[0].tag == "NNP" and len(form) > SHORTEST_TAIL and form[-1] in _ENDS_OF_PLACES:
            yield form[-1], "N"  # 대전역: a station, and no discharge (전역)
        for cut in range(1, len(form) - SHORTEST_TAIL + 1):
            yield form[cut:], "N"


def _verb_readings(run: tuple[Token, ...]) -> Iterator[tuple[str, Pos]]:
    lemma = verb_lemma(run[-1])
    poses: tuple[Pos, ...] = ("A", "V") if run[-1].tag.startswith(("VA", "XSA")) else ("V", "A")
    for stem in _stems(run[:-1]):
        for pos in poses:
            yield stem + lemma, pos
        if stem and lemma in LIGHT_VERBS:
            yield stem + "하다", "V"
    for made in said_of(run):
        yield made, "V"
        yield made, "A"
    if lemma == "하다" and run[0].tag in ("NNG", "NNP") and all(map(_joins, run[1:-1])):
        for cut in range(1, len(run[0].form) - SHORTEST_TAIL + 1):
            yield run[0].form[cut:] + "하다", "V"


def _joins(token: Token) -> bool:
    """보드게임을 했다: what stands between a deed's noun and 하다."""
    return token.tag in ("JKO", "JX")


def _stems(before: tuple[Token, ...]) -> Iterator[str]:
    """What may stand before a verb inside one entry: 화(를) 내다, 쫓겨 다니다, 흔들흔들 하다."""
    if not before:
        yield ""
    elif len(before) == 2 and is_verb(before[0]) and before[1].form in ("어", "아"):
        yield _contracted(before[0])
    else:
        yield from _noun_stems(before)


def _becoming_readings(run: tuple[Token, ...]) -> Iterator[tuple[str, Pos]]:
    """길어지다, 조용해지다: an adjective that says how something comes to be."""
    stems = run[:-2]
    ends = run[-2].tag == "EC" and run[-2].form in ("어", "아") if len(run) > 2 else False
    is_one = len(stems) == 1 and stems[0].tag.startswith("VA")
    is_made = len(stems) == 2 and stems[1].tag == "XSA"
    if ends and (is_one or is_made):
        yield _conjugated("".join(token.form for token in stems)) + "지다", "V"


def _directed_readings(run: tuple[Token, ...]) -> Iterator[tuple[str, Pos]]:
    """타들어 가다, 합쳐 지다, 아껴 먹다: a verb with one behind it that the dictionary joins."""
    if len(run) == 3 and run[0].tag.startswith("VV") and run[1].form in ("어", "아"):
        yield _contracted(run[0]) + verb_lemma(run[2]), "V"


def _conjugated(stem: str) -> str:
    """An adjective's stem with 어 as it is written: 작 -> 작아, 뜨겁 -> 뜨거워, 빨갛 -> 빨개."""
    code = ord(stem[-1]) - 0xAC00
    lead, vowel, tail = code // 588, code // 28 % 21, code % 28
    if stem[-1] == "하":
        return stem[:-1] + "해"
    if tail == _H and vowel in _BEFORE_H:
        return stem[:-1] + chr(0xAC00 + (lead * 21 + vowel + 1) * 28)
    if tail == _B and stem[-1] not in "좁넓짧얇엷":
        return stem[:-1] + chr(ord(stem[-1]) - _B) + "워"
    if tail == 0:
        return _drawn_together(stem, vowel)
    return stem + ("아" if _is_bright(stem[-1]) else "어")


def _drawn_together(stem: str, vowel: int) -> str:
    """An open stem with 어: 느리 -> 느려, 빠르 -> 빨라, 예쁘 -> 예뻐, 푸르 -> 푸르러."""
    if stem.endswith(("푸르", "누르")):
        return stem + "러"
    if stem.endswith("르") and len(stem) > 1:
        return stem[:-2] + chr(ord(stem[-2]) + _L) + ("라" if _is_bright(stem[-2]) else "러")
    if vowel == _I:
        return stem[:-1] + chr(ord(stem[-1]) + (_YEO - _I) * 28)
    if vowel == _EU:
        bright = len(stem) > 1 and _is_bright(stem[-2])
        return stem[:-1] + chr(ord(stem[-1]) + ((_A if bright else _EO) - _EU) * 28)
    return stem


def _is_bright(syllable: str) -> bool:
    return (ord(syllable) - 0xAC00) // 28 % 21 in _BRIGHT


def _noun_stems(before: tuple[Token, ...]) -> Iterator[str]:
    if before[0].tag not in INSIDE_NOUN | {"MAG"} or before[0].tag == "NP":
        return  # 내가 서 있었다: nobody sets out (나서다)
    words = [token for token in before if token.tag in INSIDE_NOUN]
    if words and before[0].tag == "MAG":
        return
    rest = [token.tag for token in before if token.tag not in INSIDE_NOUN]
    if not words:
        yield "".join(token.form for token in before)
    elif all(tag in ("JKO", "JKS", "JX", "MAG") for tag in rest):
        yield "".join(token.form for token in words)
    elif rest == ["JKB"]:
        yield "".join(token.form for token in before)


def _contracted(token: Token) -> str:
    """The stem with 어 as it is written: 쫓기 -> 쫓겨, 흐르 -> 흘러."""
    stem = token.form
    code = ord(stem[-1]) - 0xAC00
    lead, vowel, tail = code // 588, code // 28 % 21, code % 28
    if tail == 0 and vowel == 20:
        return stem[:-1] + chr(0xAC00 + (lead * 21 + 6) * 28)
    if len(stem) > 1 and stem[-1] == "르":
        return stem[:-2] + chr(ord(stem[-2]) + _L) + ("라" if _is_bright(stem[-2]) else "러")
    return stem if tail == 0 else stem + "어"


def is_negated(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether the text denies the word in `tokens[first]` to `tokens[last]`."""
    if is_verb(tokens[last]) or tokens[last].tag == "VX":
        return _denied_verb(tokens, first, last)
    inside = range(last + 1, min(last + 8, len(tokens)))
    inside = inside[_not_even_one(tokens, last + 1) :]
    after = [at for at in inside if tokens[at].tag not in ("JKS", "JX", "JKC", "XSN")]
    if not after or tokens[after[0]].sentence != tokens[last].sentence:
        return False
    if tokens[last].form in WEATHERS and _does_not_come(tokens, after):
        return True
    acts = any(tokens[at].tag == "JKS" for at in range(last + 1, after[0]))  # 아이가 대신 넣었다
    stood_in_for = tokens[after[0]].form == "대신" and not acts
    return tokens[after[0]].lemma in ABSENCES or stood_in_for


def _not_even_one(tokens: tuple[Token, ...], first: int) -> int:
    """How many tokens from `first` are 이 하나도, 은 한 마리도: at such a word there is none."""
    forms = [token.form for token in tokens[first : first + 5]]
    if "도" not in forms[1:] or not {"하나", "한"} & set(forms[: forms.index("도")]):
        return 0
    return forms.index("도") + 1


def _does_not_come(tokens: tuple[Token, ...], after: list[int]) -> bool:
    """비는 오지 않았다, 눈도 안 내렸다: no rain, no snow."""
    verb = next((at for at in after[:2] if tokens[at].lemma in COMES), None)
    return verb is not None and _denied_verb(tokens, verb, verb)


def _denied_verb(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    if any(t.tag == "MAG" and t.form in ("안", "못") for t in tokens[max(0, first - 1) : last]):
        return True
    wished = [t.form for t in tokens[last + 1 : last + 3]] == ["고", "싶"]  # 가고 싶지 않다
    behind = last + 3 if wished else last + 1
    after = tokens[behind : behind + 4]
    for i, token in enumerate(after[:2]):
        if token.tag == "EC" and token.form == "지":
            return any(_denies(t) for t in after[i + 1 : i + 3])
    return False


def _denies(token: Token) -> bool:
    """않다, 말다, 못하다, which Kiwi also takes for 못 and 하다."""
    return verb_lemma(token) in DENIALS or (token.tag == "MAG" and token.form == "못")


def _surroundings(analysis: Analysis) -> Surroundings:
    own: dict[int, set[str]] = {}
    before: Token | None = None
    for token in analysis.tokens:
        lemmas = own.setdefault(token.sentence, set())
        lemmas.add(token.lemma)
        if before and token.tag in ("XSV", "XSA"):
            lemmas.add(before.form + verb_lemma(token))
        before = token
    near = {n: frozenset().union(*(own.get(m, set()) for m in (n - 1, n, n + 1))) for n in own}
    return Surroundings({n: frozenset(lemmas) for n, lemmas in own.items()}, near)
