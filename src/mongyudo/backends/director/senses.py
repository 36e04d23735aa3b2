"""What a verb tells by the make of its clause: 망치를 쳤다 attacks nobody, 깸 breaks nothing."""

import re
from dataclasses import dataclass, replace

from mongyudo.backends.director.clause import Clause
from mongyudo.backends.director.grammar import FAILS
from mongyudo.backends.director.story import SELF, SOMEBODY, Event
from mongyudo.backends.director.tables import verb_senses, words
from mongyudo.backends.director.ways import is_of_pictures

_TEST = re.compile("시험|문제|정답|수능|채점|받아쓰기|퀴즈|교실|학교|수학|답안|성적")
_STAYS = re.compile(r"(리고|린 ?채(로)?|려) ?(앉|서 ?있|선 |누|자고|있|밥|설거지)")
_FULL = re.compile("(까지|까지도|가득|꽉|온통|[이가]) ?(다 )?$")
_UP = ("솟", "뿜", "분출", "터져", "치솟", "용솟")
_BOUND = frozenset(("묶이다", "매이다", "걸리다", "끌리다"))
"""뿔에 풍선이 묶여 있다: what is done to a thing where nobody else is named."""
_WITHIN = re.compile(" ?(안|안쪽|속|사이|틈|밑|위|뒤|끝)에")
"""볼 안쪽에, 발가락 사이에."""
_HEAVY = re.compile(r"무거[워웠운]\S* ?([^\s.!?]+ ){0,2}$")
_IN = ("에 ", "에는", "에도")
_BRANCH = re.compile("나무|가지|줄기|넝쿨|덩굴|주렁주렁|화분")
_KEPT = re.compile(r"(숨겨|감춰|숨기어) ?(둔|놓은|진|두었던|놨던)|(숨긴|감춘|숨겼던) ")
"""숨겨 둔 돈: it was hidden before."""
_YOUNGER = {
    "grandmother": "woman", "grandfather": "man", "mother": "girl", "father": "boy",
    "woman": "girl", "man": "boy",
}  # fmt: skip
"""Who is seen where somebody grows young."""
_HEARD = re.compile(r" ?(소리)?(이|가|를 듣|을 듣|를 들|을 들|에 ?(?!서)|에서 (나|들))")


_BLOWS = re.compile("(눈보라|눈발|물결|너울|파도|소나기|번개|벼락|천둥)(이|가|도)? ?(막 |마구 )?$")


