"""Plain English for film prompts: small inflections of the lexicon's words, and what is unknown."""

from mongyudo.reading.hangul import romanise
from mongyudo.reading.lexicon import Entry

_ING_KEPT = frozenset(("be", "see", "flee", "free", "dye", "knee", "agree"))
# fmt: off
_DOUBLED = frozenset((
    "run", "swim", "hit", "cut", "sit", "get", "put", "stop", "grab", "hug", "beg", "chop", "clap",
    "drop", "drag", "drip", "flip", "dig", "nod", "rip", "rub", "scrub", "shut", "skip", "slip",
    "snap", "spin", "split", "step", "stab", "strip", "tap", "tip", "trip", "trap", "wag", "wrap",
    "zip", "win", "chat", "bat", "pat", "pet", "plan", "plug", "pop", "rot", "set", "shop", "slap",
    "spit", "quit", "hum", "jog", "mop", "nap", "tug", "bob", "skid", "sob", "knit", "pin", "trim",
    "wet", "whip", "dip", "fit", "forget", "begin", "overrun", "stir", "let",
))
# fmt: on
_ADJECTIVE_AFTER = frozenset(("be", "become", "feel", "get", "look"))


def ing(phrase: str) -> str:
    """A verb phrase as something going on: "run away" -> "running away", "be chased" -> "being
    chased"."""
    first, _, rest = phrase.partition(" ")
    return f"{_ing(first)} {rest}".strip()


def before_noun(phrase: str, pos: str) -> str:
    """A verb or adjective as it stands before a noun: "be broken" -> "broken", "fall" ->
    "falling"."""
    first, _, rest = phrase.partition(" ")
    if pos == "A" or (first in _ADJECTIVE_AFTER and rest):
        return rest if first in _ADJECTIVE_AFTER and rest else phrase
    return ing(phrase)


def word(entry: Entry | None, korean: str) -> str:
    """The lexicon's English, or the Korean romanised."""
    return entry.english if entry else romanise(korean)


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and verb not in _ING_KEPT:
        return verb[:-1] + "ing"
    return (verb + verb[-1] if verb in _DOUBLED else verb) + "ing"
