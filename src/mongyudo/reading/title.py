"""A short title for a dream: the one thing by which it will be remembered."""

from mongyudo.reading.lexicon import Lexicon, load_lexicon
from mongyudo.reading.words import word_list
from mongyudo.records import Element, Reading

LONGEST_TITLE_CHARS = 7
UNTITLED = "어젯밤"
_BY_KIND = {"actor": 0, "prop": 1, "weather": 2, "motion": 3, "setting": 4}


def suggest_title(reading: Reading) -> str:
    """At most LONGEST_TITLE_CHARS characters: what the dream's category is about, else what acts.

    UNTITLED when nothing short and telling was found.
    """
    lexicon = load_lexicon()
    elements = [e for segment in reading.segments for e in segment.elements if not e.negated]
    named = [(element, _name(element, lexicon)) for element in elements]
    telling = [(element, name) for element, name in named if _may_title(element, name)]
    if not telling:
        return UNTITLED
    words = [name for _, name in named]
    return min(telling, key=lambda each: _rank(each[0], each[1], reading, lexicon, words))[1]


def _may_title(element: Element, name: str) -> bool:
    fits = 0 < len(name) <= LONGEST_TITLE_CHARS and name not in word_list("no title")
    return fits and element.kind in _BY_KIND and element.concept is not None


def _name(element: Element, lexicon: Lexicon) -> str:
    """The noun by which a verb is named, a noun itself."""
    verbs = lexicon.lookup(element.lemma, "V") if element.lemma.endswith("다") else ()
    meant = [entry for entry in verbs if entry.concept == element.concept]
    return next((entry.noun for entry in meant if entry.noun), "") if verbs else element.lemma


def _rank(
    element: Element, name: str, reading: Reading, lexicon: Lexicon, words: list[str]
) -> tuple[bool, int, int, int]:
    """Of the dream's own category first, then by how often named, by kind, by place."""
    senses = (*lexicon.lookup(element.lemma, "N"), *lexicon.lookup(element.lemma, "V"))
    own = any(entry.category == reading.category.label for entry in senses)
    return (not own, -words.count(name), _BY_KIND[element.kind], element.start_char)