@dataclass(frozen=True, slots=True)
class Make:
    """The make of a clause: who and what stands in it beside the verb of `event`."""

    clause: Clause
    event: Event

    @property
    def by_somebody(self) -> bool:
        """Somebody does it, or the dreamer."""
        return self.event.doer != "" and not self.event.hero_thing

    @property
    def left_out(self) -> bool:
        """Nobody and nothing is named that does it."""
        named = self.clause.actors or self.clause.self_char >= 0 or self.event.hero_thing
        return self.event.doer in (SELF, SOMEBODY) and not named

    @property
    def aimless(self) -> bool:
        """It is done to nobody."""
        return self.event.target == "" and not self.clause.is_of_own_body

    @property
    def to_a_thing(self) -> bool:
        """It is done to a thing."""
        return self.clause.object_is_a_thing

    @property
    def over_a_thing(self) -> bool:
        """It is done to a thing that is not itself held over somebody: no umbrella is covered."""
        return self.to_a_thing and not set(self.event.things) & words("held_up")

    @property
    def held_on_to(self) -> bool:
        """It is done to a thing that nobody throws: 밧줄을 잡았다, and not a ball, nor a sleeve."""
        thrown = {m.concept for m in self.clause.things} & words("rolls")
        of_somebody = self.event.concept in words("holds_somebody")
        return self.to_a_thing and not thrown and not of_somebody

    @property
    def alone(self) -> bool:
        """Nothing and nobody stands beside it."""
        clause, event = self.clause, self.event
        beside = clause.things or clause.unknowns or event.hero_thing or event.target
        return (
            event.doer == SELF and not beside and not clause.text.has_unknown_object(event.element)
        )

    @property
    def without_object(self) -> bool:
        """Nothing is named to which it is done: 벨이 울려서 깼다."""
        objects = any(m.case in ("object", "bare") for m in self.clause.things)
        return not objects and not self.clause.text.has_unknown_object(self.event.element)

    @property
    def off_the_body(self) -> bool:
        """No part of a body is named, nor the dreamer."""
        text = self.clause.text
        parts = [m for m in self.clause.things if m.concept in words("body")]
        at_a_body = any(m.case == "at" or _WITHIN.match(text.behind(m.element, 5)) for m in parts)
        return not at_a_body and self.clause.self_char < 0

    @property
    def of_own_body(self) -> bool:
        """발바닥이 붙었다: a part of the dreamer's own body does it."""
        part = self.clause.last_subject
        return part is not None and part.concept in words("limbs") and not self.clause.actors

    @property
    def of_own_hand(self) -> bool:
        """손이 벽을 통과했다: the dreamer's own hand does it."""
        part = self.clause.last_subject
        return self.of_own_body and part is not None and part.concept in ("hand", "arm", "finger")

    @property
    def only_turned(self) -> bool:
        """등을 돌리고 앉아: whose back is turned stays there."""
        verb = self.event.element
        said = self.clause.text.between(verb.start_char, verb.end_char + 10)
        return bool(_STAYS.search(said))

    @property
    def dry(self) -> bool:
        """A thing does it that is no water."""
        return self.event.hero_thing not in {"", "rain", "sake", "soup"} | words("waters")

    @property
    def gushes(self) -> bool:
        """땅에서 물이 솟구쳤다, 샘물이 솟았다: water shoots up, but out of no wall."""
        up = self.event.concept in ("rise", "spurt") and self.event.element.lemma.startswith(_UP)
        out_of = {m.concept for m in self.clause.things if m.case == "at"}
        wall = out_of & {"wall", "faucet", "toilet", "sink", "pipe"} or "천장" in self.clause.before
        return up and self.event.hero_thing in ("water", "well", "hot_spring") and not wall

    @property
    def fills(self) -> bool:
        """거실까지 찼다: nobody is kicked, it is full."""
        full = _FULL.search(self.clause.text.before(self.event.element, 5)) is not None
        return full and self.without_object and not self.event.target

    @property
    def of_a_drink(self) -> bool:
        """커피가 샜다: what was in a cup, and floods nothing."""
        return self.event.hero_thing in words("liquids") - {"rain"} - words("waters")

    @property
    def is_over(self) -> bool:
        """숨겨 둔 돈: it was hidden before."""
        verb, text = self.event.element, self.clause.text
        said = text.between(verb.start_char, verb.end_char + 3)
        return self.event.concept == "hide" and _KEPT.match(said) is not None

    @property
    def fills_a_vessel(self) -> bool:
        """냄비에 물이 가득 찼다: what is full is no place, and no flood rises."""
        text = self.clause.text
        at = {m.concept for m in self.clause.things if text.behind(m.element, 2) in _IN}
        return self.event.concept == "flood" and bool(at & words("vessels"))

    @property
    def is_nothing(self) -> bool:
        """Nobody is harmed, nothing is more than wet or full, or it was so before."""
        return self.harms_nobody or self.only_wet or self.is_over or self.fills_a_vessel

    @property
    def is_too_heavy(self) -> bool:
        """가방이 무거워서 걸을 수가 없었다: one tugs at it, and no fog rises."""
        said = self.clause.text.before(self.event.element, 16)
        vain = self.event.concept in ("freeze", "carry", "walk") and self.event.doer in ("", SELF)
        failing = self.event.element.en.startswith(FAILS)
        return vain and failing and _HEAVY.search(said) is not None

    @property
    def of_clothes(self) -> bool:
        """바지가 흘러내렸다: it slips down, and drips of nothing."""
        worn = words("garments") | words("headgear") | words("accessories")
        return self.event.hero_thing in worn

    @property
    def on_a_branch(self) -> bool:
        """가지마다 양말이 열렸다: it grows there, and no door opens."""
        opens = words("needs_no_fruit") | words("has_a_door") | words("holds_things")
        grown = bool(self.event.hero_thing) and self.event.hero_thing not in opens
        return grown and _BRANCH.search(self.clause.before) is not None

    @property
    def put_away(self) -> bool:
        """돈을 숨겼다, 양말 속에 감췄다: a thing is hidden, and whoever does it is seen."""
        things = [m for m in self.clause.things if m.case in ("object", "at", "too", "bare")]
        bodies = {m.concept for m in things} & words("body")
        someone = any(m.case == "object" for m in self.clause.actors)
        return (bool(things) or self.to_a_thing) and not bodies and not someone and self.by_somebody

    @property
    def lit(self) -> bool:
        """불 켜진 마을: it is alight, and nobody presses a switch."""
        said = self.clause.text.between(self.event.start_char, self.event.element.end_char + 1)
        return "켜진" in said or "켜져" in said

    @property
    def of_where_one_is(self) -> bool:
        """다리가 좁아졌다, 에스컬레이터가 움직였다: no small one stands upon the large one."""
        moves = self.event.element.lemma == "움직이다" or self.event.concept == "shrink"
        last = self.clause.last_subject
        named = last is not None and last.concept == self.event.hero_thing
        return moves and named and self.event.hero_thing in words("no_model_of")

    @property
    def to_somebody(self) -> bool:
        """나한테 물을 주었다: to somebody, who is no plant."""
        to = any(m.case in ("goal", "at") for m in self.clause.actors)
        return to or self.clause.is_aimed_at_self

    @property
    def lies_in_ruins(self) -> bool:
        """무너진 학교: it has happened before."""
        verb, text = self.event.element, self.clause.text
        told = text.between(verb.start_char, verb.end_char) + " "
        apart = text.behind(verb, 3).startswith((" 뒤", " 후", " 다음", " 것", " 거"))
        of_a_place = self.event.concept == "collapse" and not self.event.hero_thing
        return of_a_place and told.startswith("무너진 ") and not apart

    @property
    def at_no_test(self) -> bool:
        """No test is spoken of: a password may be wrong, too."""
        return _TEST.search(self.clause.text.segment.text) is None

    @property
    def harms_nobody(self) -> bool:
        """호미에 뭐가 걸렸다, 깃털이 만져졌다: a thing that leaps at nobody."""
        spared = self.event.concept != "assail" or not self.event.hero_thing or self.is_felt
        bound = self.event.element.lemma in _BOUND and self.clause.self_char < 0
        if spared or (self.event.target and not bound):
            return False
        seized = {m.concept for m in self.clause.things if m.case == "object"} & words("body")
        return not seized and not self.clause.is_aimed_at_self

    @property
    def is_felt(self) -> bool:
        """깃털이 만져졌다: the dreamer's hand touches it."""
        felt = self.event.element.lemma in ("만지다", "만져지다")
        return felt and self.event.concept == "assail" and self.event.hero_thing != ""

    @property
    def only_wet(self) -> bool:
        """점원도 젖어 있었다: who is wet comes out of nowhere."""
        return self.event.concept == "appear" and self.event.element.lemma == "젖다"

    @property
    def not_taken(self) -> bool:
        """눈 위에 발자국이 찍혔다: it is printed there, and no picture is taken."""
        return not is_of_pictures(self.clause)

    @property
    def always(self) -> bool:
        """In any clause."""
        return True

    @property
    def of_the_weather(self) -> bool:
        """눈보라 치는 산길: nobody strikes."""
        verb = self.event.element
        return verb.lemma == "치다" and bool(_BLOWS.search(self.clause.text.before(verb, 7)))

    @property
    def heard(self) -> bool:
        """방송이 나왔다, 노래가 끝났다: the dreamer hears it, and does not do it."""
        noun = self.event.element
        return noun.lemma in words("heard") and bool(_HEARD.match(self.clause.text.behind(noun, 8)))


