"""Who does what Korean leaves unsaid, where its grammar tells that it is not the dreamer.

나를 쳐다보았다, 점점 다가왔다, 걸어가 버리더라: of themselves the dreamer does not speak so.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mongyudo.backends.director.clause import Clause
from mongyudo.backends.director.grammar import SENTENCE_END, Text
from mongyudo.backends.director.story import SELF, SOMEBODY, Event
from mongyudo.backends.director.tables import words

_PAST = "".join(chr(code) for code in range(0xAC14, 0xD7A4, 28) if chr(code) != "있")
"""Syllables that end in ㅆ: 갔더니 is what the dreamer did."""
_SEEN_DONE = re.compile(
    r"[가-힣]{0,5}?( ?(버|있|쌓|주|가|오|보|대|놓|내)[가-힣]{0,3}?)?"
    rf"((?<![{_PAST}])(더라|드라|더만|더구|더니|드니)"
    r"|(?<![는은던운인한간온된난])데(요)?(?=[.!?…\n]|$))"
)
"""웃더라, 내려오더니, 가 버리데: who speaks saw it done."""
_ONLY_ME = re.compile(
    r"(?<![가-힣])(나만|저만|나만을) ?([가-힣]{1,5} ){0,2}"
    r"(쳐다|내려다|올려다|흘겨|바라|노려|째려|지켜|보고|봤|보았|보는|보며|응시|따라|쫓|빼놓|빼고|버리|놔두|가리)"
)
_I_DID = re.compile(r"(?<![가-힣])(내가|나는|난|제가|저는)(?![가-힣])")
_THEN_ANOTHER = re.compile(
    r"[가-힣]{0,5}?( [가-힣]{1,4}?)?(니까?|길래|항께|웅께|응께|으께|자)(?= )"
)
"""내가 부르니까, 부르자: another does what follows."""
_ALTHOUGH = re.compile(r"([가-힣 ]{0,4}[아어여해러쳐려봐])?도 ")
"""불러도: whom one calls does what follows, or does not."""
_TO_ANOTHER = re.compile(rf"[가-힣]{{0,4}}?( ?(줬|주었|보았|봤|놨|놓았))?(?<=[{_PAST}])더니 ")
"""안아 줬더니: what the dreamer did to another, who does the rest."""
_HAVING_COME = re.compile("[가-힣]{0,5}?( ?[가-힣]{1,3})?(는데|니까?|길래|자|지만|고,) ")
_BECAUSE = re.compile("[가-힣]{0,5}?( ?[가-힣]{1,3})?서 ")
_QUOTED = re.compile("[가-힣]{0,5} ?([라자냐]고|카면서|카고|카이|하면서|하며|[라자]며|[라자]면서) ")
_SAME_GOES_ON = re.compile(
    r"[가-힣]{0,4}( ?[가-힣]{1,4})?(고(는|서)?|며|면서|아서|어서|해서|여서|다가|더니) |[아어여해] $"
)


_BUT = re.compile("[가-힣]{0,4}(는데도?|지만|어도|아도) ")
_CALLS = ("shout", "talk", "beg", "wave", "call")


def somebody_else(clause: Clause, target: str, before: Event | None) -> str:
    """Who does it, nobody being named, where it is not the dreamer; "" where it may be."""
    if clause.self_char >= 0 and not _is_left_to_another(clause):
        return ""
    if not _is_of_another(clause, target, before):
        return ""
    return _spoken_of(clause, target, before)


def _is_left_to_another(clause: Clause) -> bool:
    """나만 쳐다보았다: what looks like a subject is looked at."""
    said = clause.text.between(clause.start_char, clause.verb.element.end_char + 1)
    return _ONLY_ME.search(said) is not None


def _is_of_another(clause: Clause, target: str, before: Event | None) -> bool:
    verb = clause.verb
    at_will = words("done_at_will") | words("seen_of_others")
    if verb.element.kind != "motion" or verb.concept not in at_will:
        return False
    done_to_me = target == SELF or _is_left_to_another(clause)
    done_to_me &= not _speaks_to_oneself(clause)
    comes = verb.element.lemma.replace(" ", "") in words("comes_at_one")
    end = verb.element.end_char
    seen = _SEEN_DONE.match(clause.text.between(end - 1, end + 9), 1)
    if verb.concept not in words("done_at_will"):
        return bool(seen) and not clause.last_subject
    return done_to_me or comes or bool(seen) or _answers(clause, before)


def _speaks_to_oneself(clause: Clause) -> bool:
    """거울 속의 나를 보았다."""
    return re.search("거울|비친|천장|위에서|유체", clause.before) is not None


def _answers(clause: Clause, before: Event | None) -> bool:
    """내가 가라고 하니까 고개를 저었다: what follows upon a deed of the dreamer's."""
    if before is None or before.doer != SELF:
        return False
    start, end = before.element.start_char, clause.verb.start_char
    if clause.text.ends_between(start, end):
        return False
    between = clause.text.between(before.element.end_char, end)
    if _TO_ANOTHER.match(clause.text.between(before.element.end_char - 1, end), 1):
        return True
    if before.concept in _CALLS and _ALTHOUGH.match(between):
        return True
    did = _I_DID.search(SENTENCE_END.split(clause.text.between(0, start))[-1])
    return bool(did) and (bool(_THEN_ANOTHER.match(between)) or _only_does(clause, before, between))


