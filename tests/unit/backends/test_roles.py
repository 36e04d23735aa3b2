"""Who is there, who does it, what is in whose hands, and where a scene goes on."""

from dataclasses import replace

import pytest

from mongyudo.backends.director import direct
from mongyudo.backends.director.beats import beats_of
from mongyudo.backends.director.blocking.core import Role
from mongyudo.backends.director.story import SELF
from mongyudo.backends.director.telling import tell


def concepts(direction) -> set[str]:
    """Everybody who acts in some scene."""
    return {actor.concept for scene in direction.scenes for actor in scene.actors}


@pytest.mark.parametrize(
    ("text", "form", "concept"),
    [("소리를 질렀다.", "소리를 질렀", "shout"), ("절을 했다.", "절을 했", "bow")],
)
def test_an_object_particle_is_no_future(segment_of, text, form, concept):
    """소리를 질렀다 and 절을 했다 happen: their 를 and 을 only look like ㄹ of the future."""
    (event,) = tell(segment_of(text, (form, "motion", concept))).events
    assert not event.unreal


def test_what_one_is_told_to_do_is_not_done(segment_of):
    """마시라고 해서 마셨다: only the second drink happens, and the dreamer drinks."""
    story = tell(
        segment_of(
            "친구가 물을 마시라고 해서 마셨다.",
            ("친구", "actor", "friend"),
            ("물", "prop", "water"),
            ("마시", "motion", "drink"),
            ("마셨", "motion", "drink"),
        )
    )
    assert [(e.concept, e.doer) for e in story.events] == [("talk", "friend"), ("drink", SELF)]


def test_who_is_delivered_to_is_not_there_yet(segment_of, shot_of, known):
    """상사께 도자기를 배달하러 갔다: the dreamer carries it, alone."""
    segment = segment_of(
        "도자기를 상사께 배달하러 갔다.",
        ("도자기", "prop", "porcelain"),
        ("상사", "actor", "boss"),
        ("배달하", "motion", "carry"),
    )
    direction = direct(shot_of(segment, "중립"), known)
    (lead,) = direction.scenes[0].actors
    assert (lead.motion, lead.holds) == ("carry", "porcelain")
    assert "boss" not in concepts(direction)


def test_the_owner_of_a_house_is_not_in_it(segment_of, shot_of, known):
    """할머니 집: a house, and no grandmother; 할머니가 stands there."""
    away = segment_of(
        "할머니 집에 걸어갔다.",
        ("할머니", "actor", "grandmother"),
        ("집", "setting", "home"),
        ("걸어", "motion", "walk"),
    )
    there = segment_of("할머니가 집에 계셨다.", ("할머니", "actor", "grandmother"))
    assert "grandmother" not in concepts(direct(shot_of(away), known))
    assert "grandmother" in concepts(direct(shot_of(there), known))


def test_the_blame_comes_from_whoever_acted_last(segment_of):
    """동료들 앞에서 나를 해고했다: the boss of the sentence before, not those who look on."""
    story = tell(
        segment_of(
            "상사가 소리쳤다. 친구들 앞에서 나를 처벌했다.",
            ("상사", "actor", "boss"),
            ("소리쳤", "motion", "shout"),
            ("친구들", "actor", "friends"),
            ("처벌", "motion", "punish"),
        )
    )
    assert (story.events[1].doer, story.events[1].target) == ("boss", SELF)


def test_who_was_named_betrays_the_dreamer(segment_of):
    """친구들이었다. 배신이었다: the friends betray, not the dreamer."""
    story = tell(
        segment_of(
            "범인은 친구들이었다. 배신이었다.",
            ("친구들", "actor", "friends"),
            ("배신", "motion", "betray"),
        )
    )
    assert (story.events[0].doer, story.events[0].target) == ("friends", SELF)


def test_anger_that_is_felt_scolds_nobody(segment_of):
    """동생이 웃길래 화가 났다: the dreamer rages, the brother does not scold."""
    segment = segment_of(
        "남동생이 웃길래 화가 났다.",
        ("남동생", "actor", "boy"),
        ("웃", "motion", "laugh"),
        ("화가 났/be angry", "feeling", "scold"),
    )
    event = tell(segment).events[1]
    assert (event.concept, event.doer) == ("rage", SELF)


def test_a_thing_does_nothing_after_its_own_verb(segment_of):
    """불이 꺼지고 떨어졌다: the dreamer falls, not the light."""
    segment = segment_of(
        "불이 꺼지고 떨어졌다.",
        ("불", "light", "light"),
        ("꺼지", "motion", None),
        ("떨어졌", "motion", "fall"),
    )
    (event,) = tell(segment).events
    assert (event.doer, event.hero_thing) == (SELF, "")
    assert tell(segment).mentions[0].concept == "darkness"


