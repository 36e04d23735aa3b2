"""Plain English for film prompts, put together from the lexicon's words for a phrase's parts."""

from mongyudo.reading.chunks import Noun, Part, Verb
from mongyudo.reading.hangul import nominal, romanise
from mongyudo.reading.words import word_list

DETERMINERS = {
    "새": "new", "헌": "worn", "옛": "old", "첫": "first", "온갖": "all kinds of", "맨": "bare",
    "온": "whole", "외딴": "remote", "웬": "strange",
}  # fmt: skip
NUMBERS = {
    "한": "one", "두": "two", "세": "three", "네": "four", "다섯": "five", "여섯": "six",
    "일곱": "seven", "여덟": "eight", "아홉": "nine", "열": "ten", "몇": "several",
    "둘": "two", "셋": "three", "넷": "four", "여러": "several",
    "수백": "hundreds of", "수천": "thousands of", "수십": "dozens of",
}  # fmt: skip
RELATIONS = {
    "위": "on", "밑": "under", "아래": "under", "앞": "in front of", "뒤": "behind",
    "속": "inside", "안": "inside", "옆": "beside", "사이": "between", "끝": "end of",
    "밖": "outside", "구석": "corner of", "가운데": "middle of", "한가운데": "middle of",
    "건너편": "across", "맞은편": "across", "너머": "beyond", "꼭대기": "top of", "근처": "near",
    "틈": "gap in", "뒤쪽": "behind", "앞쪽": "in front of",
}  # fmt: skip
_PLACES = {"에": "in", "에서": "in", "에게": "to", "한테": "to", "와": "with", "과": "with",
           "랑": "with", "이랑": "with", "하고": "with", "처럼": "like"}  # fmt: skip
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류홍전고문손양배백허남심노하곽성차주우구민유나진"
)
# fmt: off
_DOUBLED = frozenset((
    "run", "swim", "hit", "cut", "sit", "get", "put", "stop", "grab", "hug", "beg", "chop", "clap",
    "drop", "drag", "drip", "flip", "dig", "nod", "rip", "rub", "scrub", "shut", "skip", "slip",
    "snap", "spin", "split", "step", "stab", "strip", "tap", "tip", "trip", "trap", "wag", "wrap",
    "zip", "win", "chat", "bat", "pat", "pet", "plan", "plug", "pop", "rot", "set", "shop", "slap",
    "spit", "quit", "hum", "jog", "mop", "nap", "tug", "bob", "skid", "sob", "knit", "pin", "trim",
    "wet", "whip", "fan", "swap", "dip", "fit", "forget", "begin", "overrun", "stir", "let",
))
# fmt: on
_PARTICIPLES = {
    "tear": "torn",
    "break": "broken",
    "cut": "cut",
    "steal": "stolen",
    "catch": "caught",
    "take": "taken",
    "shut": "shut",
    "bind": "bound",
    "burn": "burnt",
    "throw": "thrown",
    "hang": "hung",
    "bury": "buried",
    "bite": "bitten",
    "tread": "trodden",
    "spill": "spilled",
    "lose": "lost",
    "fold": "folded",
    "spread": "spread",
    "hide": "hidden",
    "split": "split",
    "put": "put",
    "turn": "turned",
    "miss": "missed",
    "grab": "grabbed",
    "drop": "dropped",
    "pour": "poured",
    "let": "let",
    "hold": "held",
    "overturn": "overturned",
    "carry": "carried",
}  # fmt: skip
_ING_KEPT = frozenset(("be", "see", "flee", "free", "dye", "agree"))
_COPULAS = frozenset(("be", "become", "feel", "get", "look"))


def ing(phrase: str) -> str:
    """A verb phrase as something going on: "run away" -> "running away", "be chased" -> "being
    chased"."""
    first, _, rest = phrase.partition(" ")
    if first == "not" and rest:
        return f"not {ing(rest)}"
    return f"{_ing(first)} {rest}".strip()


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and verb not in _ING_KEPT:
        return verb[:-1] + "ing"
    return (verb + verb[-1] if verb in _DOUBLED else verb) + "ing"


def name_of(verb: Verb) -> str:
    """The noun by which a keyword names a predicate: 화내다 -> 분노, 쫓기다 -> 쫓김."""
    if verb.hit and verb.hit.entry.noun:
        return verb.hit.entry.noun
    return verb.noun or nominal_of(verb)


