"""Who threatens, and who does no harm: beasts that sleep, are stroked, carried, tame."""

import re

from mongyudo.backends.director.grammar import SENTENCE_END
from mongyudo.backends.director.story import Event, Story
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.troupe import Troupe, is_creature

_TAME = re.compile(
    r"순해|순하|순한|순했|얌전|온순|유순|길들|다정|다소곳|애교"
    r"|꼬리를 ?(흔들|쳤|치며)|재롱|가르랑|그르릉"
    r"|귀여[워웠운]|귀엽|사랑스|예뻤|예뻐|예쁜|포근|따뜻|따스|나를 ?지켜|지켜 ?(주|줬)|품에"
)
"""Words about a beast of which nobody is afraid."""

_THREATS = frozenset({"chase", "attack", "bite", "sleep_paralysis", "fight", "catch"})


def is_threat(name: str, story: Story, troupe: Troupe) -> bool:
    """Whether `name`, beside the lead, is drawn as a threat."""
    event = troupe.event.concept if troupe.event else ""
    if is_creature(name, troupe) and (is_gentle(name, story) or _hunts(name, troupe)):
        return False
    if name == "double":
        return False  # one's own face is to be known
    if event in _THREATS:
        return troupe.emotion not in ("행복", "중립") and name not in words("kin")
    dark = troupe.emotion == "공포" and name in words("beasts")
    return dark and not _is_ones_own(name, story)


def is_dark(name: str, story: Story) -> bool:
    """검은 여자, 시커먼 사내: nothing is seen of them but a shape."""
    named = (m for m in story.of("actor") if m.concept == name)
    return any(_DARK.search(story.text[: m.start_char - story.start_char]) for m in named)


_DARK = re.compile("(?<![가-힣])(온통 )?(검은|까만|시커먼|시꺼먼|새까만|새카만) ?$")


def _is_ones_own(name: str, story: Story) -> bool:
    """남편, 형님: a man of one's own house is no dark stranger, whatever the dream feels like."""
    named = [m.element.lemma for m in story.of("actor") if m.concept == name]
    return bool(named) and all(lemma in words("men_of_the_house") for lemma in named)


def _hunts(name: str, troupe: Troupe) -> bool:
    """고양이가 거미를 잡아먹었다: a beast that goes at another threatens nobody else."""
    event = troupe.event
    return event is not None and event.doer == name and is_creature(event.target, troupe)


def is_gentle(name: str, story: Story) -> bool:
    """Whether `story` tells of the beast `name` what is told of none that threatens."""
    mild = any(_is_mild(event, name) for event in story.events if not event.unreal)
    harms = any(e.doer == name and e.concept in words("harms") for e in story.events)
    return (mild or _is_called_tame(name, story)) and not harms


def _is_mild(event: Event, name: str) -> bool:
    """Whether the beast is stroked or hugged in it, or sleeps, licks or laughs."""
    if event.doer == name:
        return event.concept in words("does_no_harm")
    return name in (event.target, *event.partners) and event.concept in words("done_fondly")


def _is_called_tame(name: str, story: Story) -> bool:
    """호랑이가 순해서: said in the sentence that names it."""
    for mention in (m for m in story.of("actor") if m.concept == name):
        behind = story.text[mention.start_char - story.start_char :]
        if _TAME.search(SENTENCE_END.split(behind, maxsplit=1)[0]):
            return True
    return False
