"""What a noun says together with a verb that alone says nothing: it is not there, something is as
large as it, becomes it; a name is written."""

import re
from dataclasses import replace

from mongyudo.backends.director.grammar import Text
from mongyudo.backends.director.sizes import as_large, lacking_part, measured, reaching, so_many
from mongyudo.backends.director.tables import words
from mongyudo.reading.amounts import MANY
from mongyudo.records import Element

_SUBJECT = re.compile("(들)?(이|가|은|는|도|만)? ?(하나도 |아예 |다 |벌써 |또 |다시 )?")
_BECOMES = re.compile(
    "( ?(뭉치|덩어리|더미|조각|가루|떼|무리|한 마리|하나|모양))?(들)?(이|가|으로|로) ?"
)
_SOMETHING = (
    r" ((?![^ ]*(고|서|며|면|데|니) )[^\s.!?]+ ){0,2}"
    r"(?!(걱정|도움|문제|말|생각|때|시간|밤|낮|아침|점심|저녁|새벽|고장|버릇|안심|위로|힘|습관|기억"
    r"|이야기|화제|이유|원인|정도|지경|준비|거|것|게|셈|\d+\S|[가-힣]*[한두세네열] [시살해])[이가])"
    r"[가-힣]+(이|가|으로) "
)
_BECOMES_UNKNOWN = re.compile("(님|들)?(이|가|은|는|도)" + _SOMETHING)
"""턱이 플라스틱이 되었다: from who or what becomes something to the verb."""
_I_BECOME = re.compile(r"(?<![가-힣])(나는|내가|저는|제가|나도)" + _SOMETHING + "$")
_TURNS = re.compile("[되돼된됐될]")
_MORE = re.compile(r"(?<![가-힣])(더|또|둘|셋|넷|여섯|일곱|여러|수십|잔뜩)(?![가-힣])")
"""팔이 하나 더 있었다: a part of a body that was not there before."""
_WRITTEN = re.compile(
    r"(들)?(이|만|까지)? ?(\S{1,4} ){0,2}(적혀|적힌|쓰여|씌어|쓰인|써 ?[있져]|새겨"
    r"|박혀|찍혀|떠 ?있|떴|뜨|올라 ?있|나와 ?있|있었|있더|있는 ?거"
    r"|지워[졌지져진짐]|사라|흐려|번[졌지져]|바[뀌뀐꼈])"
    r"|이(었|더라|야|에요|래|고(?![가-힣]))|인 ?거|임(?![가-힣])"
)
"""이름이 새겨져 있었다, 이름이더라: it is there to be read."""


_REVEALED = re.compile(
    "(들)?(이었|였(?!던)|이야|이에요|이더|더라|이래|인 ?거|이 ?(가득|엉켜|뭉쳐|나왔|나오더|튀어나))"
    "|임(?![가-힣])"
)
_TURNS_OUT = re.compile(
    r"((하나가|한 [개마리장알]+[가는]|게|것이|것은|[건다]|모두) ((사람|진짜|사람의|누군가의) )?$)"
    r"|(알고 ?보니|자세히|가까이|들여다|만져|열어|풀어|[을를] ?보니|인 ?줄|줄 ?알"
    r"|아니라|아니고|대신|다가가|떠 ?보니|파 ?보니|보니까?|봤더니|열었더니|열자"
    r"|하나하나|전부|죄다|온통|몽땅|모조리) ?"
)


def is_revealed(text: Text, noun: Element) -> bool:
    """이끼인 줄 알았는데 손톱이었다: what something turns out to be is seen."""
    if noun.kind != "prop" or noun.negated:
        return False
    if _lies_within(text, noun):
        return True
    found = _REVEALED.match(text.behind(noun, 8))
    before = text.before(noun, 24)
    return bool(found and (_TURNS_OUT.search(before) or _IS_REALLY.search(before)))


_IS_REALLY = re.compile(r"[가-힣](은|는|이|가) (다 |전부 |모두 |온통 )?사람(의)? ?$")
"""열매는 사람 눈이었다."""

_LYING = (
    r"(붙어|박혀|매달려|걸려|끼어|꽂혀|돋아|섞여|달려|들어|담겨|쌓여|널려|떠|엉켜|뭉쳐|가득|꽉|잔뜩|수북|빼곡"
    r"|수두룩|그득)"
)
_IS_THERE = re.compile(r"(들)?(이|가|도|만) ?(\S{1,4} )?" + _LYING)
_STUCK_ON = re.compile(
    r"(들)?(이|가|도) ?\S{0,5}(창|창문|유리창|벽|천장|문|거울|화면|나무|접시|그릇|책|종이)에 ?"
    r"(\S{1,4} )?" + _LYING
)
_CONTAINER = re.compile(r"[가-힣]((속|안|위|밑|아래|사이)?에(는|도)?|마다) ?(\S{1,4} )?$")
_OWN = re.compile(
    "(?<![가-힣])(내|제|나의|우리) ?$|(몸|입|배|손|얼굴|머리|눈|귀|코|목)(속|안)?에 ?$"
)


