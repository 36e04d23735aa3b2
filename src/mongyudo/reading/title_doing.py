"""What the thing of a title does, as far as the dream says so: 우는 배추, 콩 까는 할머니."""

import re

from mongyudo.reading.hangul import is_syllable, tail_of
from mongyudo.reading.words import word_list
from mongyudo.records import Element, Segment

_L = 8
"""The place of ㄹ among the final consonants: 울다 is 우는, 물다 무는."""
_DOES = re.compile(
    r"(들|님)?(이|가|은|는|도|께서|께서는)(?!를) "
    r"((?!\S*([고며니]|(?<!에)서)(?= ))[^\s.!?,]+ ){0,4}$"
)
"""From who does it to the verb: one clause."""
_OBJECT = re.compile(r"(?<![가-힣])([가-힣]{1,4})(을|를) ([가-힣]{1,4} )?$")
_OF_ITSELF = re.compile("(거리|대|[가-힣]*[아어여와워해겨려라러져라]지)다$")
_ME = frozenset(("나", "내", "저", "날"))
_UNREAL = re.compile(
    "(려|고 ?싶|지 ?[는도를]? ?(않|못|말)|면|라고|[자냐]고|을 |듯|(은|는|던)? ?줄 ?알|[아어]야|게 )"
)


def does_what(segment: Segment, head: Element, name: str, longest: int) -> str:
    """`name` with what it is told to do, in `longest` characters at most; "" for nothing."""
    for noun in segment.elements:
        if noun.lemma != head.lemma or noun.kind != head.kind or noun.negated:
            continue
        verbs = (e for e in segment.elements if e.start_char >= noun.end_char)
        verb = next((e for e in verbs if e.kind == "motion" and e.lemma.endswith("다")), None)
        told = _told_of(segment, noun, verb) if verb else ""
        title = f"{told} {name}"
        if told and len(title) <= longest:
            return title
    return ""


def _told_of(segment: Segment, noun: Element, verb: Element) -> str:
    """콩 까는: the verb as it stands before a noun, with its object; "" where it says little."""
    text, start = segment.text, segment.start_char
    between = text[noun.end_char - start : verb.start_char - start]
    said = text[verb.start_char - start : verb.end_char - start]
    behind = text[verb.end_char - start :]
    if verb.negated or verb.lemma in word_list("says little") or _UNREAL.match(behind):
        return ""
    if not _DOES.match(between) or _is_to_come(said, verb.lemma):
        return ""
    doing = before_a_noun(verb.lemma)
    if done_to := _OBJECT.search(between):
        return f"{'나를' if done_to[1] in _ME else done_to[1]} {doing}"
    return doing if _needs_no_object(verb.lemma) else ""


def _needs_no_object(lemma: str) -> bool:
    """웃다, 씨름하다, 흔들리다."""
    alone = word_list("intransitive verbs") | word_list("done of itself")
    own = lemma in alone or _OF_ITSELF.search(lemma) is not None
    return own or (lemma.endswith("하다") and len(lemma) > len("_하다"))


def _is_to_come(said: str, lemma: str) -> bool:
    """떠날 (때): it is not done yet."""
    own = is_syllable(lemma[-2]) and tail_of(lemma[-2]) == _L
    return is_syllable(said[-1]) and tail_of(said[-1]) == _L and not own


def before_a_noun(lemma: str) -> str:
    """A verb as it stands before a noun: 울다 -> 우는, 녹다 -> 녹는."""
    stem = lemma.removesuffix("다")
    if is_syllable(stem[-1]) and tail_of(stem[-1]) == _L:
        stem = stem[:-1] + chr(ord(stem[-1]) - _L)
    return stem + "는"
