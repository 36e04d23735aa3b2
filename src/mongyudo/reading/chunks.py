"""A text as noun and predicate chunks with their particles and endings: the phrases' raw stuff."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from mongyudo.reading.elements import INSIDE_NOUN, LIGHT_VERBS, Hit, is_verb, verb_lemma
from mongyudo.reading.words import word_list
from mongyudo.records import Analysis, Token

Case = Literal["", "S", "O", "B", "G", "T", "C", "I"]
_CASES: dict[str, Case] = {
    "JKS": "S", "JKC": "S", "JKO": "O", "JKB": "B", "JKG": "G", "JX": "T", "JC": "C", "VCP": "I",
}  # fmt: skip
_NUMBERS = ("SN", "NR", "NNB")
_ABOUT = ("쯤", "씩", "째", "끼리")
_OURS = ("집", "동네", "학교", "회사", "반", "가족", "마을", "아파트")
_DEPENDENT = frozenset(("NNB", "NP"))
_NAMING = frozenset(("NNG", "NNP", "XR", "SL"))
_PREDICATE_NOUNS = frozenset(
    ("거", "것", "때", "줄", "수", "적", "중", "채", "듯", "데", "꿈", "게")
)


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a run of nouns as the lexicon splits it; `hit` is None when it is unknown."""

    form: str
    tag: str
    hit: Hit | None


@dataclass(frozen=True, slots=True)
class Noun:
    """A run of nouns, tokens `first` to `last`, and the case that its first particle gives it.

    Cases: S subject, O object, B adverbial, G possessive, T topic, C joined by 와/과, I predicate
    of 이다, "" bare.
    """

    first: int
    last: int
    text: str
    case: Case
    particle: str
    sentence: int
    parts: tuple[Part, ...]
    tail: int

    @property
    def head(self) -> Hit | None:
        """The lexicon's sense of the last noun of the run, if it has one."""
        return self.parts[-1].hit if self.parts else None

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The lexicon's senses inside the run."""
        return tuple(part.hit for part in self.parts if part.hit)


@dataclass(frozen=True, slots=True)
class Verb:
    """A predicate: stem tokens `first` to `last`, its ending and what it says of time and denial.

    `ending` is a Sejong tag: EF, EC, ETM, ETN, or "" when the text breaks off. `noun` is what
    하다 or 되다 makes a verb; `leaving` is 가 or 오 after -고 ("두고 가다"); `tail` is the index of
    the first token behind its endings.
    """

    first: int
    last: int
    lemma: str
    stem: str
    irregular: bool
    adjective: bool
    ending: str
    form: str
    past: bool
    lasting: bool
    negated: bool
    unable: bool
    leaving: str
    sentence: int
    hit: Hit | None
    noun: str
    tail: int


@dataclass(frozen=True, slots=True)
class Other:
    """Whatever stands between: adverbs, determiners, punctuation."""

    first: int
    last: int
    tag: str
    form: str
    sentence: int


Chunk = Noun | Verb | Other