def _lies_within(text: Text, noun: Element) -> bool:
    """김치통에 머리카락이 꽉 차 있었다, 눈이 창문에 붙어 있었다: parts of nobody's body."""
    if noun.concept not in words("found_apart") or _OWN.search(text.before(noun, 6)):
        return False
    behind = text.behind(noun, 18)
    within = _CONTAINER.search(text.before(noun, 10)) and _IS_THERE.match(behind)
    return bool(within or _STUCK_ON.match(behind))


def of_a_noun(text: Text, verb: Element) -> Element:
    """`verb` with the event that it tells of the noun before it, if it does."""
    said = text.between(verb.start_char, verb.end_char + 1)
    if verb.lemma in ("하다", "크다", "커다랗다", "거대하다", "작다"):
        return as_large(text, verb)
    if verb.lemma == "닿다":
        return reaching(text, verb)
    if verb.lemma == "되다" and (change := measured(text, verb)):
        return replace(verb, kind="motion", concept=change, en="become as large")
    noun = _noun_before(text, verb)
    if verb.lemma == "되다" and _TURNS.match(said) and _becomes_unknown(text, verb):
        return replace(verb, lemma="변하다", kind="motion", concept="transform", en="become")
    if noun is None:
        return verb
    between = text.between(noun.end_char, verb.start_char)
    if verb.lemma == "없다" and _SUBJECT.fullmatch(between) and (part := lacking_part(text, noun)):
        return replace(verb, kind="motion", concept=part, en="have no part")
    if verb.lemma == MANY and _SUBJECT.fullmatch(between):
        return so_many(verb, noun, said)
    if verb.lemma == "있다" and noun.concept in words("limbs") and _MORE.search(between):
        return replace(verb, kind="motion", concept="grow", en="grow")
    if verb.lemma == "되다" and _TURNS.match(said) and _BECOMES.fullmatch(between):
        return _becoming(verb, noun, place=_is_other_place(text, noun))
    return verb


def _is_other_place(text: Text, noun: Element) -> bool:
    """방이 갑자기 사막이 되었다: a place becomes another."""
    before = [e for e in text.segment.elements if e.end_char <= noun.start_char]
    first = next((e for e in reversed(before) if e.kind in ("setting", "prop", "actor")), None)
    if first is None or first.kind != "setting" or noun.kind != "setting" or first.negated:
        return False
    return bool(_PLACE_WAS.fullmatch(text.between(first.end_char, noun.start_char)))


_PLACE_WAS = re.compile(r"(이|가|은|는|도|까지)? ?([^\s.!?]+ ){0,3}")


_SINCE = re.compile(
    r"\S{0,3}?[ㄴ신은난간진] ?지(가|는|도|만)? ?(벌써 |꼭 |이미 |딱 )?\S{0,4} ?[년해달일주월]"
)


def is_long_past(text: Text, verb: Element) -> bool:
    """돌아가신 지 육 년: it happened long before the dream."""
    said = text.between(verb.start_char, verb.end_char + 14)
    return verb.concept in ("die", "part") and bool(_SINCE.match(said))


_BIDDEN = re.compile(
    r"\S{1,6}?((?<!더)[라냐]|(?<=\S)자)고(는|만|들)? ?"
    r"(했|한다|한 |하[고며는시더셨네]|해[서요.]?(?![가-힣])|함|그러"
    r"|그랬|조르|졸랐|물[어으었]|묻|말[하했씀]|부탁|소리"
    r"|[.…~]{2}|[.]?$)"
)
"""Where somebody is told, asked or begged to do it."""


def is_bidden(text: Text, verb: Element) -> bool:
    """먹으라고 했다, 어디 가냐고, 더 달라고: it is asked for, and said rather than done."""
    told = verb.kind in ("motion", "state") and not verb.negated
    last = verb.start_char + text.between(verb.start_char, verb.end_char).rfind(" ") + 1
    return told and bool(_BIDDEN.match(text.between(last, verb.end_char + 12)))


