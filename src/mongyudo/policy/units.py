"""A sentence as the rules see it: content words with their case, without particles and endings."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mongyudo.records import Analysis, Token

_CONTENT = ("N", "V", "XR", "MM", "MAG", "SL", "SN", "XSV", "XSA", "XPN", "IC")
_CASES = {
    "s": ("이", "가", "께서", "에서"),
    "t": ("은", "는", "ᆫ"),
    "o": ("을", "를", "ᆯ"),
    "d": ("에게", "한테", "께", "더러", "에게서", "한테서", "보고", "테"),
    "l": ("에", "에서", "에다", "에다가", "에로"),
    "i": ("로", "으로", "로써", "으로써", "갖고"),
    "w": ("와", "과", "랑", "이랑", "하고", "같이"),
    "g": ("의",),
    "y": ("처럼", "만큼", "보다", "마냥"),
}
_CASE_OF = {form: case for case, forms in _CASES.items() for form in forms}
_NEGATING = ("않다", "못하다")
_NOT = ("안", "못", "않")
_NOT_AFTER_JI = (*_NOT, "말")


@dataclass(frozen=True, slots=True)
class Unit:
    """A content word.

    `case`: s subject, t topic, o object, d to someone, l place, i by means of, w with, g of,
    y like, x another particle, - none. `negated`: 안, 못, -지 않다. `modifies`: the verb stands
    before the noun it describes (-는, -은, -을). `compound`: the whole written noun of which it
    is a part (물총). `derived`: the verb made of it (가득하다).
    """

    lemma: str
    tag: str
    start_char: int
    end_char: int
    sentence: int
    case: str = "-"
    negated: bool = False
    modifies: bool = False
    plural: bool = False
    compound: str = ""
    derived: str = ""

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun, pronoun, name or foreign word."""
        return self.tag.startswith(("N", "XR", "SL"))


def units_of(analysis: Analysis) -> tuple[Unit, ...]:
    """The content words of an analysis in order."""
    result: list[Unit] = []
    negate_next = after_ji = False
    for token in analysis.tokens:
        if token.tag == "MAG" and token.form in _NOT and not after_ji:
            negate_next = True
        elif result and (token.lemma in _NEGATING or (after_ji and token.form in _NOT_AFTER_JI)):
            result[-1] = replace(result[-1], negated=True)
        elif token.tag == "VX" and token.lemma != "싶다":
            continue
        elif token.tag.startswith(_CONTENT):
            if result and token.tag.startswith(("XSV", "XSA")):
                result[-1] = replace(result[-1], derived=result[-1].lemma + _lemma(token))
            verb = token.tag.startswith("V")
            result.append(_unit(token, negated=negate_next and verb))
            negate_next = negate_next and not verb
        elif result:
            result[-1] = _marked(result[-1], token)
        after_ji = token.form == "지" or (after_ji and token.tag == "JX")
    return tuple(_with_compounds(analysis.text, result))


def _with_compounds(text: str, units: list[Unit]) -> Iterator[Unit]:
    """The units, nouns written together knowing their whole."""
    at = 0
    while at < len(units):
        end = at + 1
        while end < len(units) and _written_together(units[end - 1], units[end]):
            end += 1
        whole = text[units[at].start_char : units[end - 1].end_char] if end > at + 1 else ""
        yield from (replace(unit, compound=whole) for unit in units[at:end])
        at = end


def _written_together(one: Unit, other: Unit) -> bool:
    return one.is_noun and other.is_noun and one.end_char == other.start_char


def _unit(token: Token, *, negated: bool) -> Unit:
    lemma = token.lemma
    if token.tag.startswith(("XSV", "XSA")) and not lemma.endswith("다"):
        lemma += "다"
    return Unit(lemma, token.tag, token.start_char, token.end_char, token.sentence, negated=negated)


def _lemma(token: Token) -> str:
    """The lemma; suffixes that make verbs (하) get their 다."""
    suffix = token.tag.startswith(("XSV", "XSA")) and not token.lemma.endswith("다")
    return token.lemma + "다" if suffix else token.lemma


def _marked(unit: Unit, token: Token) -> Unit:
    """The unit with what a following particle, ending or suffix says of it."""
    if token.sentence != unit.sentence:
        return unit
    if token.tag == "XSN":
        return replace(unit, end_char=max(unit.end_char, token.end_char), plural=True)
    if token.tag in ("JKS", "JKO", "JKB", "JKG", "JX", "JC", "JKC") and unit.case == "-":
        return replace(unit, case=_CASE_OF.get(token.form, "x"))
    if token.tag == "ETM":
        return replace(unit, modifies=True)
    return unit
