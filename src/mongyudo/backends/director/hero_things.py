"""The thing to which something happens: the ship that sinks, the door that opens by itself."""

import re

from mongyudo.backends.director.clause import Clause, concepts_of, start_of
from mongyudo.backends.director.lively import may_be_done_by_things
from mongyudo.backends.director.story import Event, Mention
from mongyudo.backends.director.tables import words
from mongyudo.backends.director.vignettes import THINGS_TOO, vignettes

_AS_A_THING = {
    "home": "house", "apartment": "tower_block", "hanok": "house",
    "건물": "tower_block", "빌딩": "tower_block", "상가": "tower_block",
}  # fmt: skip
"""집이 떠올랐다: a place that moves is seen from without."""
_AS_IT_GOES = {
    "mountain": "peak", "island": "isle", "school": "tower_block", "hospital": "tower_block",
    "palace": "house", "temple": "house", "church": "house",
}  # fmt: skip
"""산이 걸어왔다: seen from without where it goes somewhere, and is not only shaken."""
_ROOMS = ("실", "방", "반", "복도")
"""교실이 나왔다: a room is not seen from without."""
SEEN_FROM = {"house": "village", "tower_block": "street", "peak": "field", "isle": "sea"}
"""From where a place is seen that goes somewhere."""
_SHAKEN = frozenset(("shake", "burn", "break"))
_UNSEEN_LAMPS = frozenset({"darkness", "light", "power", "electricity"})
"""불이 꺼졌다: no lamp is told of, and the room grows dark around who is there."""
_GOES_ON = re.compile("(길래|는데|는디|더니|니까|아서|어서|해서|라서|자마자) ")
_ENDS = re.compile("[가-힣](고|서|[는은][데디]|니|니까|지만|자|며|면|길래|더니) ")
"""볼펜이 안 나와서 빌렸다: behind it somebody does what no thing does."""
_COMPOUND = re.compile("([아어여해]|[아어여]?져|[을를])? ?")
_OUT_OF = re.compile("(에서|속에서|밑에서|위에서|뒤에서|사이로|틈으로|에) ")
_OPENED = re.compile(
    r"(썰|자르|잘랐|잘라|가르|갈랐|열|까|깠|벗기|벗겼|파|팠|뜯|쪼개|쪼갰|뒤집|들추|들췄|펼치|펼쳤|깨|깼|당기|당겼|뽑)"
    r"(었|았)?(니까?|더니|자|[으]니까?) "
)
"""줄을 썰었더니 얼굴이 나왔다: out of what has been opened."""
_OWN = re.compile("(?<![가-힣])(내|제|나의) ?(오른|왼)?(손|팔)")
_ADNOMINAL = "".join(chr(0xAC04 + 28 * number) for number in range(399))
_UNNAMED = re.compile(
    "((?<=[" + _ADNOMINAL + r"])게 ([^\s.!?]+ ){0,2}$)"
    r"|(?<![가-힣])(게|것이|것들이|뭐가|뭔가가?|무언가가?|그것이|(액체|덩어리|뭉치)가"
    r"|(진물|고름)이) ?"
    r"([^\s.!?]+ ){0,2}$"
)
"""누런 게 흘러나왔다, 까만게 붙었다: something that has no name."""
_COMES_ON = re.compile(
    "(계속|자꾸|끝없이|끝도 없이|한없이|줄줄이?|줄줄줄|쑥|쏙|술술|주르륵|또|하나씩"
    "|한 [가-힣]+씩|우르르|와르르) ?([가-힣]+ )?$"
)
"""How what somebody does never comes out, but a thing: 계속 나왔다."""
_THAT = re.compile(r"(?<![가-힣])[그이저](게|것이)(?![가-힣])")


def hero_thing(clause: Clause) -> str:
    """The thing that is the subject, when nobody alive is."""
    if clause.sets_off:
        return clause.sets_off if clause.sets_off not in concepts_of(clause.actors) else ""
    last = clause.last_subject
    if last and last in clause.things and _ended_before(clause, last):
        return ""
    bare_may_be = words("impersonal") | words("thing_deeds") | {"come_off"}
    befell = clause.verb.element.lemma.endswith(("지다", "썩다", "녹다", "시들다"))
    nobodys = last is None or (last in clause.actors and befell)
    if nobodys and clause.described is not None and clause.verb.concept in bare_may_be | {"bleed"}:
        noun = clause.described.concept
        return _AS_A_THING.get(noun, noun)
    comes = clause.described if clause.verb.concept == "walk" and not clause.actors else None
    if last is None and comes is not None and clause.self_char < 0:
        return comes.concept  # 테이프에서 나온 노래: nobody walks out of it
    last = last or _unmarked(clause)
    if last is None and clause.verb.concept in bare_may_be and _is_that(clause):
        return clause.shown_of
    if last is None and (unnamed := _unnamed(clause)):
        return unnamed
    if last is None or last not in clause.things or last.start_char < clause.self_char:
        return ""
    if _is_topic_done_to(clause, last) or not _acts_itself(clause, last):
        return ""
    whole = clause.verb.concept in words("moves_as_a_whole")
    named = last.element.lemma if last.element.lemma in _AS_A_THING else last.concept
    if not whole:
        return last.concept
    stays = clause.verb.concept in _SHAKEN or last.element.lemma.endswith(_ROOMS)
    goes = {} if stays else _AS_IT_GOES
    return _AS_A_THING.get(named, goes.get(named, last.concept))


