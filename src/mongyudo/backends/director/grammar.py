"""What the Korean text says around a word: its case, its number, whether it is meant as told.

Everything here reads letters beside an element; nothing needs a morpheme analyser.
"""

import re
from dataclasses import dataclass
from typing import Literal

from mongyudo.backends.director import counting
from mongyudo.backends.director.not_coming import NOT_COMING
from mongyudo.backends.director.nouns_of_others import BOUND, FILLS, tells_of_another
from mongyudo.backends.director.selves import AS_SELF, SELF_SUBJECT, SELF_TARGET
from mongyudo.backends.director.unreal import RIEUL, is_unreal
from mongyudo.reading.hangul import tail_of
from mongyudo.records import Element, Segment

Case = Literal[
    "subject", "too", "object", "source", "with", "owner", "absent", "before", "goal", "at", "bare"
]  # fmt: skip
"""`absent` is named and not there (회장님 댁); `before`: it happens before them (동료들 앞에서)."""

_PARTICLES: tuple[tuple[Case, re.Pattern[str]], ...] = (
    ("absent", re.compile(r"(들|님)?((의|네)? ?(댁|집)(?![가-힣]{3})|의? ?(자리에|대신[ ,에]))")),
    (
        "absent",
        re.compile(r"(들|님)?(의)? ?이름(을|만)? ?([가-힣]{1,5} ){0,2}(불러|불렀|부르|외[쳤치])"),
    ),
    ("before", re.compile(r"(들|님)? ?앞에서?(?![가-힣])")),
    ("owner", re.compile(r"(들|님)?의(?![가-힣])|네\s")),
    ("source", re.compile(r"(들|님)?(에게서?|한테서?|께(?!서)|더러|보고)")),
    ("object", re.compile(r"(들|님)?(을|를)")),
    ("with", re.compile(r"(들|님)?(이랑|랑|하고|와|과|캉)(?![가-힣])")),
    ("at", re.compile(r"(들)?(에서|에)")),
    ("goal", re.compile(r"(들)?(으로|로)")),
    (
        "subject",
        re.compile(
            r"(들|님)?(께서|이(?!다|었|에요|더라|야(?![가-힣]))|가|은|는)(?!를|한테|에게|랑 |와 )"
        ),
    ),
    ("too", re.compile(r"(들|님)?(까지도?|마저도?|조차도?|도|만)")),
)
_ADNOMINAL = re.compile(
    r"([가-힣]{0,2} ?(있는|있던|계신|계시던)|(는|던|은|을|신|셨던|으신|ㄴ)?)\s*(우리\s*)?"
)
_WHOSE = re.compile(
    r"(이|가|께서) ?((아끼|좋아하)시?(던|는)|(사 ?|만들어 ?|빌려 ?)?(준|주신)) [가-힣]+[을를] "
)
_SIMILE = re.compile(
    r"(들)?(으로|로) ?(알고|알았|아는|착각|오해|여기|여겼|취급)"
    r"| ?(가루|조각|더미|덩이)?인 ?줄 ?(알|만)"
    r"|이?라고 ?(부르|불렀|불러|부른|착각|우기|우겼|속)"
    r"|(가락|줄기|덩이|덩어리|더미|조각|송이|뭉치)?(들)? ?"
    r"(처럼|마냥|만큼|만치|맹키로|맨키로|맹크로|만 ?(한|하게|해|했|하던|하더)"
    r"|같이(?![가-힣])| ?같(았|다|고|아)|(이랑|랑|하고|[와과]) ?똑같)"
    r"|([을를에로]|에게|한테) [가-힣]{1,5} ?(것 ?(처럼|마냥)|듯이?(?=[ ,]))"
    r"|[을를] ?(사겠다고|사고 ?싶|갖고 ?싶|사 ?달라)"
    r"|(([을를에]|에게) [가-힣]{1,3}[은는진친본든린긴]| 맞은) [가-힣]{1,5}(처럼|마냥|같이)"
)
_AS_IT_DOES = re.compile(r" [가-힣]{1,4} ?듯이?[ ,]")
"""비 오듯, 쥐 죽은 듯: nobody is there, and nothing comes."""
_SHAPED = re.compile(" ?모양(의|을 한|을 닮은|인)? [가-힣]")
"""고래 모양 구름: no whale."""
_PLAYS = re.compile(
    r"(들)?(으로|로) (앉|서 ?있|나[오왔온]|일하|일했|등장|출연|들어[왔오와]|뽑|부임|왔)"
)
_FARTHEST_PART = 12
_LIVES = re.compile(r"(사는|살던|쓰던) ?(집(?!사)|방|곳|동네|아파트|주공|마을|원룸|빌라|사람|데)")
_ABLAZE = re.compile("불|화재|연기|화염|방화")
_COUNTED = re.compile(r"(한|두|세|네|몇|여러|\d) ?$")
_NOUN_OF = re.compile(r"떨어[지진질]는? ?(건|것|게|거|걸|물건)")
_SWAYS = re.compile(
    r"(물|물결|물빛|커튼|가지|나뭇잎|잎|풀|꽃|머리카락|치마|옷자락|촛불|불빛|눈동자|눈빛|목소리|손|마음"
    r"|깃발|배|버스|차)(이|가|도)? ?$"
)
"""What sways without any earthquake."""
_NOTHING_SPECIAL = re.compile(" ?(생각|일[은이도 ]|말|꿈|거|것|의별|짓|수 |볼 ?일)")
_NOT_LYING = re.compile(
    r"(들)?(이|가|은|는|도)? ?(\S{1,6} ){0,2}(놓여|놓이|걸려|남아|들어|담겨|달려|매달려|쌓여|꽂혀"
    r"|세워져|차려져|깔려|묻혀|묻어|붙어|박혀|끼어|끼워져|얹혀|보이고) ?있"
    r"(지|질)(는|도|를)? ?(않|못)"
)
_NOTES = re.compile(r"적|남기|기록|메모|써두|쓰다|올리")
_ON_WAKING = re.compile(
    r"깨어|깨서|깨고|깨자|까먹|잊|태몽|개꿈|꿈인지|꿈이라|꾼 ?꿈|꿈 ?(내용|일기|기록)|생생|기억"
    r"|꿈을? ?(꾸|꿨|꿔)"
)
_ON_THE_WAY = re.compile(r"\S{0,2}러 ?(가|갔|갈|나섰|나서|출발)")
_WITHOUT = re.compile(
    r"( ?(한|두|세|네|다섯|여섯|몇|\d+) ?(개|짝|쪽|대|장|권|자루|칸|줄))(이|가|도) ?(\S{1,3} )?없"
    r"|(도|이|가|조차|마디)? ?(한마디 ?)?없이|(을|를)? ?(안|못) (가져|챙|들고)"
    r"|(이|가|은|는|도)? ?(하나도 |아무 ?데도 )?(안|못) (보|계[시셨])"
    r"|(이|가|은|는|도)? ?(보이|계시)지 ?않(?!게|은 ?채)"
)
_HONOURS = re.compile(r"\S{0,3}? ?\S{0,2}?(셨|시[고며는던지네더]|으시|계시)")
_SERVES = re.compile(r"\S{0,3}? ?(줬|주셨|주었|주시|주는|주고|주며|주면서|드렸|드리)")
_BY_NIGHT = re.compile("에|마다|새도록|늦게|하늘|중에|이 ?(되|돼|깊|오|왔|찾아)|이라|이었")
_HEADS = re.compile(
    r"(들)?(이|가|은|는|을|를)? ?((한|두|세|네|여러|몇|수십|\d+) ?마리|(올라)?(타고|탔|탄 |타는))"
)
_NEVER_SEEN = re.compile(r"(처음|생전|못|안) ?$")
_HAS_ON = re.compile(
    r"\S{1,5}?(은 |은 ?채|던 |고 ?(있|계)|고서)|(\S{0,3})(쓴|찬|낀|걸친|두른|갈아입은|차려입은) "
)
_GALLOPS = re.compile(
    r"(들)?(이|은|도) (?:(?!안|못|나오|나와|없|통하|되|돼)[가-힣]+ ){0,2}"
    r"(날개|날아|달리|달렸|달려|질주|"
    r"뛰어|뛰었|뛰놀|날뛰|풀을? ?뜯|울부짖|쓰러|묶|매여|히힝|(?:앞|뒷)발|여물)"
    r"|(의|이|은|는)? ?(등|갈기|발굽|고삐|안장|꼬리)(에|을|를|이|가|위|을)? "
    r"|(에서|한테서) (떨어|내려)|(을|를) (몰|끌고|탔|타|채찍)"
)
"""말이 들판을 달렸다, 말 등에 올랐다: what horses do and have."""
_OF_A_HORSE = re.compile(
    r"(이|도|한테|에게|랑|의) "
    r"(?!안|못|나오|나왔|나가|없|통|되|돼|들[리렸]|떨|끊|막|많|맞|하|했|오가|이상|빨)"
    r"|(을|를) (쓰다듬|안|끌|타|몰|데리|풀|묶|먹이|씻)"
)
_HEM = re.compile("소매|자락|가랑이|옷깃")
_TAKEN_HOLD_OF = re.compile(r"(을|를|만|도)? ?([가-힣]{1,3} )?(붙잡|잡|붙들|움켜|부여잡)")
_WORN = re.compile(
    r"(을|를|만)? ?(차려 ?|달랑 ?)?(\S{1,3}게 )?(입|쓰고|쓴 |썼|신고|신은|신었|두르|둘렀|걸치|걸친"
    r"|차림|바람(으로|에|인))"
)
_AT_A_BODY = re.compile(
    r"(나|날|저|손|손가락|팔|다리|목|발|발목|뺨|귀|코|엉덩이|옷|옷자락|바짓가랑이)(를|을) "
    r"?(꽉 |콱 |덥석 |확 |꼭 |꼬옥 |와락 |살며시 |가만히 |힘껏 |세게 )?$"
)
_OBJECT_BEFORE = re.compile(r"[가-힣](을|를) ?(꼭 |꽉 |품에 |가슴에 |입에 )?$")
_LIES_IN = re.compile(r"들어 ?(있|와)")
_FOR_DEAR_LIFE = re.compile(r"죽어라 |죽을 ?힘|죽기 ?살기|죽도록|죽자 ?사자")
_OWN_BODY = re.compile(
    r"(?<![가-힣])(내|제|나의) ?((오른|왼|양|한|두) ?쪽? ?)?"
    r"(눈|눈물|땀|입|볼|이마|엉덩이|코|턱|손등|손톱|발톱|상처|무릎|멱살|소매|다리|팔|손|목|어깨|머리|머리카락|발|발목|손목|얼굴|뺨|등|옷|가슴|귀|배|허리)"
    r"(을|를)"
)
_WELLS_UP = re.compile("치밀|끓어 ?오|북받|복받|차오르는 (분노|슬픔)")
_CUTS = re.compile(
    r"(를|로|가|로는)? ?(들|자르|잘라|잘랐|꺼내|쥐|집|잡|놓|갖다|가지고|찌르|사각|싹둑|질)"
)
_LIES = re.compile(
    r"(이|으로|에)? ?((\S+까지|많이|하얗게|엄청|계속|또|자꾸|잔뜩|소복이|소복하게) )?"
    r"(덮|쌓|내리|내렸|내린|온 |오는|왔|오고|펑펑|녹|쏟아|흩날|휘날|퍼붓|퍼부|날[리렸려])"
)
_NOT = re.compile(
    r"^(\S{0,3}[아어여해워려와켜져혀] ?(주|보|버리|내|놓|두|가|오|나|드리)|\S{1,5}?)"
    r"지(는|도|를|가|조차)? ?(않|못|말)"
)
HOLDS_A_NOT = frozenset(
    {"locked", "freeze", "sleep_paralysis", "late", "lose", "absence", "turn_away"}
)
"""What happens by not happening: 문이 열리지 않았다."""
FAILS = "fail to "
"""So begins the English of what one tries in vain."""