def is_of_what_make(text: Text, who: Element) -> bool:
    """사람 손가락, 인간의 뼈: of what kind it is, and nobody stands there."""
    if who.kind != "actor" or who.lemma not in ("사람", "인간"):
        return False
    behind = (e for e in text.segment.elements if e.start_char >= who.end_char)
    part = next(behind, None)
    if part is None or part.kind != "prop" or part.concept not in words("found_apart"):
        return False
    return text.between(who.end_char, part.start_char) in (" ", "의 ", "")


_LOOKS_SO = re.compile("(같이|처럼|[가-힣]게|잘|못|험하게) ?$")


_ALONG = re.compile(
    r"(벽|벽면|담|담장|줄|밧줄|끈|실|전선|난간|파이프|배관|관|홈통|기둥|나무|가지|유리|유리창|창|창문|천장"
    r"|계단|바닥|모서리|틈|뺨|볼|얼굴|이마|등|등줄기|팔|다리|목|손|손목|손가락|허벅지|턱|물길|강|강물|바람)"
    r"(을|를) ?(\S{1,3} )?$"
)


def is_along(text: Text, verb: Element) -> bool:
    """물이 벽을 타고 올라갔다: along it, and nothing burns, and nobody rides."""
    said = text.between(verb.start_char, verb.end_char + 2)
    if verb.lemma != "타다" or not said.startswith("타고"):
        return False
    return _ALONG.search(text.before(verb, 8)) is not None


def is_how_it_looks(text: Text, verb: Element) -> bool:
    """나랑 똑같이 생긴 사람, 이상하게 생겼다, 너덜너덜한 옷: what it is like, and nothing
    appears or flutters."""
    if _OF_A_NOUN.fullmatch(text.between(verb.start_char, verb.end_char + 3)[:7].rstrip()):
        return True
    return verb.lemma == "생기다" and bool(_LOOKS_SO.search(text.before(verb, 6)))


_OF_A_NOUN = re.compile(r"([가-힣]{1,3})\1(한|하던) ?\S?")
"""구불구불한: said twice, and of the noun behind it."""


def is_said_of_a_noun(text: Text, word: Element) -> bool:
    """신기한 물건, 추운 방: nobody is seen to feel so."""
    if word.concept not in words("seen_of_feelings") or word.kind == "motion":
        return False
    said = _WHOLE_WORD.match(text.between(word.start_char, word.start_char + 12))
    return said is not None and (ord(said[0][-1]) - _BASE) % _TAILS == _N


_WHOLE_WORD = re.compile("[가-힣]+(?= [가-힣])")
_BASE, _TAILS, _N = 0xAC00, 28, 4
"""Where syllables begin, how many finals there are, and the number of ㄴ."""


def is_spelled(text: Text, verb: Element) -> bool:
    """화면에 '임종'이 떴다: words are to be read, and nobody floats."""
    return verb.lemma == "뜨다" and bool(_QUOTED.search(text.before(verb, 4)))


_QUOTED = re.compile("['\"’”」](이|가|라고|이라고) ?$")


def is_end_of_another(text: Text, verb: Element) -> bool:
    """녹아내렸다, 무너져내렸다: it runs down, and nobody gets off."""
    return verb.lemma == "내리다" and bool(re.search("[아어러져려]$", text.before(verb, 1)))


def _is_young_of(text: Text, who: Element) -> bool:
    """아기 새: a small bird, and no baby beside it."""
    if who.kind != "actor" or who.lemma not in ("아기", "애기"):
        return False
    behind = (e for e in text.segment.elements if e.start_char >= who.end_char)
    beast = next(behind, None)
    animal = beast is not None and beast.concept in words("animals")
    return animal and beast is not None and text.between(who.end_char, beast.start_char) == " "


def leaves_out(text: Text, verb: Element) -> bool:
    """나만 빼고, 떨어져 나와, 못 고치고, 누구냐고: nothing is taken out, nothing falls, no nail is
    there, nor a stranger."""
    if verb.lemma == "못" and verb.kind == "prop":
        return bool(re.match(" (?!박|빼|뽑|치|여러|하나)", text.behind(verb, 4)))
    if _is_dialect(text, verb):
        return True
    if verb.lemma == "아이" and _ISNT_IT.match(
        text.between(verb.start_char - 2, verb.end_char + 2)
    ):
        return True
    said = text.between(verb.start_char, verb.start_char + 2)
    if verb.lemma == "캐다" and said in _MEANT and _SAID.search(text.before(verb, 4)):
        return True
    if verb.lemma in ("누", "누구") and _WONDERED.match(text.behind(verb, 14)):
        return True
    if verb.lemma == "누구" and _ASKED.match(text.behind(verb, 6)):
        return True
    if is_along(text, verb) or is_of_what_make(text, verb) or _is_young_of(text, verb):
        return True
    if verb.concept == "fall" and text.is_manner_of_speaking(verb):
        return not comes_loose(text, verb)
    before = text.before(verb, 3)
    return verb.lemma == "빼다" and bool(re.search("(나만?|저만?|우리만?|나를|날) ?$", before))


