"""What is heard: which sounds go with what is seen or told, by the table sounds.tsv."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

from mongyudo.records import Element, Heard, Segment

MOST_THROUGH = 3
"""More sounds that last are a mush."""

_SOURCE_OF_KIND = {
    "actor": "actor", "prop": "prop", "setting": "setting", "weather": "weather",
    "motion": "event", "state": "event", "feeling": "event",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: `moments` are shares of the scene, `every_s` a beat; with neither the
    sound lasts."""

    sound: str
    level: float
    moments: tuple[float, ...] = ()
    every_s: float = 0.0

    @property
    def lasts(self) -> bool:
        """Whether it sounds all the time."""
        return not self.moments and not self.every_s

    def heard(self, start_s: float, end_s: float, x: float = 0.5) -> tuple[Heard, ...]:
        """Its sounds in a scene from `start_s` to `end_s`."""
        if self.lasts:
            return (Heard(self.sound, start_s, end_s, self.level, x),)
        moments = [start_s + share * (end_s - start_s) for share in self.moments]
        if self.every_s:
            beats = int((end_s - start_s - 0.25) / self.every_s) + 1
            moments = [start_s + 0.1 + at * self.every_s for at in range(beats)]
        return tuple(Heard(self.sound, at_s, at_s, self.level, x) for at_s in moments)


@cache
def rules() -> dict[tuple[str, str], tuple[Rule, ...]]:
    """The rules by source and concept."""
    found: dict[tuple[str, str], tuple[Rule, ...]] = {}
    text = resources.files(__package__).joinpath("sounds.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        source, sound, when, level, names = line.split("\t")
        rule = _rule(sound, when, float(level))
        for name in names.split():
            found[source, name] = (*found.get((source, name), ()), rule)
    return found


def _rule(sound: str, when: str, level: float) -> Rule:
    if when == "through":
        return Rule(sound, level)
    if when.startswith("every "):
        return Rule(sound, level, every_s=float(when.removeprefix("every ")))
    return Rule(sound, level, tuple(float(share) for share in when.split("+")))


def rules_for(source: str, name: str) -> tuple[Rule, ...]:
    """What is heard of `name`, often nothing."""
    return rules().get((source, name), ())


def told_in(segment: Segment, duration_s: float) -> tuple[Heard, ...]:
    """What is heard of what a segment tells, where nobody says what its picture shows."""
    found = [
        heard
        for element in segment.elements
        if not element.negated
        for heard in _of_element(element, segment, duration_s)
    ]
    return settled(found)


def _of_element(element: Element, segment: Segment, duration_s: float) -> tuple[Heard, ...]:
    """A word is heard from where it stands in the text on; what lasts, all the time."""
    source = _SOURCE_OF_KIND.get(element.kind, "")
    share = (element.start_char - segment.start_char) / max(1, len(segment.text))
    start_s = 0.6 * share * duration_s
    return tuple(
        heard
        for rule in rules_for(source, element.concept or "")
        for heard in rule.heard(0.0 if rule.lasts else start_s, duration_s)
    )


def settled(found: list[Heard]) -> tuple[Heard, ...]:
    """The sounds in order of time: each lasting one once, the loudest of them, and at most
    MOST_THROUGH at a time; what goes on in the next scene goes on without a break."""
    lasting: list[Heard] = []
    for heard in sorted(_joined(found), key=lambda h: -h.level):
        beside = [h for h in lasting if h.at_s < heard.until_s and heard.at_s < h.until_s]
        if len(beside) < MOST_THROUGH and heard.sound not in {h.sound for h in beside}:
            lasting.append(heard)
    short = [heard for heard in found if heard.at_s == heard.until_s]
    every = {*lasting, *short}
    return tuple(sorted(every, key=lambda h: (h.at_s, h.sound, h.x, h.until_s, -h.level)))


def _joined(found: list[Heard]) -> list[Heard]:
    made: list[Heard] = []
    for heard in sorted((h for h in found if h.until_s > h.at_s), key=lambda h: h.at_s):
        last = next((h for h in made if h.sound == heard.sound and h.until_s >= heard.at_s), None)
        if last is None:
            made.append(heard)
            continue
        made.remove(last)
        until_s, level = max(last.until_s, heard.until_s), max(last.level, heard.level)
        made.append(Heard(last.sound, last.at_s, until_s, level, last.x))
    return made