@dataclass(slots=True)
class _Parser:
    analysis: Analysis
    hits: dict[int, Hit]
    chunks: list[Chunk] = field(default_factory=list)

    def run(self) -> list[Chunk]:
        index, tokens = 0, self.analysis.tokens
        while index < len(tokens):
            token = tokens[index]
            hit = self.hits.get(index)
            if hit and is_verb(tokens[hit.last]):
                index = self._verb(index, hit.last, hit)
            elif hit and tokens[hit.last].tag in _NAMING:
                index = self._noun(index, hit.last)
            elif token.tag in _NAMING or token.tag in ("XPN", "SN", "NR"):
                index = self._noun(index, index)
            elif is_verb(token):
                index = self._verb(index, index, hit)
            else:
                self._other(index, token)
                index += 1
        return self.chunks

    def _other(self, index: int, token: Token) -> None:
        if not token.tag.startswith(("J", "E", "VX", "XS")):
            self.chunks.append(Other(index, index, token.tag, token.form, token.sentence))

    def _noun(self, first: int, known: int) -> int:
        """A run of nouns from `first`, which reaches at least to `known`."""
        tokens = self.analysis.tokens
        end = self._before_verb(first, _run_end(tokens, known))
        if end - first > 1 and self._is_adverb(first):
            self._other(first, tokens[first])
            return first + 1
        light = _light_verb(tokens, end)
        if light is not None and tokens[end - 1].tag in ("NNG", "XR", "NNP"):
            if light == end:
                self._verb_of_noun(first, end, light)
                return self._after(light + 1)
            if verb_lemma(tokens[light]) == "하다":
                self._verb_of_noun(first, end, light)
                return self._after(light + 1)
        self._add_noun(first, end - 1)
        return end

    def _is_adverb(self, index: int) -> bool:
        """Whether a noun such as 한참 or 혼자 stands apart from the noun behind it."""
        token, after = self.analysis.tokens[index], self.analysis.tokens[index + 1]
        apart = after.start_char > token.end_char
        hit = self.hits.get(index)
        names_a_thing = hit is not None and hit.entry.kind != "time"
        return apart and token.form in word_list("adverbial nouns") and not names_a_thing

    def _before_verb(self, first: int, end: int) -> int:
        """The end of a run of nouns, cut where one of them begins a verb of the lexicon."""
        for index in range(first + 1, end):
            hit = self.hits.get(index)
            if hit and is_verb(self.analysis.tokens[hit.last]):
                return index
        return end

    def _verb_of_noun(self, first: int, end: int, light: int) -> None:
        """A noun with 하다, 되다, 받다 ...: the last noun is the predicate, others its object."""
        tokens = self.analysis.tokens
        start = end - 1
        while start > first and tokens[start].start_char == tokens[start - 1].end_char:
            start -= 1
        if start > first:
            self._add_noun(first, start - 1)
        stem = "".join(t.form for t in tokens[start:end])
        self._add_verb(start, light, self.hits.get(start), stem)

    def _verb(self, first: int, last: int, hit: Hit | None) -> int:
        token = self.analysis.tokens[last]
        before = self.analysis.tokens[first:last]
        named = [t for t in before if t.tag in INSIDE_NOUN]
        light = verb_lemma(token) in LIGHT_VERBS
        plain = all(t.tag in INSIDE_NOUN or t.tag.startswith("J") for t in before)
        noun = "".join(t.form for t in named) if light and plain else ""
        self._add_verb(first, last, hit, noun)
        return self._after(last + 1)

    def _after(self, index: int) -> int:
        """The first token past the endings and auxiliaries of a predicate."""
        return _ending_end(self.analysis.tokens, index)

    def _add_noun(self, first: int, last: int) -> None:
        tokens = self.analysis.tokens
        particles = []
        index = last + 1
        while index < len(tokens) and tokens[index].tag.startswith("J"):
            particles.append(tokens[index])
            index += 1
        follower = particles[0].tag if particles else ""
        if not particles and index < len(tokens) and tokens[index].tag == "VCP":
            follower = "VCP"
        case: Case = _CASES.get(follower, "")
        form = particles[0].form if particles else ""
        text = self._noun_text(first, last)
        sentence = tokens[first].sentence
        parts = self._parts(first, last)
        if all(part.tag in _NUMBERS for part in parts) and not text.endswith(("원", "짜리")):
            self.chunks.append(Other(first, last, "NR", text, sentence))
            return
        self.chunks.append(Noun(first, last, text, case, form, sentence, parts, index))

    def _parts(self, first: int, last: int) -> tuple[Part, ...]:
        found: list[Part] = []
        index = first
        while index <= last:
            token, hit = self.analysis.tokens[index], self.hits.get(index)
            if hit and hit.last <= last:
                form = "".join(t.form for t in self.analysis.tokens[index : hit.last + 1])
                found.append(Part(form, token.tag, hit))
                index = hit.last
            elif token.tag == "XSN" and found:
                found[-1] = Part(found[-1].form + token.form, found[-1].tag, found[-1].hit)
            else:
                found.append(Part(token.form, token.tag, None))
            index += 1
        return tuple(found)

    def _noun_text(self, first: int, last: int) -> str:
        """The run as a keyword: 우리 집 keeps its 우리; 쯤 and 씩 go."""
        tokens = self.analysis.tokens
        while last > first and tokens[last].form in _ABOUT:
            last -= 1
        text = surface(self.analysis, first, last)
        if first not in self.hits or self.hits[first].last < last:
            text = self._spaced(first, last)
        ours = first > 0 and tokens[first - 1].form == "우리" and tokens[first].form in _OURS
        return f"우리 {text}" if ours else text

    def _spaced(self, first: int, last: int) -> str:
        """The run with a blank between words that were written as one: 안내방송 -> 안내 방송."""
        tokens = self.analysis.tokens
        parts = [tokens[first].form]
        for at in range(first + 1, last + 1):
            before, token = tokens[at - 1], tokens[at]
            apart = token.start_char > before.end_char
            words = token.tag == before.tag == "NNG" and min(len(token.form), len(before.form)) > 1
            known = any(h.first < at <= h.last for h in self.hits.values())
            parts.append(f" {token.form}" if apart or (words and not known) else token.form)
        return "".join(parts)

    def _stem(self, first: int, last: int, rest: tuple[Token, ...]) -> str:
        """The stem as written, with 어지다 when that follows: 좁아지."""
        auxiliary = _becoming(rest)
        text = surface(self.analysis, first, last)
        if auxiliary is None:
            return text
        start = self.analysis.tokens[first].start_char
        written = " ".join(self.analysis.text[start : auxiliary.start_char].split())
        return written + "지" if auxiliary.start_char > start else text

    def _add_verb(self, first: int, last: int, hit: Hit | None, noun: str) -> None:
        tokens = self.analysis.tokens
        denial = tokens[first].form if tokens[first].form in ("안", "못") and first < last else ""
        first += bool(denial)
        stop = _ending_end(tokens, last + 1)
        rest = tokens[last + 1 : stop]
        becoming = _becoming(rest) is not None
        endings = [t for t in rest if t.tag in ("EF", "EC", "ETM", "ETN")]
        final = endings[-1] if endings else None
        ending = final.tag if final else ""
        if ending == "ETM" and stop < len(tokens) and tokens[stop].form in _PREDICATE_NOUNS:
            ending = "EF"
        self.chunks.append(
            Verb(
                first, last, (hit.entry.lemma if hit else noun + verb_lemma(tokens[last])),
                self._stem(first, last, rest), not becoming and tokens[last].tag.endswith("-I"),
                not becoming and tokens[last].tag.startswith(("VA", "XSA")),
                ending, final.form if final else "",
                any(t.tag == "EP" and t.form.startswith(("었", "았")) for t in rest),
                _lasts(rest), bool(denial) or _denied(tokens, first, rest),
                denial == "못" or _unable(tokens, first, rest), _leaving(rest),
                tokens[first].sentence, hit, noun, stop,
            )
        )  # fmt: skip