def _grown_young(event: Event) -> Event:
    """아버지가 젊어졌다: another is seen in their place."""
    young = event.element.lemma in ("젊어지다", "어려지다")
    return replace(event, target=_YOUNGER.get(event.doer, event.target)) if young else event


def _perceived(event: Event) -> Event:
    """깃털이 만져졌다, 방송이 나왔다: the dreamer feels it, or hears it."""
    if event.concept != "assail":
        return replace(event, concept="listen", doer=SELF, target="", hero_thing="")
    felt = (event.hero_thing, *event.things)
    return replace(event, concept="touch", doer=SELF, hero_thing="", things=felt)


def by_its_clause(clause: Clause, event: Event) -> Event | None:
    """`event` as the make of its clause means it; None where nothing is seen."""
    make = Make(clause, _grown_young(event))
    return None if make.is_nothing else _as_it_is_made(make)


def _as_it_is_made(make: Make) -> Event | None:
    event = make.event
    if make.heard or make.is_felt:
        return _perceived(event)
    if event.concept == "stick" and make.of_own_body:
        return replace(event, concept="stuck", doer=SELF, target="", hero_thing="")
    if make.is_too_heavy:
        return replace(event, concept="pull_out", doer=SELF, hero_thing="")
    if event.concept == "walk" and event.doer == SOMEBODY and make.of_own_hand:
        return replace(event, concept="touch", doer=SELF)  # 손이 벽을 통과했다
    if (
        make.of_where_one_is
        or make.lies_in_ruins
        or make.of_the_weather
        or make.is_over
        or make.fills_a_vessel
    ):
        return None
    if make.gushes:  # 샘물이 솟았다
        return replace(event, concept="gush", doer="", hero_thing="", things=("water",))
    if event.concept == "spill" and event.hero_thing in words("grains"):  # 모래가 쏟아졌다
        return replace(event, concept="pour_down", hero_thing="", things=(event.hero_thing,))
    where, concept = verb_senses().get(event.element.lemma.replace(" ", ""), ("", ""))
    if not where or not getattr(make, where):
        return event
    if concept == "wake":
        return replace(event, concept=concept, doer=event.doer or SELF, hero_thing="", things=())
    return replace(event, concept=concept) if concept else None