def _unnamed(clause: Clause) -> str:
    """누런 게 흘러나왔다: it has no name; 계속 나왔다: it was spoken of; "" where somebody does."""
    if clause.actors or clause.self_char >= 0:
        return ""
    comes = clause.verb.element.lemma in words("comes_of_itself")
    if clause.verb.concept in words("by_unseen_hands") and clause.is_aimed_at_self:
        return ""  # 뭔가가 내 다리를 잡았다: a hand does
    does = clause.verb.concept in words("streams") | words("unnamed_does") or comes
    said = clause.text.between(clause.start_char - 1, clause.verb.start_char)  # 늦게 is no 게
    if does and _UNNAMED.search(said):
        return "slime"
    return clause.shown_of if comes and _COMES_ON.search(clause.before) else ""


def _unmarked(clause: Clause) -> Mention | None:
    """문 열리고, 장대만 누워 있고: the thing that is the subject without a mark of its own."""
    if clause.last_subject is not None or clause.self_char >= 0:
        return None
    if clause.verb.concept in words("impersonal") | words("thing_deeds"):
        too = ("bare", "too") if clause.verb.concept in words("befalls_parts") else ("bare",)
        bare = (
            m
            for m in clause.things
            if m.case in too
            and m.element.kind != "setting"
            and not _PLACED.match(clause.text.behind(m.element, 5))
        )
        return max(bare, key=start_of, default=None)
    if clause.verb.concept in words("postures"):
        return next((m for m in reversed(clause.things) if m.case == "too"), None)
    return None


_PLACED = re.compile(" ?(밑|아래|위|옆|뒤|앞|속|안)(으로|에서|에|로)")
"""상 밑으로 떨어졌다: no table falls."""


def _acts_itself(clause: Clause, thing: Mention) -> bool:
    """Whether nobody is there whose it is, and who does it rather than the thing."""
    if befalls_a_part(clause, thing):
        return True
    if thing.concept in words("body"):
        alters = clause.verb.concept in words("alters") and thing.concept in words("limbs")
        alone = _comes_alone(clause) or _is_aloft(clause, thing) or _goes_alone(clause, thing)
        return not clause.actors and (alters or alone)
    inside_it = thing.concept == "elevator" and clause.verb.concept == "fall"
    goes_dark = clause.verb.concept in ("go_out", "light_up") and thing.concept in _UNSEEN_LAMPS
    return not (inside_it or goes_dark or whose_body(clause))


def _is_aloft(clause: Clause, part: Mention) -> bool:
    """하늘에 눈이 떠 있었다: nobody's eye; but 몸이 공중에 떴다."""
    high = any(m.concept == "sky" and m.start_char < part.start_char for m in clause.things)
    floats = clause.verb.concept in ("float", "fly") and part.concept in ("eye", "hand", "face")
    return high and floats and not _OWN.search(clause.before)


_GOES_OFF = frozenset(("crawl", "run", "fly", "float", "chase", "arrive", "fall", "hop"))
_BY_ITSELF = re.compile(" ?(하나|혼자|둘|한 ?쪽|[한두] ?개|들|만)(이|가|서|은|는|만)? ?")
_CUT_OFF = re.compile("(잘린|잘려진|떨어진|없는|누군가의|모르는|하얀|검은|시커먼|커다란|거대한) ?$")


def _goes_alone(clause: Clause, part: Mention) -> bool:
    """손 하나가 기어왔다, 하얀 손이 다가왔다: nobody is there whose hand it is."""
    goes = clause.verb.concept in words("moves_on") | _GOES_OFF
    goes |= clause.verb.element.lemma.replace(" ", "") in words("comes_at_one")
    goes &= part.concept in words("goes_without_a_body") and not _OWN.search(clause.before)
    text = clause.text
    cut_off = _CUT_OFF.search(text.before(part.element, 6))
    alone = _BY_ITSELF.match(text.behind(part.element, 6)) or cut_off
    return goes and (alone is not None or clause.verb.concept == "crawl")


def befalls_a_part(clause: Clause, part: Mention) -> bool:
    """팔이 떨어졌다, 엄마 얼굴이 녹았다: it happens to a part of a body, and is shown on it; so
    are as many as there are (손가락이 여덟 개였다)."""
    if clause.verb.concept in words("so_many"):
        return True
    if clause.verb.element.lemma == "닿다":
        return False  # 머리가 천장에 닿았다: all of one has grown
    if part.concept == "eye" and clause.verb.concept == "move":
        return not clause.self_char >= 0
    is_part = part.concept in words("limbs") and part.element.lemma not in _NO_PARTS
    return is_part and clause.verb.concept in words("befalls_parts")