def chunk(analysis: Analysis, hits: tuple[Hit, ...]) -> list[Chunk]:
    """The chunks of a text in order; `hits` are the lexicon's senses found in it."""
    return _Parser(analysis, {hit.first: hit for hit in hits}).run()


def surface(analysis: Analysis, first: int, last: int) -> str:
    """The tokens' forms with a blank wherever the text has one."""
    parts: list[str] = []
    for index in range(first, last + 1):
        token = analysis.tokens[index]
        if index > first and token.start_char > analysis.tokens[index - 1].end_char:
            parts.append(" ")
        parts.append(token.form)
    return "".join(parts)


def _run_end(tokens: tuple[Token, ...], first: int) -> int:
    end = first
    while end < len(tokens) and tokens[end].sentence == tokens[first].sentence:
        tag = tokens[end].tag
        counted = tag == "NNB" and end > first and tokens[end - 1].tag in ("SN", "NR")
        if tag not in INSIDE_NOUN or (tag in _DEPENDENT and not counted):
            break
        end += 1
    return end


def _light_verb(tokens: tuple[Token, ...], end: int) -> int | None:
    """The index of 하다, 되다, 받다, 당하다 right after a noun or after its object particle."""
    for index in (end, end + 1):
        if index >= len(tokens) or tokens[index].sentence != tokens[end - 1].sentence:
            return None
        if is_verb(tokens[index]):
            return index if verb_lemma(tokens[index]) in LIGHT_VERBS else None
        if tokens[index].tag not in ("JKO", "MAG"):
            return None
    return None


def _ending_end(tokens: tuple[Token, ...], index: int) -> int:
    while index < len(tokens):
        tag, before = tokens[index].tag, tokens[index - 1]
        if tokens[index].sentence != before.sentence:
            break
        if not tag.startswith(("E", "VX")) and not (tag == "JX" and before.tag == "EC"):
            break
        if tag.startswith("VX") and before.tag == "ETM":
            break
        index += 1
    return index


def _lasts(rest: tuple[Token, ...]) -> bool:
    """Whether a state lasts: 어 있다, 어 놓다, 어 두다, 어 버리다."""
    return any(
        after.tag.startswith("VX")
        and after.form in ("있", "놓", "두", "버리")
        and before.form in ("어", "아")
        for before, after in pairwise(rest)
    )


def _denied(tokens: tuple[Token, ...], first: int, rest: tuple[Token, ...]) -> bool:
    before = tokens[first - 1] if first else None
    if before and before.tag == "MAG" and before.form in ("안", "못"):
        return True
    return any(verb_lemma(t) in ("않다", "못하다") for t in rest)


def _unable(tokens: tuple[Token, ...], first: int, rest: tuple[Token, ...]) -> bool:
    before = tokens[first - 1] if first else None
    return bool(before and before.tag == "MAG" and before.form == "못") or any(
        verb_lemma(t) == "못하다" for t in rest
    )


def _leaving(rest: tuple[Token, ...]) -> str:
    for ending, auxiliary in pairwise(rest):
        if ending.form == "고" and auxiliary.tag.startswith("VX") and auxiliary.form in "가오":
            return auxiliary.form
    return ""


def _becoming(rest: tuple[Token, ...]) -> Token | None:
    """지 of 어지다 ("좁아지다") right behind the stem."""
    if len(rest) > 1 and rest[0].form in ("어", "아") and rest[1].tag.startswith("VX"):
        return rest[1] if rest[1].form == "지" else None
    return None
