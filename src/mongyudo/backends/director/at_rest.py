"""Those who are there since an earlier picture: who of them is cast, and how they lie, sit or float
where nothing else is told of them."""

import re

from mongyudo.backends.director.grammar import SENTENCE_END
from mongyudo.backends.director.presence import rests
from mongyudo.backends.director.story import SELF, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.troupe import Troupe, is_creature, is_what_i_became

NOBODY_BESIDE = frozenset({"chase", "attack", "bite", "fall", "hide", "transform", "grow", "rise"})
"""Events in which a bystander must not be taken for the other one."""

SITTING = "seated_"
"""How the names of those motions begin that the ink has for who sits on the ground."""


def still_cast(story: Story, cast: list[str], troupe: Troupe) -> list[str]:
    """Those of before who are not in the `cast`, where the event leaves room for anybody."""
    lacks = troupe.event.lacks if troupe.event else ""
    wakes = troupe.event is not None and troupe.event.concept == "wake"  # they were dreamt
    if lacks or wakes or troupe.vignette.blocking in words("unbroken") | words("nobody_beside"):
        return []
    known = troupe.known
    there = {(known.actor(name) or (name,))[0] for name in cast}
    away = {SELF, troupe.carried} | _left_behind(story, troupe)
    names = (w.concept for w in troupe.still if w.concept not in away)
    return [
        name
        for name in names
        if (known.actor(name) or (name,))[0] not in there
        and name != story.became
        and not is_what_i_became(name, troupe)
    ]


_TOGETHER = re.compile("같이|함께|둘이|우리|다들|모두|데리고|태우|태워")


def _left_behind(story: Story, troupe: Troupe) -> set[str]:
    """주인이 웃었다. 후배랑 소방차를 탔다: who was last spoken of before it is not aboard."""
    rides = words("vehicles") | words("seated")
    told = [*story.met_before, *story.mentions]
    got_in = next((m.start_char for m in told if m.concept in rides), -1)
    if troupe.setting not in words("seated") or got_in < 0:
        return set()
    whole, begins = story.ahead + story.text, story.start_char - len(story.ahead)
    sentence = SENTENCE_END.split(whole[: got_in - begins])[-1]
    since = whole[got_in - begins - len(sentence) :]
    if _TOGETHER.search(since):
        return set()
    aboard = {m.concept for m in told if m.start_char >= got_in - len(sentence)}
    return {each.concept for each in troupe.still} - aboard


def still_beside(still: list[str], troupe: Troupe) -> str:
    """Who of before is the other one, where the event is staged with one beside the lead."""
    event, blocking = troupe.event, troupe.vignette.blocking
    alone = event is not None and (event.concept in NOBODY_BESIDE or bool(event.hero_thing))
    return "" if alone or blocking not in words("takes_one_beside") else next(iter(still), "")


def at_rest(name: str, story: Story, troupe: Troupe) -> tuple[str, ...]:
    """소가 옆에 누웠다: an animal beside the event lies where that is told, and stands else."""
    own = [e.concept for e in story.events if e.doer == name and not e.unreal]
    lies = is_creature(name, troupe) and own and set(own) <= {"lie_down", "sleep"}
    since = resting(name, troupe)
    if since and set(own) <= words("done_at_rest"):
        return since
    return ("lie", "sleep") if lies else ("stand",)


def resting(name: str, troupe: Troupe) -> tuple[str, ...]:
    """How `name` has lain, sat or floated since an earlier picture; nothing for who stands."""
    how = next((each.rests for each in troupe.still if each.concept == name), "")
    event = troupe.event
    if event is not None and event.doer == name and event.concept not in words("done_resting"):
        return ()
    if how == "aloft" and is_creature(name, troupe):
        return ()
    return _RESTING.get(how, ())


def done_sitting(
    name: str, motions: tuple[str, ...], story: Story, troupe: Troupe
) -> tuple[str, ...]:
    """앉아서 낚시를 했다: who has sat down does it sitting."""
    event = troupe.event
    if event is None or event.doer != name or event.host or is_creature(name, troupe):
        return motions
    told = story.ahead + story.text
    first = story.start_char - len(story.ahead)
    ends = [found.end() for found in SENTENCE_END.finditer(told[: event.start_char - first])]
    since = first + (ends[-2] if len(ends) > 1 else 0)
    before = (e for e in (*story.past, *story.events) if since <= e.start_char < event.start_char)
    sits = rests(name, tuple(before)) == "sit"
    return (*(SITTING + motion for motion in motions[:1]), *motions) if sits else motions


def may_rest(motions: tuple[str, ...], troupe: Troupe) -> bool:
    """Whether who has a part in the event does no more than stand there: one who sleeps is
    shaken."""
    return motions[:1] in (("stand",), ("run",)) and troupe.vignette.blocking != "embrace"


_RESTING = {
    "lie": ("lie", "sleep"), "sleep": ("sleep", "lie"), "sit": ("sit",), "aloft": ("levitate",),
}  # fmt: skip
