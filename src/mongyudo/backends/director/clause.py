"""A verb with the people and the things that the text names before it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mongyudo.backends.director.grammar import Case, Text
from mongyudo.backends.director.story import Mention
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.vignettes import is_event


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with the people and the things before it, back to the verb before.

    `spoken_of` is who was named last before the verb, in whatever clause, `shown_of` which thing.
    `described` is the thing that the verb describes (썩은 고기). `self_char` is where the dreamer
    is named as subject, `done_char` where a verb without a picture stands between; -1 for nowhere.
    """

    text: Text
    verb: Mention
    actors: tuple[Mention, ...]
    things: tuple[Mention, ...]
    unknowns: tuple[Mention, ...]
    start_char: int
    self_char: int
    done_char: int = -1
    spoken_of: str = ""
    shown_of: str = ""
    described: Mention | None = None

    @property
    def last_subject(self) -> Mention | None:
        """Whoever or whatever is marked as subject nearest to the verb."""
        subjects = [m for m in (*self.things, *self.actors) if m.case == "subject"]
        return max(subjects, key=start_of, default=None)

    @property
    def before(self) -> str:
        """What the clause says before its verb."""
        return self.text.between(self.start_char, self.verb.start_char)

    @property
    def is_of_own_body(self) -> bool:
        """몸이 굳다: what the body does, the dreamer does."""
        last = self.last_subject
        return last is not None and last.element.kind == "prop" and last.concept in words("body")

    @property
    def is_aimed_at_self(self) -> bool:
        """나를, 내 팔을: it is done to the dreamer."""
        start, end = self.start_char, self.verb.start_char
        return self.text.aims_at_self(start, end) or self.text.aims_at_own_body(start, end)

    @property
    def object_is_a_thing(self) -> bool:
        """책을 물고, 무를 안고: done to a thing, also to one that the lexicon does not know."""
        if any(m.case == "object" for m in self.actors):
            return False
        things = [m for m in self.things if m.case == "object"]
        if things:
            return things[-1].concept not in words("body")
        return not self.actors and self.text.has_unknown_object(self.verb.element)

    @property
    def sets_off(self) -> str:
        """연을 날렸다: what goes up for itself when somebody makes it; "" for other verbs."""
        if self.verb.element.lemma not in words("setting_off"):
            return ""
        objects = (m for m in (*self.actors, *self.things) if m.case in ("object", "bare"))
        return next((m.concept for m in objects), "")

    def first(self, *cases: Case) -> str:
        """The first of the people in one of `cases`."""
        return next((m.concept for m in self.actors if m.case in cases), "")


def clause_of(text: Text, mentions: tuple[Mention, ...], index: int) -> Clause:
    """The clause whose verb is `mentions[index]`."""
    verb = mentions[index]
    first = index
    while first > 0 and not _parts(text, mentions[first - 1], mentions[first]):
        first -= 1
    start = text.segment.start_char
    if first > 0:
        start = text.sentence_start(mentions[first - 1].element.end_char, verb.start_char)
    words_before = [m for m in mentions[first:index] if not is_event(m.element)]
    words_before += _as_told_of(text, words_before, described(text, mentions, index), verb, start)
    return Clause(
        text=text,
        verb=verb,
        actors=tuple(m for m in words_before if m.element.kind == "actor" and m.concept),
        things=tuple(
            m for m in words_before if m.element.kind not in ("actor", "motion") and m.concept
        ),
        unknowns=tuple(m for m in words_before if m.case == "subject" and not m.concept),
        start_char=start,
        self_char=text.self_subject(start, verb.start_char),
        described=_described_thing(text, mentions, index),
        spoken_of=_spoken_of(mentions[:index]),
        shown_of=_shown_of(mentions[:index]),
        done_char=max((m.start_char for m in words_before if _is_other_verb(m)), default=-1),
    )


def _spoken_of(before: tuple[Mention, ...]) -> str:
    people = [m for m in before if m.element.kind == "actor" and m.concept]
    there = [m for m in people if m.case not in ("absent", "before", "owner")]
    if len(there) > 1 and there[-1].case == "with" and there[-2].case == "subject":
        return there[-2].concept  # 삼촌이 엄마랑 밥을 먹었다
    return there[-1].concept if there else ""


def _shown_of(before: tuple[Mention, ...]) -> str:
    things = (m for m in reversed(before) if m.element.kind == "prop" and m.concept)
    fixed = words("body") - {"hair", "fingernail"}
    return next((m.concept for m in things if m.concept not in fixed), "")


def _is_other_verb(mention: Mention) -> bool:
    """A verb without a picture ends what its subject does: 불이 꺼지고 떨어졌다."""
    return mention.element.kind == "motion" and not mention.concept


def described(text: Text, mentions: tuple[Mention, ...], index: int) -> list[Mention]:
    """The noun that the verb describes, as in 쫓아오는 호랑이: it is the doer, too."""
    if index + 1 >= len(mentions):
        return []
    verb, noun = mentions[index].element, mentions[index + 1]
    if noun.element.kind != "actor" or not noun.concept or not text.describes(verb, noun.element):
        return []
    return [Mention(noun.element, "subject", noun.keyed, noun.count)]


def _as_told_of(
    text: Text, before: list[Mention], noun: list[Mention], verb: Mention, start: int
) -> list[Mention]:
    """The `noun` that the verb describes: 내가 안고 있던 아기, 기다리던 친구 do nothing, it is done
    to them."""
    subjects = any(m.case == "subject" and m.element.kind == "actor" for m in before)
    objects = any(m.case == "object" for m in before)
    mine = text.self_subject(start, verb.start_char) >= 0
    lemma = verb.element.lemma.replace(" ", "")
    theirs = lemma in words("of_whom") | words("to_whom") and (subjects or mine)
    theirs |= lemma in words("of_whom") and not objects
    return [replace(m, case="object") for m in noun] if theirs else noun


def _described_thing(text: Text, mentions: tuple[Mention, ...], index: int) -> Mention | None:
    """썩은 고기: the thing right behind the verb to which it happens."""
    if index + 1 >= len(mentions):
        return None
    verb, noun = mentions[index].element, mentions[index + 1]
    is_thing = noun.element.kind == "prop" and noun.concept not in words("body")
    is_thing |= mentions[index].concept == "collapse" and noun.concept in words("whole_houses")
    is_thing |= noun.element.kind == "light" and noun.concept in words("within_reach")
    is_heard = mentions[index].concept == "walk" and noun.concept in words("event_nouns") | {"sing"}
    return noun if (is_thing or is_heard) and text.describes(verb, noun.element) else None


def _parts(text: Text, before: Mention, after: Mention) -> bool:
    """Whether a clause ends between two neighbours: after a verb, or with the sentence."""
    if is_event(before.element) and before.element.kind != "prop":
        return True
    return text.ends_between(before.element.end_char, after.start_char)


def concepts_of(mentions: Iterable[Mention]) -> set[str]:
    """What would be drawn for `mentions`."""
    return {mention.concept for mention in mentions}


def start_of(mention: Mention) -> int:
    """Where `mention` stands in the dream."""
    return mention.start_char