_COLOURS = (
    ("white", "하얀"), ("white", "하양"), ("white", "흰"), ("white", "새하얀"), ("black", "검은"),
    ("black", "까만"), ("black", "시커먼"), ("gold", "금빛"), ("gold", "황금"), ("blue", "푸른"),
    ("blue", "파란"),
)  # fmt: skip
_COLOURED = re.compile(r"(새하얀|하얀|흰|검은|까만|시커먼|황금빛|황금|금빛|푸른|파란) ?$")
_SAID = re.compile(r"([다라냐자])고는? ?$|[\"'”’!?] ?하?고 ?$")
_PUT_OUT = re.compile(
    r"(이|가|을|를|도|은|는)? ?(다 |모두 |갑자기 |확 |전부 |\S{2,4}씩 |\S{1,2} )?"
    r"(꺼(?!지지 ?(를 ?)?[않못])|껐|끄(?!지 ?(를 ?)?[않못])|나갔|나가)"
)
_PARTICLE = re.compile(r"(을|를) ?((두|세|한|몇|여러) ?번 |더 |또 |막 |잘 )?(?P<verb>\S.*)")
_ADNOMINAL_FINALS = frozenset({4, RIEUL})
"""ㄴ and ㄹ: 쫓는, 쫓던, 쫓을 describe; 나타나 and 쫓고 do not."""
_CANNOT = re.compile(r"\S?[아어여해]? ?(을 |줄 |ㄹ )?수(가|는|도|조차)? ?없")
_CALLED_OUT = re.compile(
    r"[!~.?]* (하고|하며|라고|이라고|하면서) ?(말|부르|불렀|불러|외치|외쳤|소리)"
    r"|이?라고 (\S{1,3} )?(부르|불렀|불러|부른)"
)
_DYING_TO = re.compile(r"(을 ?것|을 ?만큼|을 ?지경|어도|겠|도록|을 ?맛|은 ?(듯|척|체|것 ?[같처]))")
_LAMP = re.compile(
    r"(이|을|도|만|은)? ?(\S{1,3} ){0,2}(안 |못 )?"
    r"(켜|켰|꺼|껐|끄|들어[왔오와]|나[가갔간]|깜빡|깜박)"
)
_BECOMES = re.compile(r"(이|가|으로|로) (되|돼|변|바뀌)|(이?었다|였다|였는|였고|임|더라)")
_IS = re.compile(
    r"(들)?(이었|였|이다|인데|임(?![가-힣])|이더|더라|이고(?![가-힣])|이라[서고는 ]|이래|이야"
    r"|인 ?거|인 ?것)"
)
_ITS_SUBJECT = re.compile(
    "(들|님)?(이|가|은|는|도) ?(다|전부|모두|죄다|온통|하나같이|사실|알고 보니|글쎄)? ?"
    "((하얀|흰|검은|까만|커다란|큰|작은|조그만|늙은|노란|빨간|파란|누런|거대한"
    "|돌아가신|죽은|우리|내|제|옛날|예전|(초등학교|중학교|고등학교|어릴) ?[때적]) )?"
)
_OF_A_PART = re.compile(
    r"(발가락|손가락|팔|다리|귀|코|눈알?|손|발|머리|목|손톱|발톱|살점?|혀|턱|꼬리|날개)"
    r"(들)?(이|가|도) ?(\S{1,3} )?$"
)
"""손가락이 떨어져 나갔다: a part does come off."""
_COMES_OFF = re.compile("떨어져 ?(나[오와왔가갔간]|있|살|지내)")
_IT_DOES = re.compile(
    r"(?<![가-힣])(그것이|그게|[그이요저]놈이|고놈이|[그이요] ?녀석이|[고요]것이|자기가"
    r"|지가|[걔얘쟤]네가|((?<![가-힣] )|(?<=(랬더니|그러자|그런데|그러니|그래서|갑자기) ))"
    r"(한|그중 한|다른 한) 마리가)(?![가-힣])"
)
SENTENCE_END = re.compile(r"[.!?…\n;]|[ㅋㅎㅠㅜ]{2,}")


