"""Who was there a sentence before and is there still: the boars that one throws food to, the friend
who was at one's side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from mongyudo.backends.director.beats import AWAKE
from mongyudo.backends.director.grammar import SENTENCE_END
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import SELF, SOMEBODY, Event, Mention, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.understood import alive_among

_MOST = 2
"""No more are there still than these, who were told of last."""

_SENTENCES = 2
"""Who was not told of within so many sentences may have gone."""

_ALONE = re.compile(r"(?<![가-힣])(나|저|나만|저만)? ?(혼자(서|만)?|홀로|외톨이)(?![가-힣])|아무도")
"""혼자 남았다: nobody else is."""

_WOKEN = re.compile(
    AWAKE.pattern + r"|(?<![을를] )(?<![가-힣])깨(고|서|니까?|자마자|자) "
    r"|(그래서|그 ?바람에|덕분에) (오늘 )?아침(밥|에|부터) "
)
"""깨고 관물대를 붙잡았다, 그래서 아침밥 먹을 때: behind this nobody of the dream is there."""

_RESTS = {
    "lie_down": "lie", "sleep": "sleep", "sit": "sit", "drape": "lie",
    "rise": "aloft", "float": "aloft", "fly": "aloft",
}  # fmt: skip
"""How one is to be seen after it, as long as nothing else is done than may be done so."""


@dataclass(frozen=True, slots=True)
class Still:
    """Somebody who is there still; `rests`: how they were told to lie, to sit or to
    float, "" for who stands."""

    concept: str
    rests: str = ""


def still_there(story: Story, known: Repertoire) -> tuple[Still, ...]:
    """Those who were there just before `story`, and of whom nobody tells that they are gone; the
    dreamer, too."""
    if not story.past or _is_alone(story):
        return ()
    begins = max(_last_waking(story), _last_place(story, known), _went_away(story))
    there: dict[str, None] = {}
    for event in reversed(story.past):
        if event.start_char < begins or _is_long_ago(event, story):
            break
        for who in _present_in(event):
            there.setdefault(who)
    left = {who for who in there if _has_gone(who, story)} | _only_spoken_of(story)
    found = [w for w in there if w not in left and (w == SELF or known.plays(w))]
    others = [w for w in found if w != SELF][:_MOST]
    return tuple(Still(w, rests(w, story.past)) for w in found if w == SELF or w in others)


def still_alive(story: Story, known: Repertoire) -> str:
    """The thing that came to life before `story` and is there still; "" for none."""
    begins = max(_last_waking(story), _last_place(story, known), _went_away(story))
    near = [e for e in story.past if e.start_char >= begins and not _is_long_ago(e, story)]
    return "" if _is_alone(story) else alive_among(near)


def _is_alone(story: Story) -> bool:
    """혼자 남았다, 꿈에서 깼다: nobody of before is there."""
    wakes = any(e.concept == "wake" and e.doer == SELF for e in story.events)
    woken = _WOKEN.search(story.text)
    awake = woken is not None and (wakes or woken.group().startswith(("그", "덕")))
    return awake or _ALONE.search(story.text) is not None


def _only_spoken_of(story: Story) -> set[str]:
    """아이 운동화를 안았다: whose it is was never there."""
    people = [m for m in story.met_before if m.element.kind == "actor"]
    there = {m.concept for m in people if m.case not in ("absent", "owner")}
    return {m.concept for m in people} - there


def rests(who: str, past: tuple[Event, ...]) -> str:
    """How `who` was last told to lie or to sit and is still; "" where they have got up."""
    awake = False
    for event in reversed(past):
        if event.doer != who or event.unreal:
            continue
        awake |= event.concept == "wake"
        if event.concept in _RESTS:
            how = _RESTS[event.concept]
            return "lie" if awake and how == "sleep" else how
        if event.concept not in words("done_at_rest"):
            return ""
    return ""


def _present_in(event: Event) -> Iterator[str]:
    """Who is seen in `event`, the doer last, so that they count as told of first."""
    if event.unreal or event.lacks or event.concept in words("of_the_absent"):
        return
    if set(event.things) & words("shows_the_absent"):
        yield from (event.doer,) * (event.doer == SELF)
        return
    for who in (event.doer, event.target, *event.partners):
        if who not in ("", SOMEBODY) and who not in words("nobody_in_particular"):
            yield who


def _is_long_ago(event: Event, story: Story) -> bool:
    since = story.ahead[event.start_char - story.start_char :] if story.ahead else ""
    return sum(bool(part.strip()) for part in SENTENCE_END.split(since)) > _SENTENCES


def _last_waking(story: Story) -> int:
    ends = [found.end() for found in _WOKEN.finditer(story.ahead)]
    return ends[-1] if ends else -1


def _last_place(story: Story, known: Repertoire) -> int:
    """Where the sentence begins that goes on to another place; -1 where all plays in one."""
    places = [m for m in (*story.met_before, *story.of("setting")) if _is_place(m, known)]
    changes = [
        later.start_char
        for first, later in pairwise(places)
        if known.setting(first.concept) != known.setting(later.concept)
    ]
    if not changes:
        return -1
    told = (story.ahead + story.text)[: changes[-1]]
    return max((found.end() for found in SENTENCE_END.finditer(told)), default=0)


def _is_place(mention: Mention, known: Repertoire) -> bool:
    there = mention.element.kind == "setting" and mention.case not in ("absent", "owner")
    return there and known.setting(mention.concept) is not None


def _went_away(story: Story) -> int:
    """Where the dreamer leaves the others behind; -1 for nowhere."""
    alone = (e for e in story.past if e.doer == SELF and not e.unreal and not e.partners)
    return max((e.start_char for e in alone if _leaves(e, "leaves_others")), default=-1)


def _leaves(event: Event, lemmas: str) -> bool:
    lemma = event.element.lemma.replace(" ", "")
    return lemma in words(lemmas) or event.concept in words("ends_it")


def _has_gone(who: str, story: Story) -> bool:
    """Whether the last that is told of `who` is that they left, or nobody sees them."""
    told = [e for e in story.past if who in (e.doer, e.target) and not e.unreal]
    if who == SELF or not told:
        return False
    last = told[-1]
    goes = last.doer == who and _leaves(last, "leaves")
    return goes or (last.concept == "part" and last.target == who)  # 뒷모습이 작아졌다
