"""What a verb tells with the word right before it: 한숨이 나왔다, 눈물을 훔쳤다, 말을 꺼냈다."""

import re
from functools import cache

from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.tables import rows
from mongyudo.records import Element

_PARTICLE = re.compile("(을|를|이|가|은|는|도|만|에|까지)? ?$")
_WORD = re.compile("(?:[가-힣]+ )?([가-힣]+)$")
_HOW = re.compile(
    "(?<= )(꼭|꽉|덥석|덥썩|와락|확|콱|탁|홱|살짝|가만히|갑자기|푹|툭|막|계속|세게|또|먼저) ?$"
)
"""소매를 꼭 (잡았다): how it is done stands between the word and its verb."""
_ANY = "*"
"""Before a word of the table: it may be the end of another (종소리)."""

_SMELL = re.compile("(냄새|[탄쉰린]내)(가|도|는)? ?([가-힣]{1,4} )?$")
_OF_SMELLS = frozenset(("나다", "풍기다", "진동하다", "올라오다", "배다"))
_FOUL = re.compile(
    "썩|역[겨한하]|고약|비[린릿]|지독|구[린리]|시큼|퀴퀴|상한|토 ?나|똥|시체|하수|악취|곰팡|쓰레기"
)


@cache
def _sayings() -> dict[tuple[str, str], str]:
    """The event by word and verb."""
    table = rows("sayings.tsv")
    return {(row["word"], row["lemma"]): row["event"] for row in table}


@cache
def _verbs() -> frozenset[str]:
    return frozenset(lemma for _, lemma in _sayings())


def said_together(text: Text, verb: Element) -> str | None:
    """The event that `verb` tells with the word before it, "" for what cannot be seen; None where
    they are no saying."""
    lemma = verb.lemma.replace(" ", "")
    if lemma not in _verbs():
        return None
    before = _HOW.sub("", text.before(verb, 12))
    if lemma in _OF_SMELLS and _SMELL.search(before):
        return "hold_nose" if _FOUL.search(text.before(verb, 30)) else ""
    told = (_sayings().get((word, lemma)) for word in _words(before))
    return next(filter(None, told), None)


def _words(before: str) -> list[str]:
    """눈물을 -> 눈물, *물: as the word before stands in the table."""
    bare = _PARTICLE.sub("", before, count=1)
    found: list[str] = []
    for said in (before.rstrip(), bare):
        if whole := _WORD.search(said):
            found += [whole[1], whole[0], _ANY + whole[1][-2:]]
    return found
