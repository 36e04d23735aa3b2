"""Two who meet stay together over the pictures, and what is left out is meant for one of them."""

import pytest
from tests.unit.backends.told import directed, halves, happens


def last_pictures(text: str):
    """The pictures of the second of two segments."""
    return halves(text)[-1].scenes


@pytest.mark.parametrize(
    ("text", "who", "number"),
    [
        (
            "마당에 멧돼지 두 마리가 들어와서 평상 밑에 누웠다. 빗자루로 쫓아도 꿈쩍도 안 했다. "
            "배가 고픈가 싶어서 고구마를 던져 줬다. 그랬더니 한 마리가 일어나서 내 손을 핥았다.",
            "boar",
            2,
        ),
        (
            "친구 수진이랑 버스를 탔는데 우리 뒤에 까만 고양이가 앉아 있었다. 수진이가 쓰다듬으니까"
            " 고양이가 하품을 했다. 같이 사진을 찍었다. 내릴 때 고양이도 따라 내렸다.",
            "black_cat",
            1,
        ),
        (
            "방에 들어가니 도깨비가 내 침대에 누워 자고 있었어. 깨우려고 어깨를 흔들었어. "
            "눈을 번쩍 뜨더니 씩 웃었어. 나는 너무 놀라서 주저앉았어.",
            "goblin",
            1,
        ),
    ],
)
def test_who_is_not_told_to_have_left_is_there_still(text: str, who: str, number: int) -> None:
    """As many as before, and the same one, in every picture."""
    for scene in last_pictures(text):
        assert [a.concept for a in scene.actors].count(who) == number
        assert [a.concept for a in scene.actors].count("woman") == 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("마당에서 곰을 만났다. 곰이 나를 쳐다봤다. 곰이 숲으로 도망갔다. 나는 춤을 췄다.", "bear"),
        ("학교에서 선생님이 웃었다. 깨고 물을 마셨다. 나는 울었다.", "teacher"),
        (
            "아줌마가 밥을 퍼 줬다. 선생님을 불렀더니 선생님이 웃었다. "
            "그래서 아침밥 먹을 때 밥을 한참 봤다.",
            "teacher",
        ),
        ("마당에서 할머니가 웃었다. 뒷모습이 점점 작아졌다. 나는 울었다.", "grandmother"),
        ("마당에서 곰을 만났다. 곰이 나를 봤다. 시장에 가서 사과를 샀다. 춤을 췄다.", "bear"),
        ("마당에서 곰이 나를 봤다. 나는 꿈에서 깼다. 나는 밥을 먹었다. 나는 울었다.", "bear"),
        ("엄마를 찾아다녔다. 아무리 불러도 없었다. 골목에 주저앉았다. 노래를 불렀다.", "mother"),
    ],
)
def test_who_has_left_or_was_never_there_is_gone(text: str, who: str) -> None:
    """Who fled, whom one left behind or woke from, whom one only looks for."""
    assert who not in {a.concept for a in last_pictures(text)[-1].actors}


@pytest.mark.parametrize(
    ("text", "who", "motion"),
    [
        (
            "방에 호랑이가 들어와 누웠다. 쫓아도 안 나갔다. 나는 무서웠다. 나는 울었다.",
            "tiger",
            "lie",
        ),
        (
            "마루에 할머니가 앉아 계셨다. 나를 보셨다. 나는 슬펐다. 나는 울었다.",
            "grandmother",
            "sit",
        ),
        ("동생이 하늘로 떠올랐다. 나는 놀랐다. 나는 소리쳤다. 나는 울었다.", "child", "levitate"),
    ],
)
def test_who_lies_sits_or_floats_does_so_still(text: str, who: str, motion: str) -> None:
    """Nobody gets up or comes down unless that is told."""
    there = [a for scene in last_pictures(text) for a in scene.actors if a.concept == who]
    assert there
    assert {a.motion for a in there} == {motion}


def test_nobody_is_made_up_where_somebody_is_there():
    """악수를 했다: with the ghost that held out its hand, and with no stranger."""
    scenes = last_pictures(
        "귀신이 창문을 열고 들어왔다. 나는 이불을 뒤집어썼다. 이불을 들추더니 나를 빤히 쳐다봤다. "
        "손을 내밀길래 악수를 했다."
    )
    assert {a.concept for scene in scenes for a in scene.actors} <= {"ghost", "woman"}


def test_whose_an_animal_was_is_not_there():
    """할머니가 키우던 누렁이: the dog alone waits."""
    scenes = last_pictures(
        "할머니가 키우던 누렁이가 골목에서 나를 기다렸다. 이름을 불렀더니 달려와서 안겼다."
    )
    assert "grandmother" not in {a.concept for scene in scenes for a in scene.actors}


