"""Rules against a page: a view of the dream with its morphemes."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mongyudo.policy.rules import Book, Context, Element, Rule
from mongyudo.policy.units import Unit, units_of
from mongyudo.policy.views import View
from mongyudo.records import Analysis, Token

GAP_UNITS = 3
"""How many content words may stand between two words of a phrase."""

REACH_UNITS = 60
"""How far the words that a rule needs, or that lift it, may stand from it in a long sentence."""

_BARE = {"s": "st-x", "t": "t-", "o": "o-x"}
_LONGEST_NAME_CHARS = 4
_PLACES = frozenset({"위", "밑", "아래", "안", "속", "앞", "뒤", "옆", "사이", "끝"})
_COUNTERS = frozenset({"개", "이", "매"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that holds, and the stretch of the view that it met."""

    rule: Rule
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Page:
    """A view, its content words, and where its morphemes begin and end."""

    view: View
    units: tuple[Unit, ...]
    tokens: tuple[Token, ...]
    masks: tuple[tuple[int, int], ...]

    def begins(self, start: int) -> bool:
        """Whether a word or a morpheme begins there: 목매 in 내 목매, not in 골목매점."""
        if not "가" <= self.view.text[start - 1 : start] <= "힣":
            return True
        at = bisect_left(self.tokens, start, key=lambda token: token.start_char)
        return at < len(self.tokens) and self.tokens[at].start_char == start

    def is_noun(self, start: int, end: int) -> bool:
        """Whether whole morphemes make up the stretch, and none is a verb, particle or ending."""
        at = bisect_left(self.tokens, start, key=lambda token: token.start_char)
        if at == len(self.tokens) or self.tokens[at].start_char != start:
            return False
        inside = [t for t in self.tokens[at : at + end - start + 2] if t.start_char < end]
        if max(token.end_char for token in inside) != end:
            return False
        return not any(token.tag.startswith(("V", "J", "E")) for token in inside)

    def sentence(self, index: int) -> range:
        """Indices of the units of the unit's sentence, no further off than `REACH_UNITS`."""
        number = self.units[index].sentence
        first = last = index
        while first > max(0, index - REACH_UNITS) and self.units[first - 1].sentence == number:
            first -= 1
        end = min(len(self.units), index + REACH_UNITS)
        while last + 1 < end and self.units[last + 1].sentence == number:
            last += 1
        return range(first, last + 1)


def page(view: View, analysis: Analysis, policy: Book) -> Page:
    """The view prepared for matching."""
    masks = {
        match.span("only" if "only" in regex.groupindex else 0)
        for regex in policy.innocents
        for match in regex.finditer(view.text)
    }
    return Page(view, units_of(analysis), analysis.tokens, tuple(sorted(masks)))


def hits(prepared: Page, policy: Book) -> Iterator[Hit]:
    """Every rule that holds on the page, masked stretches left out."""
    index = _index(policy)
    for hit in _all_hits(prepared, policy, index):
        if not _masked(prepared.masks, hit):
            yield hit


def _masked(masks: tuple[tuple[int, int], ...], hit: Hit) -> bool:
    return any(start < hit.end_char and hit.start_char < end for start, end in masks)


def _all_hits(prepared: Page, policy: Book, index: "_Index") -> Iterator[Hit]:
    person = policy.classes["person"]
    for rule in index.letters:
        yield from _letters(prepared, rule, person)
    yield from _nouns(prepared, index, person)
    for at, unit in enumerate(prepared.units):
        for rule, anchor in index.anchored(unit):
            found = _phrase(prepared.units, rule, anchor, at, person)
            if (
                found
                and _deed_holds(prepared, rule, at, policy)
                and _in_context(prepared, rule, at, person)
            ):
                units = [prepared.units[i] for i in found]
                yield Hit(rule, min(u.start_char for u in units), max(u.end_char for u in units))


@dataclass(frozen=True, slots=True)
class _Index:
    """Rules by what they can start from."""

    letters: tuple[Rule, ...]
    nouns: re.Pattern[str]
    noun_rules: dict[str, tuple[Rule, ...]]
    by_lemma: dict[str, tuple[tuple[Rule, int], ...]]

    def anchored(self, unit: Unit) -> tuple[tuple[Rule, int], ...]:
        """Phrase rules whose rarest word may be this unit, with that word's place."""
        found = self.by_lemma.get(unit.lemma, ())
        return found + self.by_lemma.get(unit.derived, ()) if unit.derived else found


