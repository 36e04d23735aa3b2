"""What a candidate keyword is, and the small helpers that build its text."""

from dataclasses import dataclass
from typing import Literal

from mongyudo.reading.chunks import Chunk, Noun, Other, Verb
from mongyudo.reading.elements import Hit
from mongyudo.reading.hangul import is_syllable, tail_of
from mongyudo.reading.words import word_list
from mongyudo.records import Kind, Token

Pattern = Literal[
    "noun", "compound", "head", "modified", "clause", "possessive", "determined", "turned",
    "denied", "act", "place_act", "deed", "event", "feeling", "manner", "leaving", "absent",
    "counted", "become", "doing",
    "result", "lasting", "placed", "put", "located", "lacking", "adverb", "me", "chained", "mine",
    "full", "along", "same", "joined", "tool", "handled", "doing_so",
]  # fmt: skip
LONGEST_CLAUSE = 14
LONGEST_WIDE = 18
LONGEST_NAME = 7


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may become a keyword.

    `first` to `last` are the tokens it spends; `head` the token of its head; `case` the case of
    its head noun ("V" for predicates); `sense` the lexicon's entry of its head; `ending` the
    ending of its predicate; `named` whether the predicate has a noun of its own.
    """

    ko: str
    en: str
    kind: Kind
    pattern: Pattern
    start_char: int
    end_char: int
    first: int
    last: int
    head: int
    case: str
    sense: Hit | None
    sentence: int
    ending: str = ""
    named: bool = False


def is_vague(noun: Noun) -> bool:
    """Whether a run of nouns names nothing (하나, 옆, 것)."""
    return all(word in word_list("generic nouns") for word in noun.text.split())


def is_unit(token: Token) -> bool:
    """Whether things are counted by it: 마리, 개, 병; not 번 or 시간."""
    counts = token.tag == "NNB" and token.form not in word_list("times")
    return counts or token.form in word_list("units")


def subject_particle(text: str) -> str:
    """이 after a final consonant, 가 after a vowel."""
    last = text[-1]
    return "이" if is_syllable(last) and tail_of(last) else "가"


def object_particle(text: str) -> str:
    """을 after a final consonant, 를 after a vowel."""
    last = text[-1]
    return "을" if is_syllable(last) and tail_of(last) else "를"


def holds_object(verb: Verb) -> bool:
    """Whether the predicate has its object within: 소리를 지르다, 손을 잡다."""
    return any(word.endswith(("을", "를")) for word in verb.stem.split()[:-1])


def closes(before: Chunk) -> bool:
    if isinstance(before, Verb):
        return before.ending != "ETM" and before.form not in ("게", "도록")
    return isinstance(before, Other) and before.tag in ("SF", "SP", "VCP", "VCN", "SSO", "SSC")


def case_role(noun: Noun, verb: Chunk, *, next_to: bool) -> str:
    if noun.case in ("S", "O", "B"):
        return noun.case
    if noun.case == "T":
        return "S" if noun.particle in ("은", "는", "ᆫ", "도", "만") else "T"
    adverbial = noun.text.split()[-1] in word_list("adverbial nouns")
    if noun.case or not next_to or adverbial or not isinstance(verb, Verb):
        return ""
    if noun.head and noun.head.entry.kind == "setting":
        return "B"
    return "S" if verb.adjective or verb.lemma in word_list("intransitive verbs") else "O"


def last_word(noun: Noun) -> str:
    """What a compound is in the end: 부엌 불 -> 불; 책상 위 stays whole."""
    words = noun.text.split()
    return noun.text if words[-1] in word_list("relative nouns") else words[-1]


def short_name(noun: Noun) -> str:
    """A short compound stays whole (굴뚝 연기), a long one is what it is in the end."""
    return noun.text if len(noun.text) <= LONGEST_NAME else last_word(noun)