@dataclass(frozen=True, slots=True)
class Text:
    """A segment's text, addressed by the code points of the whole dream; `spoken_before` is who was
    spoken of last before it, `shown_before` the thing that was."""

    segment: Segment
    spoken_before: str = ""
    shown_before: str = ""

    def between(self, start_char: int, end_char: int) -> str:
        """The text from `start_char` to before `end_char`, as far as it lies in the segment."""
        offset = self.segment.start_char
        return self.segment.text[max(0, start_char - offset) : max(0, end_char - offset)]

    def behind(self, element: Element, count: int = 6) -> str:
        """The `count` characters behind `element`."""
        return self.between(element.end_char, element.end_char + count)

    def before(self, element: Element, count: int = 12) -> str:
        """The `count` characters before `element`."""
        return self.between(element.start_char - count, element.start_char)

    def case_of(self, element: Element) -> Case:
        """The role that the particle behind `element` gives it; bare when there is none."""
        if element.lemma.endswith("다") and element.kind in ("light", "weather", "state"):
            return "bare"  # 맑은 바다: no particle, and nothing clear does anything
        behind = self.behind(element, 16)
        if element.kind == "actor" and _WHOSE.match(self.behind(element, 24)):
            return "owner"  # 엄마가 아끼던 접시를 깨뜨렸다: somebody else does
        behind = counting.behind_number(behind)
        if behind.startswith((" 때문", " 덕분", " 탓")):
            return "owner"  # 이끼 때문에 미끄러졌다: it does nothing
        if tells_of_another(behind, element.kind):
            return "absent" if element.kind == "actor" else "owner"
        if FILLS.match(behind):
            return "bare" if element.kind == "actor" else "owner"  # another flies in such a sky
        return next((case for case, pattern in _PARTICLES if pattern.match(behind)), "bare")

    def is_simile(self, element: Element) -> bool:
        """비처럼: nothing rains."""
        shaped = element.kind == "actor" and _SHAPED.match(self.behind(element, 9))
        said = element.kind != "motion" and _SIMILE.match(self.behind(element, 12))
        as_it_does = element.kind in ("weather", "prop") or element.lemma in (
            "쥐",
            "소",
            "닭",
            "물",
        )
        does = as_it_does and _AS_IT_DOES.match(self.behind(element, 8))
        return bool(shaped or said or does)

    def is_many(self, element: Element) -> bool:
        """Whether the words beside `element` tell of several."""
        return counting.is_many(element, self._beside(element))

    def count_of(self, element: Element) -> int:
        """Of how many the words beside `element` tell: 1 to 4, THRONG for all beyond."""
        return counting.count_of(element, self._beside(element))

    def is_throng(self, element: Element) -> bool:
        """수십 마리, 개미 떼: more than one would paint one by one."""
        return counting.is_throng(element, self._beside(element))

    def _beside(self, element: Element) -> counting.Beside:
        inside = self.between(element.start_char, element.end_char)
        return counting.Beside(self.before(element, 20), inside, self.behind(element, 24))

    def is_manner_of_speaking(self, element: Element) -> bool:
        """죽겠다 is no death, 떨어져 나왔다 no fall, and 불이 켜졌다 no fire."""
        if element.lemma == "별":
            return bool(_NOTHING_SPECIAL.match(self.behind(element, 4)))
        if element.lemma == "보다" and _NEVER_SEEN.search(self.before(element, 4)):
            return True  # 처음 보는 행성: nobody is shown looking
        if element.concept == "earthquake" and _SWAYS.search(self.before(element, 8)):
            return True
        if element.concept == "die":
            said = self.between(element.start_char, element.end_char + 4)
            return bool(_DYING_TO.match(self.behind(element)) or _FOR_DEAR_LIFE.match(said))
        if element.concept == "fall" and not _OF_A_PART.search(self.before(element, 8)):
            said = self.between(element.start_char, element.end_char + 4)
            return bool(_COMES_OFF.match(said))
        if element.concept in ("climb", "rise", "boil", "push"):
            inside = self.between(element.start_char - 6, element.end_char)
            return bool(_WELLS_UP.search(inside))
        if element.concept == "burn" and element.lemma == "번지다":
            return not _ABLAZE.search(self.before(element, 24))  # 글씨가 번졌다: no fire
        return element.concept == "burn" and bool(_LAMP.match(self.behind(element)))

    def is_unreal(self, verb: Element) -> bool:
        """Whether `verb` is only meant, feared or wished.

        Only its last word counts: in 소리를 질렀다 the particle is no future.
        """
        held = verb.concept in HOLDS_A_NOT and self.is_beyond_one(verb)
        if held or verb.en.startswith(FAILS):
            return False
        inside = self.between(verb.start_char, verb.end_char)
        if verb.kind != "prop" and (object_of := _PARTICLE.match(self.behind(verb, 16))):
            return is_unreal(object_of["verb"])  # 노래를 두 번 불렀다
        last = verb.start_char + inside.rfind(" ") + 1
        said = self.between(last, verb.end_char + 8)
        denied = verb.concept not in HOLDS_A_NOT and _NOT.match(said)
        return bool(denied) or is_unreal(said)

    def is_on_the_way(self, verb: Element) -> bool:
        """배달하러 갔다: who goes to deliver carries it already."""
        return bool(_ON_THE_WAY.match(self.behind(verb, 8)))

    def is_beyond_one(self, verb: Element) -> bool:
        """움직일 수가 없었다: what one cannot do."""
        return bool(_CANNOT.match(self.between(verb.end_char - 1, verb.end_char + 8)))

    def is_called_out(self, element: Element) -> bool:
        """엄마 하고 불렀다: only a word is there; 엄마하고 말했다 is with her."""
        return element.kind == "actor" and bool(_CALLED_OUT.match(self.behind(element, 14)))

    def is_lacking(self, element: Element) -> bool:
        """말 없이, 칼이 놓여 있지 않았다: what is named is not there."""
        behind = self.behind(element, 26)
        if element.kind in ("weather", "light") and NOT_COMING.match(behind):
            return True  # 연기가 안 났다
        return bool(_WITHOUT.match(behind[:12]) or _NOT_LYING.match(behind))

    def tells_where_one_lives(self, verb: Element) -> bool:
        """내가 사는 집, 쓰던 방: nothing is bought, nothing written."""
        said = self.between(verb.start_char, verb.end_char + 6)
        return verb.concept in ("buy", "write") and bool(_LIVES.match(said))

    def is_one_of_a_pair(self, element: Element) -> bool:
        """양말 한 짝: no fellow pupil."""
        return element.lemma == "짝" and bool(_COUNTED.search(self.before(element, 4)))

    def is_what_falls(self, verb: Element) -> bool:
        """떨어진 건 사원증이었다: the thing is told behind."""
        return bool(_NOUN_OF.match(self.between(verb.start_char, verb.end_char + 4)))

    def is_part_played(self, who: Element, part: Element) -> bool:
        """구미호 셋이 면접관으로 앉아: who and the part stand together."""
        between = self.between(who.end_char, part.start_char)
        near = len(between) < _FARTHEST_PART and not SENTENCE_END.search(between)
        return near and bool(_PLAYS.match(self.behind(part, 12)))

    def is_journeys_end(self, place: Element) -> bool:
        """부산 가는 기차: where one is not yet."""
        return place.kind == "setting" and bool(BOUND.match(self.behind(place, 12)))

    def names_a_journey(self, verb: Element) -> bool:
        """부산 가는 기차: which train it is, and none that goes by."""
        places = (e for e in self.segment.elements if 0 <= verb.start_char - e.end_char <= 3)
        return verb.lemma == "가다" and any(map(self.is_journeys_end, places))

    def notes_the_dream(self, verb: Element) -> bool:
        """꿈을 잊기 전에 적어 둔다: the dreamer writes this text down, awake."""
        if not _NOTES.match(verb.lemma.replace(" ", "")):
            return False
        before = self.between(self.segment.start_char, verb.start_char)
        return bool(_ON_WAKING.search(SENTENCE_END.split(before)[-1]))

    def lies_in(self, verb: Element) -> bool:
        """들어 있었다: it is found there, and nobody carries it."""
        said = self.between(verb.start_char, verb.end_char + 4)
        return verb.lemma == "들다" and bool(_LIES_IN.match(said))

    def is_worn(self, element: Element) -> bool:
        """검은 옷을 입은: somebody has it on, it lies nowhere."""
        return bool(_WORN.match(self.behind(element, 10))) or self.is_taken_hold_of(element)

    def is_taken_hold_of(self, element: Element) -> bool:
        """엄마 소매를 꼭 잡았다: that of somebody who is there and has it on."""
        hem = _HEM.search(self.between(element.start_char, element.end_char))
        return bool(hem and _TAKEN_HOLD_OF.match(self.behind(element, 10)))

    def has_on(self, verb: Element) -> bool:
        """입은, 입고 있었다: it is on, and nobody puts it on."""
        return bool(_HAS_ON.match(self.between(verb.start_char, verb.end_char + 6)))

    def is_horse(self, element: Element) -> bool:
        """검은 말, 말 한 마리, 말을 타다: an animal, and not what is said."""
        if element.lemma != "말":
            return False
        counted = _HEADS.match(self.behind(element, 12))
        acts = _GALLOPS.match(self.behind(element, 20))
        if counted or acts or _COLOURED.search(self.before(element, 6)):
            return True
        return self._is_the_horse(element)

    def _is_the_horse(self, word: Element) -> bool:
        """말이 묶여 있었다. 말이 울었다: the one that was spoken of, and not what is said."""
        if not _OF_A_HORSE.match(self.behind(word, 10)):
            return False
        told = (e for e in self.segment.elements if e.start_char < word.start_char)
        before = any(e.lemma == "말" and self.is_horse(e) for e in told)
        return before or self.spoken_before == "horse"

    def is_night(self, element: Element) -> bool:
        """밤에, 밤이 되자: the night, and no chestnut."""
        return element.lemma == "밤" and bool(_BY_NIGHT.match(self.behind(element, 6)))

    def is_tool(self, element: Element) -> bool:
        """가위를 들고: scissors, and no night-mare that holds one down."""
        return element.lemma == "가위" and bool(_CUTS.match(self.behind(element, 8)))

    def is_bite(self, verb: Element) -> bool:
        """뱀이 나를 물었다: a bite, which looks as asking does (이름을 물었다)."""
        is_so = verb.kind == "motion" and self.between(verb.start_char, verb.end_char)[:1] == "물"
        return is_so and bool(_AT_A_BODY.search(self.before(verb, 16)))

    def has_unknown_object(self, verb: Element) -> bool:
        """무를 안고: whether a word right before the verb is its object, and not the dreamer."""
        before = self.before(verb, 16)
        return bool(_OBJECT_BEFORE.search(before)) and not _AT_A_BODY.search(before)

    def is_snow(self, element: Element) -> bool:
        """눈 덮인 들판: the 눈 that falls, not the one that sees."""
        return element.lemma == "눈" and bool(_LIES.match(self.behind(element, 8)))

    def colour_of(self, element: Element) -> str:
        """하얀 뱀: white, black, gold or blue; "" where no such colour is named."""
        found = _COLOURED.search(self.before(element, 6))
        return next((name for name, form in _COLOURS if found and form in found.group(0)), "")

    def is_quoting(self, verb: Element) -> bool:
        """일어나라고 했다: 하다 behind what somebody says is to say it."""
        return verb.lemma == "하다" and bool(_SAID.search(self.before(verb, 6)))

    def is_put_out(self, light: Element) -> bool:
        """불이 꺼졌다, 하나씩 꺼지고: what was light is darkness."""
        return bool(_PUT_OUT.match(self.behind(light, 12)))

    def honours(self, verb: Element) -> bool:
        """입고 계셨다: nobody speaks so of themselves."""
        said = self.between(verb.start_char, verb.end_char)
        plain = said.endswith(("마시", "마셨", "모시", "모셨"))  # their stems end so
        first = verb.end_char - (0 if plain else 1)
        return bool(_HONOURS.match(self.between(first, verb.end_char + 7)))

    def serves(self, verb: Element) -> bool:
        """따라 주셨다: it is done for somebody else."""
        return bool(_SERVES.match(self.behind(verb, 8)))

    def becomes(self, element: Element) -> bool:
        """내가 고양이가 되었다: whether the dreamer turns into `element`."""
        turned = _BECOMES.match(self.behind(element))
        return bool(turned and AS_SELF.search(self.before(element)))

    def is_what_is(self, first: Element, second: Element) -> bool:
        """감독관은 비둘기였다: whether the two are one."""
        between = self.between(first.end_char, second.start_char)
        return bool(_ITS_SUBJECT.fullmatch(between) and _IS.match(self.behind(second)))

    def is_done_by_it(self, verb: Element) -> bool:
        """그것이, 한 마리가: whether what was spoken of last does it, and not the dreamer."""
        sentence = SENTENCE_END.split(self.between(0, verb.start_char))[-1]
        found = _IT_DOES.search(sentence)
        return bool(found and not SELF_SUBJECT.search(sentence, found.end()))

    def describes(self, verb: Element, noun: Element) -> bool:
        """Whether `verb` stands before `noun` to describe it, as in 쫓아오는 호랑이."""
        joined = _ADNOMINAL.fullmatch(self.between(verb.end_char, noun.start_char))
        said = self.between(verb.start_char, noun.start_char).strip().removesuffix("우리").rstrip()
        return bool(joined and said) and tail_of(said[-1]) in _ADNOMINAL_FINALS

    def touch(self, first: Element, second: Element) -> bool:
        """Whether nothing but a blank lies between two words."""
        return not self.between(first.end_char, second.start_char).strip()

    def ends_between(self, start_char: int, end_char: int) -> bool:
        """Whether a sentence ends between two places."""
        return bool(SENTENCE_END.search(self.between(start_char, end_char)))

    def sentence_start(self, start_char: int, end_char: int) -> int:
        """Where the first sentence after `start_char` begins, if one does before `end_char`."""
        stop = SENTENCE_END.search(self.between(start_char, end_char))
        return start_char + stop.end() if stop else start_char

    def sentence_of(self, element: Element) -> str:
        """The sentence in which `element` stands."""
        before = SENTENCE_END.split(self.between(0, element.start_char))[-1]
        behind = self.between(element.start_char, self.segment.end_char)
        return before + SENTENCE_END.split(behind)[0]

    def self_subject(self, start_char: int, end_char: int) -> int:
        """Where the dreamer is last named as subject (나는, 내가) in a stretch; -1 for nowhere."""
        found = SELF_SUBJECT.finditer(self.between(start_char, end_char))
        return max((start_char + m.start() for m in found), default=-1)

    def aims_at_self(self, start_char: int, end_char: int) -> bool:
        """Whether something is done to the dreamer (나를, 나한테) in a stretch."""
        return bool(SELF_TARGET.search(self.between(start_char, end_char)))

    def aims_at_own_body(self, start_char: int, end_char: int) -> bool:
        """내 다리를 잡았다: done to the dreamer's body in a stretch."""
        return bool(_OWN_BODY.search(self.between(start_char, end_char)))
