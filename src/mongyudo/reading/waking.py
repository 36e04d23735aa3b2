"""The remark after waking ("깨고 나서도 무서웠다"): part of the last scene, none of its own."""

from itertools import pairwise

from mongyudo.reading.elements import verb_lemma
from mongyudo.reading.words import word_list
from mongyudo.records import Analysis, Token

_EARLIEST_SHARE = 0.35
_NEAR_TOKENS = 3


def waking_start(analysis: Analysis) -> int:
    """Where the remark after waking begins, in characters; the text's length if there is none."""
    sentences: dict[int, list[Token]] = {}
    for token in analysis.tokens:
        sentences.setdefault(token.sentence, []).append(token)
    earliest = len(analysis.text) * _EARLIEST_SHARE
    ordered = list(sentences.values())
    for tokens in ordered[1:]:
        at = _wakes(tokens)
        if at is not None and tokens[at].start_char >= earliest:
            whole = at <= _NEAR_TOKENS or tokens[at].lemma == "꿈"
            return tokens[0 if whole else at].start_char
    last = ordered[-1] if len(ordered) > 1 else []
    remark = any(token.lemma in word_list("remark words") for token in last)
    return last[0].start_char if remark and last else len(analysis.text)


def _wakes(tokens: list[Token]) -> int | None:
    """The index of the word that says that the dreamer woke."""
    for index, token in enumerate(tokens):
        lemma = verb_lemma(token)
        if lemma in ("깨다", "깨어나다", "잠깨다") and not _has_object(tokens[:index]):
            return index
        following = [t.lemma for t in tokens[index + 1 : index + 3]]
        if token.lemma == "꿈" and ("꾸다" in following or "이다" in following):
            return index
        opened = "뜨다" in map(verb_lemma, tokens[index + 1 : index + 3])
        if token.form == "눈" and opened:
            return index
    return None


def _has_object(before: list[Token]) -> bool:
    """Whether something is broken (유리를 깨다) rather than sleep (잠을 깨다)."""
    objects = [a.form for a, b in pairwise(before) if b.tag == "JKO"]
    return bool(objects) and objects[-1] not in ("잠", "꿈")