def comes_loose(text: Text, verb: Element) -> bool:
    """문짝이 떨어져 나갔다: the thing that is the subject comes off."""
    if not _OFF.match(text.between(verb.start_char, verb.end_char + 4)):
        return False
    told = (e for e in reversed(text.segment.elements) if e.end_char <= verb.start_char)
    noun = next((e for e in told if _PARTICLE.match(text.behind(e, 3))), None)
    if noun is None or noun.kind != "prop" or noun.concept in words("body"):
        return False
    return not text.ends_between(noun.end_char, verb.start_char)


def _is_dialect(text: Text, verb: Element) -> bool:
    """내 보고 온나: to me, and come; nobody looks, nobody climbs."""
    said = text.between(verb.start_char, verb.end_char + 2)
    to_me = verb.lemma == "보다" and said.startswith(("보고 ", "보곤"))
    mine = re.search(r"(?<![가-힣])(내|낼|나|날|니|너) ?$", text.before(verb, 4)) is not None
    return (to_me and mine) or (verb.lemma == "오르다" and said.startswith("온나"))


_ISNT_IT = re.compile("[다나] ?아이가[.!?]?$")
"""울었다 아이가: a way to say so in Gyeongsang, and no child."""
_SAID = re.compile("([라자냐꼬까고]|[는은간한온된없있]다) ?$")
_MEANT = frozenset(("캤는", "캤더", "캤다", "캤지", "캐더", "캐서", "캐가", "캐사", "캤거"))
"""쫓을라 캤는데: it is said and meant, and nothing is dug up."""
_WONDERED = re.compile("(가|인가)? ?[^ .!?]{1,6}(인지|는지|[은운른한]지) ")
"""누가 진짜인지 몰랐다: nobody is there."""
_ASKED = re.compile("(이)?(냐|니|야|세요|십니까|신지|인지|시냐|시오|인가|일까|지[? ])")
_PARTICLE = re.compile("(들)?[이가은는도] ")
_OFF = re.compile("떨어져 ?나[오와왔가갔간감]")


def is_written(text: Text, noun: Element) -> bool:
    """내 이름이 새겨져 있었다: a name that stands there to be read."""
    named = noun.lemma.replace(" ", "").endswith(("이름", "날짜", "글씨", "글자", "제목"))
    return named and not noun.negated and bool(_WRITTEN.match(text.behind(noun, 18)))


def _noun_before(text: Text, verb: Element) -> Element | None:
    before = [e for e in text.segment.elements if e.end_char <= verb.start_char]
    nouns = ("prop", "actor", "setting", "light")
    return before[-1] if before and before[-1].kind in nouns else None


_FAR = 24
"""So many characters at most lie between who becomes something and the verb."""


def _becomes_unknown(text: Text, verb: Element) -> bool:
    """턱이 플라스틱이 되었다, 나는 점이 되었다: whoever it is, changes, into whatever it is."""
    last = _noun_before(text, verb)
    if last is not None and _BECOMES.fullmatch(text.between(last.end_char, verb.start_char)):
        return False  # 나무가 되었다: that is known
    if _I_BECOME.search(text.before(verb, _FAR)):
        return True
    before = (e for e in reversed(text.segment.elements) if e.end_char <= verb.start_char)
    noun = next((e for e in before if e.kind in ("prop", "actor")), None)
    if noun is None or verb.start_char - noun.end_char >= _FAR:
        return False
    return bool(_BECOMES_UNKNOWN.fullmatch(text.between(noun.end_char, verb.start_char)))


def _becoming(verb: Element, noun: Element, *, place: bool) -> Element:
    """전등이 되었다: only what may stand there afterwards is become."""
    beast = noun.kind == "actor" and noun.concept in words("become")
    thing = noun.kind == "prop" and noun.concept not in words("body") | words("unchanging")
    if not noun.concept or not (beast or thing or place):
        return verb
    return replace(verb, concept="transform", en="become")


def are_all(text: Text, first: Element, second: Element) -> bool:
    """승객이 모두 토끼였다: whether of many each is one."""
    return _ALL.match(text.between(first.end_char, second.start_char)) is not None


_ALL = re.compile("(들)?(이|가|은|는|도) ?(다|전부|모두|죄다|온통|하나같이) ")