def test_what_somebody_takes_in_hand_is_held_whatever_they_do(segment_of, shot_of, known):
    """친구가 전화를 들고 울었다: one picture, the phone in the friend's hand."""
    segment = segment_of(
        "친구가 도자기를 들고 춤췄다.",
        ("친구", "actor", "friend"),
        ("도자기", "prop", "porcelain"),
        ("들고", "motion", "carry"),
        ("춤췄", "motion", "dance"),
    )
    (scene,) = direct(shot_of(segment, "행복", duration_s=2.0), known).scenes
    assert [a.holds for a in scene.actors if a.concept == "friend"] == ["porcelain"]


def test_what_is_not_there_is_not_drawn(segment_of):
    """우산도 없이 and 말 없이 name what is lacking."""
    segment = segment_of(
        "우산도 없이 걸었다.", ("우산", "prop", "umbrella"), ("걸", "motion", "walk")
    )
    assert [m.concept for m in tell(segment).mentions] == ["walk"]


def test_waking_afterwards_makes_no_sleep_paralysis(segment_of, known):
    """숨이 막혀서 깼다: frozen where one was, not in bed; only who slept before lies there."""
    after = segment_of("몸이 굳었다. 깼다.", ("굳었", "motion", "freeze"), ("깼", "motion", "wake"))
    before = segment_of(
        "자다가 몸이 굳었다.", ("자다", "motion", "sleep"), ("굳었", "motion", "freeze")
    )
    motions = [
        [b.vignette.concept for b in beats_of(tell(s), "공포", 2.0, known)] for s in (after, before)
    ]
    assert motions == [["freeze"], ["sleep_paralysis"]]


def test_a_scene_goes_on_where_the_event_before_takes_place(segment_of, shot_of, known):
    """After an exam the next segment is still at school."""
    before = segment_of("시험을 봤다.", ("시험", "motion", "exam"))
    segment = segment_of("친구를 만났다.", ("친구", "actor", "friend"), ("만났", "motion", "meet"))
    assert direct(shot_of(segment, earlier=before.elements), known).scenes[0].setting == "school"


def test_the_dreamer_keeps_the_face_of_the_dream(segment_of, shot_of, known):
    """Nobody smiles in a nightmare: 안았다 under fear."""
    segment = segment_of("친구를 안았다.", ("친구", "actor", "friend"), ("안았", "motion", "hug"))
    scene = direct(shot_of(segment, "공포"), known).scenes[0]
    assert scene.actors[0].expression == "scared"


def test_nobody_honours_themselves(segment_of):
    """한복을 입고 계셨다: the grandmother wears it; 물을 마셨다 is plain: the dreamer drinks."""
    worn = tell(
        segment_of(
            "할머니가 나오셨다. 한복을 입고 계셨다.",
            ("할머니", "actor", "grandmother"),
            ("한복", "prop", "hanbok"),
            ("입", "motion", "dress"),
        )
    )
    drunk = tell(
        segment_of(
            "할머니가 왔다. 물을 마셨다.",
            ("할머니", "actor", "grandmother"),
            ("물", "prop", "water"),
            ("마셨", "motion", "drink"),
        )
    )
    assert [e.doer for e in (*worn.events, *drunk.events)] == ["grandmother", SELF]


def test_who_comes_running_after_the_runner_pursues(segment_of):
    """내가 뛰니까 그 남자도 뛰어왔다: a chase, and the dreamer is chased."""
    story = tell(
        segment_of(
            "나는 뛰었다. 남자도 뛰어왔다.",
            ("뛰었", "motion", "run"),
            ("남자", "actor", "man"),
            ("뛰어왔", "motion", "run"),
        )
    )
    assert (story.events[1].concept, story.events[1].doer, story.events[1].target) == (
        "chase", "man", SELF,
    )  # fmt: skip


def test_who_is_said_to_be_another_is_one(segment_of):
    """감독관은 비둘기였는데: the dove does what the invigilator does, and nobody else is there."""
    story = tell(
        segment_of(
            "감독관은 비둘기였는데 날아갔다. 감독관이 웃었다.",
            ("감독관", "actor", "teacher"),
            ("비둘기", "actor", "dove"),
            ("날아갔", "motion", "fly"),
            ("감독관이", "actor", "teacher"),
            ("웃었", "motion", "laugh"),
        )
    )
    assert {m.concept for m in story.mentions if m.element.kind == "actor"} == {"dove"}
    assert [e.doer for e in story.events] == ["dove", "dove"]


