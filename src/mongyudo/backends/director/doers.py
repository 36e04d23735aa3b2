"""Who does it where the text leaves that out and the one before does not: what answers a deed of
the dreamer (밟았더니 터졌다), what only hands do (햄스터 집에서 꺼내 보니), what is only said; and
who does it together with whom they ride."""

import re
from collections.abc import Mapping
from dataclasses import replace

from mongyudo.backends.director.clause import Clause
from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.story import SELF, Event
from mongyudo.backends.director.tables import words

_ANSWERED = re.compile("[았었였했랐렀렸쳤졌켰겼꼈줬췄갔왔봤쐈놨뒀혔폈셨뺐썼샀찼탔껐컸잤][더드]니 ")
"""밟았더니: another does what follows, or it befalls what the deed was done to."""
_ALL_AT_ONCE = re.compile(
    "(한꺼번에|우수수|후두둑|줄줄이|떼로|하나둘|하나씩|한 마리씩|일제히|우르르) ?$"
)
_SAYS = re.compile(r"\S{0,5}?[는단란간진린한난든른둔온준친킨딘쓴]?다(며|면서|고|는 ?말)")


def put_right(clause: Clause, event: Event, before: Event | None) -> Event:
    """`event` with who does it, where that is left out and nobody else can have been meant."""
    if clause.self_char >= 0 or event.hero_thing or event.passive:
        return event
    event = _said(clause, _who_says(clause, event, before))
    named = {m.concept for m in clause.actors if m.case in ("subject", "too")}
    if event.doer in named:
        return event
    event = _gone(clause, _answering(clause, event, before))
    return _by_hand(event, before)


def _gone(clause: Clause, event: Event) -> Event:
    """불을 켜니 사라지고: whoever was told of is gone, and not the one who sees it."""
    if event.concept != "vanish" or event.doer != SELF or event.things:
        return event
    return replace(event, doer=clause.spoken_of or clause.text.spoken_before or SELF)


def _said(clause: Clause, event: Event) -> Event:
    """잘 떨어진다며 웃었다: that is said of anybody, and the dreamer falls from nowhere."""
    verb = event.element
    said = clause.text.between(verb.start_char, verb.end_char + 4)
    says = _SAYS.match(said)
    only_said = says is not None and (event.doer == SELF or says[1] in ("며", "면서"))
    return replace(event, unreal=True) if only_said else event


def _who_says(clause: Clause, event: Event, before: Event | None) -> Event:
    """친구가 잘 떨어진다며 웃었다: who says it laughs."""
    if before is None or event.doer != SELF or not before.unreal:
        return event
    verb = before.element
    says = _SAYS.match(clause.text.between(verb.start_char, verb.end_char + 4))
    speaks = says is not None and says[1] in ("며", "면서") and before.doer != ""
    return replace(event, doer=before.doer) if speaks else event


def _answering(clause: Clause, event: Event, before: Event | None) -> Event:
    """고양이를 불렀더니 말을 했다: the cat speaks; 밟았더니 터졌다: it is what was trodden on."""
    if before is None or before.doer != SELF or event.doer != SELF or event.target:
        return event
    verb = before.element
    follows = clause.text.between(verb.end_char - 1, event.start_char)
    if not _ANSWERED.match(follows) and not _ANSWERED.match(follows[1:]):
        return event
    if event.concept in words("felt") | words("by_hand") or event.element.kind != "motion":
        return event
    who = before.target if before.target != SELF else ""
    if not who and _ALL_AT_ONCE.search(clause.before):
        who = clause.spoken_of
    return replace(event, doer=who) if who in words("animals") else event


def _by_hand(event: Event, before: Event | None) -> Event:
    """햄스터가 커져서 꺼냈다: what only hands do, no animal and no thing without a name does."""
    hands = event.concept in words("by_hand") - {"drop"} and (
        not event.things or event.concept not in words("by_muzzle") | words("by_rearing")
    )
    goes_on = before is not None and before.doer == event.doer
    if not (hands and goes_on) or event.doer not in words("animals"):
        return event
    return replace(event, doer=SELF, target=event.target or event.doer)


_ON_THE_WAY = frozenset(("fly", "run", "walk", "swim", "climb", "jump", "float"))
"""What a mount does with its rider on its back."""


def riding_on(events: list[Event]) -> list[Event]:
    """말을 타고 가는데 말이 날아올랐다: who rides goes where the mount goes, until they get off."""
    mount, told = "", []
    for number, event in enumerate(events):
        if event.concept == "ride" and event.doer == SELF and not event.unreal:
            mount = _mount(event, events[number + 1 :])
        elif event.doer == SELF and (event.concept == "fall" or _gets_off(event)):
            mount = ""
        goes = mount and event.doer == mount and event.concept in _ON_THE_WAY and not event.unreal
        told.append(replace(event, doer=SELF, target=mount, mounted=True) if goes else event)
    return told


def _gets_off(event: Event) -> bool:
    return event.element.lemma.startswith(("내리", "뛰어내리"))


def _mount(ride: Event, then: list[Event]) -> str:
    """On which animal the dreamer rides; whoever goes next where only a back is told of."""
    beasts = words("animals") | words("mounts_of_tales")
    named = [name for name in (ride.target, *ride.partners) if name in beasts]
    if named:
        return named[0]
    next_doer = next((e.doer for e in then[:2] if e.doer in beasts), "")
    return next_doer if "back" in ride.things else ""


_UNTIL = re.compile(
    r"\S{1,6}?(다가?|다가 (그만|놀라)|[어아]서?|[라려]서?|던지) ?((잠|꿈)에서 |잠이 |꿈이 |눈을 )?"
)
"""울다 (잠에서) 깼다, 서럽던지 울다: between what one did or felt and the waking."""


def till_one_woke(text: Text, events: list[Event], clauses: Mapping[int, Clause]) -> list[Event]:
    """형님이 왔다. 어찌나 서럽던지 울다 깼네: who wakes is the one who dreams, and wept."""
    told = list(events)
    for n in range(len(told) - 1, 0, -1):
        first, last = told[n - 1], told[n]
        mine = last.doer == SELF and (last.concept == "wake" or last is not events[n])
        clause = clauses.get(first.start_char)
        if not mine or clause is None or first.hero_thing or first.unreal:
            continue
        felt = first.element.kind == "feeling" or first.concept in words("seen_of_others")
        named = any(m.case in ("subject", "too") for m in clause.actors)
        if felt and not named and _UNTIL.fullmatch(text.between(first.start_char, last.start_char)):
            told[n - 1] = replace(first, doer=SELF, target="")
    return told