def _only_does(clause: Clause, before: Event, between: str) -> bool:
    """내가 불렀는데 창밖만 봤다, 종이를 내밀었는데 웃기만 했다: so another answers."""
    if not _BUT.match(between):
        return False
    end = clause.verb.element.end_char
    called = before.element.lemma.replace(" ", "") in words("calls_out_to")
    return called or clause.text.between(end, end + 2) == "기만"


def _spoken_of(clause: Clause, target: str, before: Event | None) -> str:
    """Whoever did something last, else was spoken of last, and to whom it is not done."""
    done_to = {m.concept for m in clause.actors if m.case in ("object", "source", "with")}
    done_to |= {target, "", SELF, SOMEBODY}
    last = before.doer if before is not None else ""
    told = (last, clause.spoken_of, clause.text.spoken_before)
    return next((one for one in told if one not in done_to), "")


def then_i(clause: Clause, before: Event | None) -> bool:
    """남자가 다가와서 도망쳤다: what follows upon what is done to the dreamer is the dreamer's."""
    if before is None or before.doer in ("", SELF, SOMEBODY):
        return False
    if clause.is_aimed_at_self and clause.text.serves(clause.verb.element):
        return False  # 앞에 앉아서 내 눈물을 닦아 주었다
    if _has_me_in_hand(clause, before):
        return False
    if _stands_by(clause, before) or _is_called(clause, before):
        return True
    lemma = before.element.lemma.replace(" ", "")
    end = before.element.end_char
    threat = before.doer in words("beasts") - words("kin") and lemma in _COMES
    of_mine = (
        threat
        or before.target == SELF
        or clause.text.aims_at_own_body(before.clause_start, end + 1)
    )
    if not of_mine and lemma not in words("comes_at_one"):
        return False
    between = clause.text.between(before.element.end_char, clause.verb.start_char)
    goes_on = before.concept in _POSTURES or clause.verb.concept in words("done_on_coming")
    why = (of_mine and not goes_on) or clause.verb.concept in words("in_defence")
    return bool(_HAVING_COME.match(between) or (why and _BECAUSE.match(between)))


def _has_me_in_hand(clause: Clause, before: Event) -> bool:
    """나를 번쩍 들어서 쇼윈도에 세웠다: who has taken one up sets one down."""
    taken = before.target == SELF and before.concept in ("carry", "hug", "catch", "piggyback")
    goes_on = words("by_hand") | {"set_up", "sit", "lie_down", "ride"}
    between = clause.text.between(before.element.end_char, clause.verb.start_char)
    return taken and clause.verb.concept in goes_on and bool(_BECAUSE.match(between))


_POSTURES = frozenset(("lie_down", "sit", "stand", "get_up"))
"""내 앞에 엎드려서 절을 했다: who does that goes on."""

_COMES = frozenset(
    ("들어오다", "나타나다", "쳐들어오다", "침입하다", "찾아오다", "올라오다", "나오다")
)
"""도둑이 들어와서 숨었다: what a threat does before one hides from it."""


def _is_called(clause: Clause, before: Event) -> bool:
    """친구가 부르길래 돌아봤다: who is called looks back."""
    if before.concept not in ("shout", "call") or clause.verb.concept not in _TURNS_TO:
        return False
    between = clause.text.between(before.element.end_char, clause.verb.start_char)
    return bool(_HAVING_COME.match(between) or _BECAUSE.match(between)) and not clause.actors


_TURNS_TO = frozenset(("look_back", "look", "watch", "look_up"))


_WAS_AT_IT = re.compile("[가-힣]{0,4}?고 ?(있|계)(어서|으니까?|길래|기에|셔서|시길래|는데|으셔서) ")
_SO = re.compile("[가-힣]{0,4}(서|길래|니까?) ")