def test_who_has_grown_small_is_small_in_the_next_picture():
    """엄마가 작아졌다: hands hold her."""
    scenes = last_pictures(
        "엄마가 부엌에서 밥을 하고 있었다. 뒤에서 안았더니 엄마가 점점 작아졌다. "
        "손바닥만 해져서 내가 두 손에 올려놓았다. 엄마가 나를 보고 손을 흔들었다."
    )
    mothers = [a.height for scene in scenes for a in scene.actors if a.concept == "mother"]
    assert mothers
    assert max(mothers) < 0.3


def test_the_other_self_stays_in_the_mirror():
    """Nobody stands in the room who is only seen in the glass."""
    scenes = last_pictures(
        "거울을 보는데 거울 속의 내가 울고 있었다. 왜 우냐고 물었더니 손을 내밀었다. "
        "그 손을 잡았는데 차가웠다. 그러자 거울 속의 내가 웃었다."
    )
    assert all(len(scene.actors) == 1 for scene in scenes)
    assert all("mirror" in {e.name for e in scene.effects} for scene in scenes)


@pytest.mark.parametrize(
    ("text", "event", "doer"),
    [
        ("도깨비가 자고 있었다. 어깨를 흔들었다. 눈을 번쩍 뜨더니 웃었다.", "laugh", "goblin"),
        ("호랑이를 만났다. 밧줄을 던졌다. 이빨로 꽉 물길래 힘껏 당겼다.", "bite", "tiger"),
        ("호랑이를 만났다. 밧줄을 던졌다. 이빨로 꽉 물길래 힘껏 당겼다.", "pull", "self"),
        ("호랑이가 올라오더니 내 앞에 엎드려서 절을 했다.", "bow", "tiger"),
        ("펭귄을 봤다. 한 마리가 넘어져서 일으켜 주었다.", "support", "self"),
        ("뱀에게 우유를 줬다. 뱀이 마셨다. 다 마시고는 나를 봤다.", "drink", "snake"),
        ("너구리를 만났다. 추워 보여서 옷을 덮어 주었다.", "shiver", "raccoon"),
        ("너구리에게 밥을 주었다. 고맙다면서 춤을 췄다.", "dance", "raccoon"),
        ("잉어를 만났다. 내가 돌을 던졌다. 화가 났는지 나를 쳐다봤다.", "rage", "carp"),
        ("동생이 떠올랐다. 바람이 부니까 더 높이 올라갔다.", "rise", "child"),
        ("곰이 나를 안았다. 그러고는 같이 앉아서 꿀을 먹었다.", "eat", "self"),
        ("용이 왔다. 아버지가 용에게 술을 드렸다. 한입에 마시더니 날아갔다.", "drink", "dragon"),
        ("용이 연못에서 올라와서 아버지 앞에 섰다.", "stand", "dragon"),
        ("엄마 얼굴을 봤다. 엄마가 점점 작아졌다.", "shrink", "mother"),
        ("뱀이 발목을 감았다. 놓아 달라고 빌었더니 나를 봤다.", "beg", "self"),
        ("원숭이가 앉아 있었다. 등을 밀어 줬더니 눈을 감고 졸더라.", "sleep", "monkey"),
        ("토끼를 만났다. 당근을 꺼내 주니까 오도독 먹었다.", "graze", "rabbit"),
        ("눈사람이 문을 두드렸다. 목도리를 둘러 주었다. 고맙다면서 춤을 췄다.", "come_on", ""),
        ("새들이 앉아 있다가 함께 날아갔다.", "fly", "bird"),
        ("친구가 울고 있었다. 고개를 들더니 나를 꼭 안았다.", "hug", "friend"),
    ],
)
def test_who_is_meant_follows_from_what_was_done(text: str, event: str, doer: str) -> None:
    """The one who is seen, thanked, guessed at or given to does it."""
    assert (event, doer) in {(e, d) for e, d, _ in happens(text)}


def test_who_was_spoken_of_before_a_vehicle_is_not_aboard():
    """편의점 주인: the friend is in the fire engine, and not he."""
    scenes = directed(
        "편의점 주인이 불을 끈다고 했다. 후배랑 소방차를 타고 삼각김밥을 먹었다."
    ).scenes
    riding = [{a.concept for a in s.actors} for s in scenes if s.setting == "car"]
    assert riding
    assert all("friend" in who and "stranger" not in who for who in riding)


def test_nobody_of_the_dream_stands_by_the_bed_of_who_wakes():
    """헐 하고 깼다: the invigilator was dreamt."""
    scene = directed("교실에서 감독관이 종이를 뽑았다. 헐 하고 깼다.").scenes[-1]
    assert [a.motion for a in scene.actors] == ["wake"]