@cache
def _index(policy: Book) -> _Index:
    """The index of a policy, built once a policy."""
    nouns: dict[str, list[Rule]] = defaultdict(list)
    lemmas: dict[str, list[tuple[Rule, int]]] = defaultdict(list)
    for rule in policy.rules:
        for word in rule.words:
            nouns[word].append(rule)
        if rule.elements:
            anchor = _anchor(rule)
            for lemma in rule.elements[anchor].lemmas:
                lemmas[lemma].append((rule, anchor))
    alternatives = "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))
    return _Index(
        tuple(rule for rule in policy.rules if rule.regex),
        re.compile(f"(?=({alternatives or '(?!)'}))"),
        {word: tuple(found) for word, found in nouns.items()},
        {lemma: tuple(found) for lemma, found in lemmas.items()},
    )


def _anchor(rule: Rule) -> int:
    """The element to look for first: the one with the fewest words, without open endings."""
    sizes = [(bool(e.endings), len(e.lemmas), -i) for i, e in enumerate(rule.elements)]
    return sizes.index(min(sizes))


def _letters(prepared: Page, rule: Rule, person: Element) -> Iterator[Hit]:
    assert rule.regex is not None
    for match in rule.regex.finditer(prepared.view.text):
        start, end = match.span()
        if start < end and prepared.begins(start) and _in_context_at(prepared, rule, start, person):
            yield Hit(rule, start, end)


def _nouns(prepared: Page, index: _Index, person: Element) -> Iterator[Hit]:
    """Nouns that begin and end where morphemes do: 살해 in 살해당했다, not in 햇살 해변."""
    for match in index.nouns.finditer(prepared.view.text):
        word = match[1]
        start, end = match.start(), match.start() + len(word)
        if prepared.is_noun(start, end):
            for rule in index.noun_rules[word]:
                if _in_context_at(prepared, rule, start, person):
                    yield Hit(rule, start, end)


def is_of(element: Element, unit: Unit) -> bool:
    """Whether the unit, or the compound noun it is part of, is one of the element's words."""
    if unit.tag.startswith(("MM", "NR")) or (unit.tag == "NNB" and unit.lemma in _COUNTERS):
        return False
    if not element.lemmas.isdisjoint((unit.lemma, unit.compound, unit.derived)):
        return True
    if not (element.endings and unit.is_noun):
        return False
    whole = unit.compound or unit.lemma
    return whole not in element.barred and _ends(whole, element.endings)


@cache
def _ends(lemma: str, endings: tuple[str, ...]) -> bool:
    return any(lemma.endswith(ending) and lemma != ending for ending in endings)


def _fits(element: Element, unit: Unit, person: Element) -> bool:
    """Whether the unit is one of the words, in an accepted case; names count as persons."""
    known = is_of(element, unit) or (
        element.lemmas >= person.lemmas and _is_name(unit) and unit.lemma not in person.barred
    )
    if not known:
        return False
    return not element.cases or any(_in_case(unit, case) for case in element.cases)


def _in_case(unit: Unit, case: str) -> bool:
    """Whether the unit stands in a case, or may: a bare noun can be subject or object."""
    if case in "mO":
        return unit.modifies if case == "m" else unit.case == "o"
    if unit.case == "-" and unit.tag.startswith(("NP", "NNB")) and len(unit.lemma) == 1:
        return case not in "sto"
    return unit.case in _BARE.get(case, case)


def _is_name(unit: Unit) -> bool:
    return unit.tag == "NNP" and 2 <= len(unit.lemma) <= _LONGEST_NAME_CHARS


def _phrase(
    units: tuple[Unit, ...], rule: Rule, anchor: int, at: int, person: Element
) -> list[int] | None:
    """Indices of the units that make up the phrase around the anchor, or None."""
    if not _fits(rule.elements[anchor], units[at], person):
        return None
    found = [at]
    for step in range(anchor + 1, len(rule.elements)):
        place = _next(units, rule.elements[step], found[-1], 1, person, rule.elements[step])
        if place is None:
            return None
        found.append(place)
    for step in range(anchor - 1, -1, -1):
        place = _next(units, rule.elements[step], found[0], -1, person, rule.elements[step + 1])
        if place is None:
            return None
        found.insert(0, place)
    return None if units[found[-1]].negated else found