def nominal_of(verb: Verb) -> str:
    """The predicate with -음, or the noun that 하다 makes a verb."""
    if verb.noun:
        return verb.noun
    return nominal(verb.stem, irregular=verb.irregular) if verb.stem else ""


def is_named(verb: Verb) -> bool:
    """Whether the predicate's noun is a word of its own (분노, 웃음), not any verb with -음."""
    name = name_of(verb)
    return bool(verb.noun) or name in word_list("lexical nominals") or name != nominal_of(verb)


def verb_english(verb: Verb) -> str:
    """The predicate in English, romanised when unknown."""
    return verb.hit.entry.english if verb.hit else romanise(name_of(verb))


def is_going_on(verb: Verb) -> bool:
    """Whether the predicate's English is a verb that can take -ing, not an adjective."""
    if verb.hit is None or verb.hit.entry.english.split(" ")[0] in word_list("noun starts"):
        return False
    return verb.hit.entry.pos == "V" and verb.hit.entry.kind == "motion"


def doing_english(verb: Verb) -> str:
    """The predicate as something going on: running, being chased; states stay as they are."""
    return ing(verb_english(verb)) if is_going_on(verb) else verb_english(verb)


def modifier_english(verb: Verb) -> str:
    """The predicate before a noun: falling, broken (be broken), late (돌아가신), not moving."""
    text = verb_english(verb)
    first, _, rest = text.partition(" ")
    if text in ("die", "pass away") and verb.form in ("ᆫ", "은"):
        return "late"
    if first in _COPULAS and rest:
        text = rest
    elif is_going_on(verb):
        text = ing(text)
    return denied(text) if verb.negated else text


def denied(english: str) -> str:
    """The English with "not", unless it says no already."""
    says_no = not {"not", "unable", "no", "never"}.isdisjoint(english.split()[:2])
    return english if says_no else f"not {english}"


def once(english: str) -> str:
    """The English without words said twice."""
    return " ".join(dict.fromkeys(english.split()))


def past_english(verb: Verb) -> str:
    """What was done to a thing, before its noun: tear -> torn; regular verbs take -ed."""
    first, _, rest = verb_english(verb).partition(" ")
    if first in _COPULAS or not is_going_on(verb):
        return modifier_english(verb)
    past = _PARTICIPLES.get(first) or f"{(first + first[-1]) if first in _DOUBLED else first}ed"
    return f"{past.replace('eed', 'ed')} {rest}".strip()


def noun_english(noun: Noun) -> str:
    """A run of nouns in English: known words by the lexicon, the others romanised."""
    parts = list(noun.parts)
    relation = RELATIONS.get(parts[-1].form, "") if len(parts) > 1 else ""
    if relation:
        parts.pop()
    if len(parts) > 1 and parts[0].form in _SURNAMES and _is_person(parts[1]):
        parts.pop(0)
    words = [part.hit.entry.english if part.hit else _unknown(part, len(parts)) for part in parts]
    known = " ".join(filter(None, words)) or romanise(noun.text)
    return f"{relation} {known}".strip()


_FROM = frozenset(("fall", "drop", "jump", "come", "emerge", "tumble", "escape", "flee", "leap"))
"""What one does from a place (절벽에서 떨어지다), not in it."""


def doing_at(verb: Verb, noun: Noun) -> str:
    """A predicate with its place, its tool or who does it: sit in the sea, be chased by a tiger."""
    deed, text = verb_english(verb), place_english(noun)
    first = deed.partition(" ")[0]
    if first == "be" and noun.particle in ("에게", "한테"):
        text = f"by {text.removeprefix('to ')}"
    elif first in _FROM and noun.particle == "에서":
        text = f"from {text.removeprefix('in ')}"
    return f"{deed} {text}"


def place_english(noun: Noun) -> str:
    """A noun with what its particle says: in the sea, with a knife, to the house."""
    text = noun_english(noun)
    if noun.particle in ("로", "으로"):
        link = "to" if noun.head and noun.head.entry.kind == "setting" else "with"
    else:
        link = _PLACES.get(noun.particle, "")
    has_own = text.split(" ")[0] in ("on", "under", "in", "behind", "inside", "beside", "outside")
    return text if has_own or not link else f"{link} {text}"


def _is_person(part: Part) -> bool:
    return part.hit is not None and part.hit.entry.kind == "actor"


def _unknown(part: Part, total: int) -> str:
    if part.tag in ("SN", "NR", "NNB", "XPN") and total > 1:
        return ""
    return romanise(part.form)