def test_two_who_are_there_stay_two(segment_of):
    """감독관은 비둘기를 쫓았다, 엄마와 강아지였다: no equation."""
    for text in ("감독관은 비둘기를 보았다.", "감독관과 비둘기였다."):
        pair = ("감독관", "actor", "teacher"), ("비둘기", "actor", "dove")
        concepts = {m.concept for m in tell(segment_of(text, *pair)).mentions}
        assert concepts == {"teacher", "dove"}, text


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("제비를 보았다. 그것이 날아갔다.", "swallow"),
        ("제비를 보았다. 한 마리가 날아갔다.", "swallow"),
        ("제비를 보았다. 그것이 우는데 나는 날아갔다.", SELF),
        ("제비를 보았다. 날아갔다.", SELF),
    ],
)
def test_it_is_what_was_spoken_of(segment_of, text, doer):
    """그것이 날아갔다: the swallow flies; without a word for it the dreamer does."""
    story = tell(segment_of(text, ("제비", "actor", "swallow"), ("날아갔", "motion", "fly")))
    assert [e.doer for e in story.events] == [doer]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("벽지가 떨어져 나왔다.", []),
        ("친구와 떨어져 있었다.", []),
        ("절벽에서 떨어져 나는 울었다.", ["fall"]),
        ("절벽에서 떨어졌다.", ["fall"]),
    ],
)
def test_to_come_off_is_no_fall(segment_of, text, events):
    story = tell(
        segment_of(text, ("떨어져/fall" if "떨어져" in text else "떨어졌", "motion", "fall"))
    )
    assert [e.concept for e in story.events] == events


@pytest.mark.parametrize(
    ("text", "thing", "does"),
    [
        ("아이가 연을 띄웠다.", ("연", "prop", "kite"), ("float", "", "kite")),
        ("아이가 나비를 띄웠다.", ("나비", "actor", "butterfly"), ("float", "butterfly", "")),
        ("아이가 풍등을 띄웠다.", ("풍등", "prop", None), ("watch", "child", "")),
        ("아이가 연과 떠올랐다.", ("연", "prop", "kite"), ("float", "child", "")),
    ],
)
def test_what_is_sent_up_goes_up_and_not_who_sends_it(segment_of, text, thing, does):
    verb = "띄웠" if "띄웠" in text else "떠올랐"
    segment = segment_of(text, ("아이", "actor", "child"), thing, (verb, "motion", "float"))
    elements = tuple(
        replace(e, lemma="띄우다") if verb == "띄웠" and e.concept == "float" else e
        for e in segment.elements
    )
    (event,) = tell(replace(segment, elements=elements)).events
    assert (event.concept, event.doer, event.hero_thing) == does
    assert event.doer == "child" or "child" in event.partners


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("새가 책을 물었다.", (("책", "prop", "book"),), [("carry", "bird", "")]),
        ("새가 내 손을 물었다.", (("손", "prop", "hand"),), [("bite", "bird", SELF)]),
        ("새가 친구를 물었다.", (("친구", "actor", "friend"),), [("bite", "bird", "friend")]),
        ("새가 무를 꼭 물었다.", (), [("bite", "bird", "")]),
    ],
)
def test_what_is_held_in_the_mouth_is_no_bite(segment_of, text, words, told):
    """출석부를 물고: a thing in the beak; what is unknown may be somebody, too."""
    story = tell(segment_of(text, ("새", "actor", "bird"), *words, ("물었", "motion", "bite")))
    assert [(e.concept, e.doer, e.target) for e in story.events] == told


@pytest.mark.parametrize(
    ("text", "words", "concept"),
    [
        ("항아리를 안았다.", (("항아리", "prop", "jar"),), "carry"),
        ("무를 꼭 안았다.", (), "carry"),
        ("나를 안았다.", (), "hug"),
        ("아기를 안았다.", (("아기", "actor", "baby"),), "hug"),
    ],
)
def test_things_are_held_and_people_hugged(segment_of, text, words, concept):
    (event,) = tell(segment_of(text, *words, ("안았", "motion", "hug"))).events
    assert event.concept == concept


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("달걀을 묶었다.", (("달걀", "prop", "egg"), ("묶었", "motion", "tie")), ("carry", "")),
        (
            "범인이 나를 묶었다.",
            (("범인", "actor", "thief"), ("묶었", "motion", "tie")),
            ("tie", SELF),
        ),
        ("의자에 묶여 있었다.", (("묶여/be tied up", "motion", "tie"),), ("tied_up", "")),
    ],
)
def test_who_ties_a_thing_is_not_bound(segment_of, text, words, told):
    (event,) = tell(segment_of(text, *words)).events
    assert (event.concept, event.target) == told


def test_a_simile_may_stand_apart(segment_of):
    """지렁이 처럼 긴 버스: no worm is there, however it is spaced."""
    for text in ("버스가 지렁이처럼 길었다.", "버스가 지렁이 처럼 길었다."):
        mentions = tell(
            segment_of(text, ("버스", "prop", "bus"), ("지렁이", "actor", "worm"))
        ).mentions
        assert [m.concept for m in mentions] == ["bus"], text