def _next(
    units: tuple[Unit, ...], wanted: Element, at: int, way: int, person: Element, later: Element
) -> int | None:
    """The nearest fitting unit on one side; `later` is the right-hand one of the two words."""
    reach = 1 if later.adjacent else REACH_UNITS if later.far else GAP_UNITS + 1
    place = at + way
    while 0 <= place < len(units) and abs(place - at) <= reach:
        if units[place].sentence != units[at].sentence:
            return None
        if (
            _fits(wanted, units[place], person)
            and not _outdone(units, wanted, place, at)
            and not _of_another(units, wanted, place, at)
        ):
            return place
        reach += units[place].tag == "MAG"
        place += way
    return None


def _outdone(units: tuple[Unit, ...], wanted: Element, place: int, at: int) -> bool:
    """Whether a noun without 을/를 cannot be the object: a marked one stands nearer to the verb,
    or, bare, it does not stand right before the verb, an adverb or means between them aside."""
    if "o" not in wanted.cases or units[place].case not in "-x":
        return False
    between = units[place + 1 : at]
    if any(unit.case == "o" for unit in between):
        return True
    return units[place].case == "-" and any(
        not (unit.case == "i" or unit.tag == "MAG" or unit.tag.startswith("V")) for unit in between
    )


def _of_another(units: tuple[Unit, ...], wanted: Element, place: int, at: int) -> bool:
    """Whether the word belongs to one between: a bare noun to a place (혀 위에서 터지다), a verb to
    것 (잘린 것이 목으로)."""
    between = units[place + 1 : at]
    if not between:
        return False
    if wanted.cases == "m":
        return between[0].tag == "NNB"
    bare = units[place].case == "-" and units[place].is_noun
    return bare and "s" in wanted.cases and between[0].lemma in _PLACES


def _deed_holds(prepared: Page, rule: Rule, at: int, policy: Book) -> bool:
    """A deed (죽이다) holds unless what it is done to is spared: an animal, a monster, a breath.

    Where nothing is named, an animal or monster in the sentence or the one before is meant,
    unless a person stands in the sentence too.
    """
    if rule.kind != "deed":
        return True
    spared, person = policy.classes["spared"], policy.classes["person"]
    parts = policy.classes.get("body", Element(frozenset()))
    target = _target(prepared, at, parts)
    if target is not None:
        return is_of(person, target) or not is_of(spared, target)
    return not _stands(prepared, Context(before=(spared,)), at, person)


def _target(prepared: Page, at: int, parts: Element) -> Unit | None:
    """What the verb is done to: its object before it, or the noun it describes. A part of the body
    is the object of the verb next to it only (다리를 물어서 밟아 죽였다)."""
    units, sentence = prepared.units, prepared.sentence(at)
    acted = False
    for place in range(at - 1, sentence.start - 1, -1):
        if units[place].case == "o" and not (acted and is_of(parts, units[place])):
            return units[place]
        acted = acted or units[place].tag.startswith("V")
    before = units[at - 1] if at > sentence.start else None
    if before is not None and before.is_noun and before.case == "-":
        return before
    after = units[at + 1] if units[at].modifies and at + 1 < sentence.stop else None
    return after if after is not None and after.is_noun and after.tag != "NNB" else None


def _in_context(prepared: Page, rule: Rule, at: int, person: Element) -> bool:
    """Whether the words that the rule needs stand about the unit, and none that lift it."""
    if rule.needs and not _stands(prepared, rule.needs, at, person):
        return False
    return not (rule.unless and _stands(prepared, rule.unless, at, person))


def _in_context_at(prepared: Page, rule: Rule, start: int, person: Element) -> bool:
    """The same for a stretch that begins at a character."""
    if not (rule.needs or rule.unless):
        return True
    if not prepared.units:
        return not rule.needs
    at = bisect_right(prepared.units, start, key=lambda unit: unit.start_char)
    return _in_context(prepared, rule, max(0, at - 1), person)


def _stands(prepared: Page, context: Context, at: int, person: Element) -> bool:
    units, sentence = prepared.units, prepared.sentence(at)
    wanted = (*context.here, *context.before)
    others = [units[i] for i in sentence if i != at and not units[i].negated]
    if any(_fits(element, unit, person) for unit in others for element in wanted):
        return True
    if not context.before:
        return False
    earlier = range(max(0, at - REACH_UNITS), sentence.start)
    return any(_fits(e, units[i], person) for i in earlier for e in context.before)