_NO_PARTS = frozenset({"고개", "눈길", "손길", "발길", "마음"})
"""고개가 떨어졌다: no head comes off."""


def _comes_alone(clause: Clause) -> bool:
    """벽에서 손이, 밥그릇에서 머리카락이 나왔다: it belongs to nobody who is there."""
    subjects = {m.concept for m in clause.things if m.case == "subject"}
    comes = clause.verb.element.lemma in words("comes_out") | {"튀다"}
    grasps = bool(subjects & {"hand", "arm", "finger"}) or comes
    grasps &= clause.verb.concept not in ("stick", "trapped")
    opened = _OPENED.search(clause.text.before(clause.verb.element, 22))
    apart = bool(subjects & words("found_apart")) and opened is not None
    out = apart or _OUT_OF.search(clause.before) is not None
    return grasps and out and not _OWN.search(clause.before)


def _ended_before(clause: Clause, thing: Mention) -> bool:
    """칫솔이 꽂혀 있길래 양치를 했다: what the thing does is told, and another does the rest."""
    if thing.concept in words("stays_put") and thing.start_char < clause.done_char:
        return True
    between = clause.text.between(thing.element.end_char, clause.verb.start_char)
    alive = vignettes()[clause.verb.concept].hero not in THINGS_TOO
    ends = _GOES_ON if may_be_done_by_things(clause.verb.concept) else _ENDS
    return alive and bool(ends.search(between))


def _is_that(clause: Clause) -> bool:
    """경운기를 탔는데 그게 하늘을 날았다: whether a thing that was spoken of does it."""
    return bool(_THAT.search(clause.before))


def _is_topic_done_to(clause: Clause, thing: Mention) -> bool:
    """도장은 손등에 찍어 주었다: what hands do to the thing that is spoken of."""
    spoken_of = clause.text.behind(thing.element, 2).lstrip("들")[:1] in ("은", "는", "도")
    return spoken_of and clause.verb.concept in words("by_hand") | words("done_to_things")


_CHANGES_SUBJECT = re.compile(r"(는데|은데|니까?|길래|자마자|자|더니|지만|면|[.!?…\n])( |$)")


def _travels_on(clause: Clause, before: Event, between: str) -> bool:
    """Whether a thing that moved goes somewhere from there, in the same breath."""
    moved = bool(before.hero_thing) and before.concept in words("travels")
    goes = clause.verb.concept in words("moves_on") and not clause.actors
    return moved and goes and not _CHANGES_SUBJECT.search(between)


def goes_on(clause: Clause, before: Event | None) -> str:
    """The thing of the event before, when the sentence goes on without another subject."""
    if before is None or clause.last_subject or clause.self_char >= 0:
        return ""
    if before.hero_thing in words("flat_marks"):
        return ""  # 구멍이 나서 떨어졌다: no hole falls
    between = clause.text.between(before.element.end_char, clause.verb.start_char)
    done = may_be_done_by_things(clause.verb.concept) or clause.verb.concept == "lie_down"
    if before.hero_thing and done and _COMPOUND.fullmatch(between):
        return before.hero_thing  # 기차가 달려 나왔다
    if _travels_on(clause, before, between):
        return before.hero_thing  # 냄비가 떠올라 창밖으로 나갔다
    aims = clause.text.aims_at_self(clause.start_char, clause.verb.start_char)
    if before.hero_thing in words("goes_without_a_body"):
        aims |= clause.text.aims_at_own_body(clause.start_char, clause.verb.start_char)
    if (
        before.hero_thing
        and aims
        and not clause.text.ends_between(before.start_char, clause.verb.start_char)
    ):
        return before.hero_thing  # 뿌리가 올라와 나를 감쌌다
    stares = before.hero_thing in words("found_apart") and clause.verb.concept in _LOOKS
    if stares and not clause.text.ends_between(before.start_char, clause.verb.start_char):
        return before.hero_thing  # 얼굴이 나와서 눈을 깜빡였다
    if clause.verb.concept == "transform" and before.things:
        return before.things[-1]
    if before.concept == "transform":
        return ""
    new_sentence = clause.text.ends_between(before.start_char, clause.verb.start_char)
    acts = clause.verb.concept in words("impersonal") | words("thing_deeds")
    what = "tooth" if before.concept == "teeth_fall" else before.hero_thing
    return what if acts and not new_sentence else ""  # 툭 빠져서 답안지 위에 떨어졌다


_LOOKS = frozenset(("look", "watch", "peer", "wake", "shine", "look_up", "talk", "laugh"))


def whose_body(clause: Clause) -> str:
    """고래 입이 나를 삼켰다: the whale does."""
    part = clause.last_subject
    if part is None or part.concept not in words("body") | words("animal_body"):
        return ""
    owners = [m for m in clause.actors if m.case in ("bare", "owner")]
    near = (m for m in owners if 0 <= part.start_char - m.element.end_char <= 2)
    return next((m.concept for m in near), "")