def _stands_by(clause: Clause, before: Event) -> bool:
    """동생이 읽고 있어서 빼앗았다, 아기가 울어서 안아 주었다: nobody does that to themselves."""
    between = clause.text.between(before.element.end_char - 1, clause.verb.start_char)
    hurt = before.concept in words("hurts_one") and clause.verb.concept in ("cry", "apologize")
    if hurt and not clause.actors and _SO.match(between, 1):
        return True  # 엄마가 화를 내서 울었다
    if clause.actors or clause.verb.concept not in words("done_at_will") | {"search"}:
        return False
    if _WAS_AT_IT.match(between, 1) or _WAS_AT_IT.match(between):
        return clause.last_subject is None
    return bool(_SO.match(between, 1)) and clause.text.serves(clause.verb.element)


_FOR_ME = re.compile(
    r"[가-힣]{0,4}( ?[가-힣]{1,3})? ?"
    r"(준|주신|주던|보낸|보내신|남긴|남기신|만든|차린|차리신|끓인|싸준) [^.!?]{1,14}[을를에로] "
)
"""친구가 준 편지를 (읽었다): what another has done for the dreamer is said of a thing."""


def was_for_me(clause: Clause, before: Event | None) -> bool:
    """친구가 준 편지를 읽었다, 엄마가 차려 준 밥을 먹었다: the dreamer does what follows."""
    if before is None or before.doer in ("", SELF, SOMEBODY) or clause.actors:
        return False
    verb = before.element
    behind = clause.text.between(verb.start_char, clause.verb.element.end_char)
    return _FOR_ME.match(behind) is not None


def is_told_to_me(clause: Clause, before: Event | None) -> bool:
    """나한테 맛을 보라고 숟가락을 내밀었다: it is held out to whom the words are said."""
    if before is None or clause.verb.concept not in (
        "give",
        "talk",
        "wave",
        "shout",
        "point",
        "nod",
    ):
        return False
    said = clause.text.between(before.element.end_char, clause.verb.start_char)
    aimed = clause.text.aims_at_self(before.clause_start, before.element.start_char)
    return aimed and _QUOTED.match(said) is not None


def shared(text: Text, events: Sequence[Event], clauses: Mapping[int, Clause]) -> list[Event]:
    """`events`, those before one that another does told with it, in one breath (앞치마를 두르고
    나한테 내밀었다)."""
    told = list(events)
    for n in range(len(told) - 1, 0, -1):
        first, last = told[n - 1], told[n]
        clause = clauses.get(last.start_char)
        if clause is None or not _is_unnamed(clauses.get(first.start_char), first):
            continue
        if last.doer in ("", SELF, SOMEBODY, first.target) or _is_named(clause, last):
            continue
        between = text.between(first.element.end_char, last.element.start_char)
        if _TO_ANOTHER.match(text.between(first.element.end_char - 1, last.start_char), 1):
            continue  # 이름을 불렀더니 달려왔다: the dreamer called
        if _SAME_GOES_ON.match(between) and not text.ends_between(
            first.start_char, last.start_char
        ):
            seen = "dress" if first.concept == "naked" else first.concept
            told[n - 1] = replace(first, concept=seen, doer=last.doer)
    return told


def _is_unnamed(clause: Clause | None, event: Event) -> bool:
    """Whether the dreamer only does it because nobody is named."""
    if clause is None or event.doer != SELF or clause.self_char >= 0 or event.hero_thing:
        return False
    at_will = words("done_at_will") | words("seen_of_others")
    will = clause.verb.element.kind == "motion" and event.concept in at_will
    return will and not clause.actors


def _is_named(clause: Clause, event: Event) -> bool:
    return any(m.concept == event.doer and m.case in ("subject", "too") for m in clause.actors)


def who_blames(clause: Clause, before: Event | None) -> str:
    """오해를 받았다, without a name: whoever did something last, else was spoken of last."""
    if before is not None and before.doer not in ("", SELF, SOMEBODY):
        return before.doer
    if before is not None and before.target not in ("", SELF):
        return before.target or before.doer
    return next((m.concept for m in clause.actors if m.case in ("bare", "with")), clause.spoken_of)


def lies_down(clause: Clause, before: Event | None) -> bool:
    """호랑이가 이불을 덮고 잤다: who is under the quilt sleeps."""
    if before is None or before.concept not in ("drape", "lie_down", "hug", "sit"):
        return False
    return _between(before, clause) in ("고", "운 채", "워", "워서", "서", "아", "아서", *_STILL_SO)


def in_one_breath(clause: Clause, before: Event | None) -> bool:
    """거북이가 눈을 감고 꼼짝을 안 했다: whoever shut their eyes is as still."""
    return before is not None and _between(before, clause) in ("고", *_STILL_SO)


_STILL_SO = ("고서", "은 채", "은 채로")


def _between(before: Event, clause: Clause) -> str:
    return clause.text.between(before.element.end_char, clause.verb.start_char).strip()
