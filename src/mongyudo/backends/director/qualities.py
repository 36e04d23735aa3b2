"""Of what kind something is or becomes: thick, hard, soft, hot, cold, of another colour."""

import re
from dataclasses import replace

from mongyudo.backends.director.colours import turned_dye
from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.meanings import as_meant
from mongyudo.backends.director.relations import subject_of
from mongyudo.backends.director.story import Event, Mention
from mongyudo.backends.director.tables import qualities, words
from mongyudo.records import Element

_SUFFIXES = ("해지다", "거리다", "대다")
_MARKED = re.compile(r"(들)?(이|가|은|는|도|만|마다)[ ,]")
_NEAR = 30
"""So many characters at most lie between what is so and that it is."""
_COLOUR = re.compile(r"(색|색깔|빛깔)(이|가|으로|로) ?(\S{1,4} )?$")
_TURNS = frozenset(("되다", "변하다", "바뀌다", "달라지다"))


def as_quality(text: Text, word: Element) -> Element:
    """`word` as the event that shows how something is: 물이 걸쭉해졌다, 밥이 딱딱했다."""
    if word.lemma in _TURNS and _COLOUR.search(text.before(word, 12)):
        return replace(word, kind="motion", concept="recolour")
    quality = _quality(word.lemma.replace(" ", ""))
    if not quality or word.negated:
        return word
    noun = _told_of(text, word)
    if noun is None or not _may_be(quality, noun):
        return word
    return replace(word, kind="motion", concept=quality)


def _quality(lemma: str) -> str:
    own = qualities().get(lemma, "")
    stems = (lemma.removesuffix(end) for end in _SUFFIXES if lemma.endswith(end))
    return own or next((qualities().get(f"{stem}하다", "") for stem in stems), "")


def _whose_colour(text: Text, mentions: tuple[Mention, ...], event: Event) -> Mention | None:
    """꽃의 색이, 꽃 색깔이 바뀌었다."""
    last = mentions[-1] if mentions else None
    last = mentions[-2] if last and len(mentions) > 1 and not last.concept else last
    if last is None or text.ends_between(last.element.end_char, event.start_char):
        return None
    return last if _OF_COLOUR.match(text.behind(last.element, 6)) else None


_OF_COLOUR = re.compile("(들)?(의)? ?(색|색깔|빛깔)")


def _told_of(text: Text, word: Element) -> Element | None:
    """The noun of which `word` is told, past what it is likened to."""
    before = [e for e in text.segment.elements if e.end_char <= word.start_char]
    for element in reversed(before):
        far = word.start_char - element.end_char > _NEAR
        if far or element.kind == "motion" or text.ends_between(element.end_char, word.start_char):
            return None
        marked = _MARKED.match(text.behind(element, 4))
        if marked and element.kind in ("prop", "setting", "actor") and not text.is_simile(element):
            return as_meant(text, element)
    return None


def _may_be(quality: str, noun: Element) -> bool:
    """Whether it is seen on what `noun` names: water thickens, bread hardens, no body does."""
    concept = noun.concept or ""
    wet = concept in words("waters") | words("liquids") | words("water_settings")
    if quality == "thicken":
        return wet or noun.lemma in words("treads_or_touches")
    if quality in ("heat", "chill"):
        return (wet or noun.kind == "prop") and concept not in words("body")
    return noun.kind == "prop" and not wet and concept not in words("body") | {"floor", "wall"}


def with_quality(text: Text, mentions: tuple[Mention, ...], event: Event) -> Event | None:
    """`event` with the thing that turns to another colour: 손이 파래졌다; None where nothing does.

    `mentions` stand before its verb.
    """
    if event.concept not in ("transform", "recolour") or event.element.kind != "motion":
        return event
    subject = subject_of(text, mentions, event) or _whose_colour(text, mentions, event)
    dye = turned_dye(subject.element, text) if subject else None
    bare = event.concept == "recolour"
    if subject is not None and subject.concept in words("animal_body"):
        return None if bare else event  # a coat that turns green is the beast's
    if subject is None or subject.element.kind != "prop" or not (bare or dye):
        return None if bare else event
    return replace(
        event, concept="recolour", doer="", target="", partners=(), things=(subject.concept,),
        hero_thing=subject.concept, dye=dye,
    )  # fmt: skip