@pytest.mark.parametrize(
    ("text", "words", "duet", "lead"),
    [
        (
            "아버지가 나를 업었다.",
            (("아버지", "father"), ("업", "piggyback")),
            "piggyback",
            "father",
        ),
        ("친구를 안았다.", (("친구", "friend"), ("안았", "hug")), "hug", "woman"),
        ("호랑이를 안았다.", (("호랑이", "tiger"), ("안았", "hug")), "", "woman"),
    ],
)
def test_two_who_touch_are_drawn_as_one(segment_of, shot_of, ink, text, words, duet, lead):
    """Who carries or hugs a person holds them as one picture; an animal is another picture."""
    (who, actor), (how, deed) = words
    segment = segment_of(text, (who, "actor", actor), (how, "motion", deed))
    (scene,) = direct(shot_of(segment, "행복"), ink).scenes
    assert {a.concept: a.duet for a in scene.actors}[lead] == duet
    if duet:
        first, second = scene.actors[:2]
        assert first.concept == lead
        assert abs(first.path[0].x - second.path[0].x) < 0.12


@pytest.mark.parametrize(("beast", "held"), [("dog", "dog"), ("tiger", None)])
def test_small_animals_are_taken_up_in_the_arms(segment_of, shot_of, ink, beast, held):
    """강아지를 안았다: it is held, and drawn as such; a tiger is too large for that."""
    segment = segment_of("개를 안았다.", ("개", "actor", beast), ("안았", "motion", "hug"))
    direction = direct(shot_of(segment, "행복"), ink)
    (scene,) = direction.scenes
    assert scene.actors[0].holds == held
    assert beast in {d.concept for d in direction.drawn}


@pytest.mark.parametrize(
    ("concept", "wish", "motion", "flies"),
    [
        ("dove", "sit", "sit", False),
        ("dove", "walk", "walk", False),
        ("dove", "stand", "fly", True),
        ("butterfly", "sit", "fly", True),
    ],
)
def test_no_bird_sits_in_mid_air(concept, wish, motion, flies):
    """비둘기가 앉아 있다: on the ground; who is in the air flies."""
    role = Role(concept, 0.2, sort="flier", motion=wish)
    assert (role.played, role.flies) == (motion, flies)


def test_in_grandmothers_arms_nobody_leaps(segment_of, shot_of, ink):
    """할머니 품에 안겨서: she holds the dreamer, and does not jump at them."""
    segment = segment_of(
        "할머니 품에 안겨서 울었다.", ("할머니", "actor", "grandmother"), ("안겨", "motion", "hug"),
        ("울었", "motion", "cry"),
    )  # fmt: skip
    scenes = direct(shot_of(segment, "슬픔"), ink).scenes
    assert "jump" not in {a.motion for scene in scenes for a in scene.actors}


def test_two_sit_in_a_boat(segment_of, shot_of, ink):
    """Who comes along is not left on the shore."""
    segment = segment_of(
        "친구와 배를 타고 섬으로 갔다.", ("친구", "actor", "friend"), ("배", "prop", "boat"),
        ("타고", "motion", "ride"),
    )  # fmt: skip
    (scene,) = direct(shot_of(segment, "행복", duration_s=1.5), ink).scenes
    assert {a.concept for a in scene.actors} == {"woman", "friend"}
    (boat,) = [p for p in scene.props if p.concept == "boat"]
    assert all(abs(a.path[0].x - boat.path[0].x) < 0.15 for a in scene.actors)


def test_a_campfire_burns_nothing_down(segment_of, shot_of, ink):
    """모닥불을 피우다: one sits by a small fire; a house on fire is another thing."""
    flames = []
    for text in ("모닥불을 피웠다.", "집에 불을 피웠다."):
        segment = segment_of(text, ("피웠", "motion", "burn"))
        (scene,) = direct(shot_of(segment, "행복", duration_s=1.5), ink).scenes
        burns = "fire" in {e.name for e in scene.effects}
        flames.append((burns, "fire" in {p.concept for p in scene.props}))
    assert flames == [(False, True), (True, False)]


def test_who_strikes_a_bell_attacks_nobody(segment_of, shot_of, ink):
    """스님이 종을 치자: it rings, and nobody cowers."""
    segment = segment_of(
        "절에서 스님이 종을 쳤다.", ("절", "setting", "temple"), ("스님", "actor", "monk"),
        ("종", "prop", "bell"), ("쳤", "motion", "attack"),
    )  # fmt: skip
    assert tell(segment).events[0].concept == "perform"
    (scene,) = direct(shot_of(segment, "중립", duration_s=1.5), ink).scenes
    assert {"attack", "cover"}.isdisjoint(a.motion for a in scene.actors)
