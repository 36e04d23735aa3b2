"""Who does what Korean leaves unsaid, read from real texts."""

import pytest
from tests.unit.backends.told import film, halves, shots

from mongyudo.backends.director.continuity import story_of
from mongyudo.backends.director.story import SELF

DONE_BY: dict[str, tuple[str, str, str]] = {
    "looks at me": (
        "검은 옷을 입은 남자가 골목 끝에 서 있었다. 나를 쳐다보더니 점점 다가왔다.",
        "man watch", "man walk",
    ),
    "looks at nobody but me": (
        "꿈에 영감이 대문 앞에 서 있드라고. 두루마기를 입고는 나만 쳐다보는디 나는 말을 못 했다.",
        "grandfather dress", "grandfather watch",
    ),
    "flees when I call": (
        "고양이가 담 위에 앉아 있었다. 내가 부르니까 도망갔다.",
        "self shout", "cat chase",
    ),
    "does not heed my call": (
        "친구가 앞에 있었다. 아무리 소리쳐도 돌아보지 않고 걸어갔다.",
        "self shout", "friend turn_away", "friend walk",
    ),
    "goes on where the segment is cut": (
        "엄마가 시장에서 배추를 골랐다. 내가 엄마라고 불러도 고개를 돌리고 다른 아이 손을 잡고 "
        "가 버렸다. 나는 배추 더미 옆에 주저앉아 울었다.",
        "mother look_back", "mother hand_in_hand", "self cry",
    ),
    "is seen to go": (
        "돌아가신 할아버지가 서 있었다. 내가 가라 항께 안개 속으로 걸어가 버리데.",
        "grandfather stand", "grandfather walk",
    ),
    "smiles when hugged": (
        "아이가 울고 있었다. 나는 다가갔다. 안아 줬더니 웃었다.", "self hug", "child laugh",
    ),
    "follows": (
        "귀신이 복도에 나타났다. 나는 문을 닫고 숨었는데 계속 쫓아왔다.",
        "self hide", "ghost chase",
    ),
    "is what frightens me": (
        "개가 갑자기 달려들어서 나무 위로 올라갔다.", "dog attack", "self climb",
    ),
    "holds out what I am to taste": (
        "강아지가 국을 끓이고 있었다. 앞치마를 두르고 나한테 맛 좀 보라고 숟가락을 내밀었다.",
        "dog stir", "dog give",
    ),
    "sinks, and no water drains off": (
        "동생이 물에 빠졌다. 나는 손을 뻗었지만 잡지 못했다.", "child sink", "self touch",
    ),
}  # fmt: skip


def _told(text: str) -> list[str]:
    return [
        f"{e.doer or e.hero_thing} {e.concept}" for s in shots(text) for e in story_of(s).events
    ]


@pytest.mark.parametrize("case", DONE_BY)
def test_who_is_left_unsaid_is_found(case: str) -> None:
    """Somebody else does what the dreamer cannot be the one to do, the dreamer the rest."""
    text, *expected = DONE_BY[case]
    told = _told(text)
    assert [each for each in expected if each not in told] == [], told


@pytest.mark.parametrize(
    "text",
    [
        "전남친이랑 놀이공원에서 회전목마를 탔다.",
        "거실까지 물이 찼다. 방이 꽉 찼다.",
        "호랑이를 쫓을라 캤는데 겁이 났다.",
        "할머니가 콧노래를 부르고 계셨다.",
        "화면에 내 카톡 대화가 그대로 떠 있었다.",
    ],
)
def test_nothing_is_told_that_a_homonym_would(text: str) -> None:
    """Nothing burns, is kicked, dug up, shouted, and no dreamer floats."""
    told = _told(text)
    false = [each for each in told if each.split()[-1] in ("burn", "kick", "dig", "shout")]
    assert not false
    assert f"{SELF} float" not in told


def test_the_thrown_thing_flies() -> None:
    """의자를 던졌는데 날아갔다: no dreamer flies."""
    assert "chair fly" in _told("의자를 집어 던졌는데 솜처럼 가볍게 날아가서 맞지도 않았다.")
    assert f"{SELF} fly" not in _told("의자를 던졌는데 창밖으로 날아갔다.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("천장에서 모래가 쏟아졌다.", "self pour_down"),
        ("땅에서 물이 솟구쳐 나왔다.", "gush"),
        ("구렁이가 감나무를 칭칭 감고 있었다.", "self entwine"),
        ("딸아이 손을 잡고 시장에 갔다. 생선을 고르는 사이 애가 사라졌다.", "girl vanish"),
        ("나는 버스 뒤를 미친 듯이 쫓아갔다.", "self missed_bus"),
        ("나는 꿈에서 공룡 탔어.", "self ride"),
    ],
)
def test_what_happens_has_a_picture_of_its_own(text: str, expected: str) -> None:
    """Grain pours, water gushes, a snake winds about a tree, a daughter is one child."""
    assert any(each.strip().endswith(expected.removeprefix("self ")) for each in _told(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("나는 인어가 되었다. 바닷속을 헤엄쳤다.", "mermaid swim"),
        ("할매가 앉아 있더라. 내 보고 이리 온나 카면서 손짓을 했다.", "grandmother point"),
        ("거북이가 목걸이를 내 목에 걸어 줬다.", "turtle apply"),
        ("고양이가 되어 담 위를 걸었다. 다시 사람이 되어 뛰었다.", "self run"),
    ],
)
def test_who_one_has_become_goes_on_doing(text: str, expected: str) -> None:
    """What the dreamer has turned into does the rest, until they are themselves again."""
    assert expected in _told(text)


def _seen(text: str) -> set[str]:
    return {
        name
        for scene in film(text)
        for name in (
            scene.setting, *(a.concept for a in scene.actors), *(p.concept for p in scene.props),
            *(e.name for e in scene.effects),
        )
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "there", "gone"),
    [
        ("창밖은 새벽이었고 사무실에는 나 혼자였음. 화가 나서 서류를 찢음.", "office", "room"),
        ("훈련소 침상에 누워 있는데 천장에서 물이 뚝뚝 떨어졌다.", "leaking barracks", "room"),
        ("하늘에서 편지가 눈처럼 내렸다. 너무 슬펐다.", "field", "room"),
        ("지하철을 탔는데 문이 열렸다.", "subway sliding_doors", "door"),
        ("혼자 엘리베이터를 탔는데 문이 열렸다.", "elevator sliding_doors", "door"),
        ("바닥에 아이 분홍 운동화 한 짝만 떨어져 있어서 그걸 안고 울었다.", "woman", "child"),
        ("엄마 나 꿈에서 공룡 탔어! 구름까지 올라갔어.", "dinosaur", "mother"),
        (
            "둘이 똑같이 생겨서 누가 진짜인지 알 수가 없었다. 여자친구가 울었다.",
            "woman",
            "stranger",
        ),
        ("편지는 헤어진 친구의 글씨였다.", "writing", "friend"),
        ("놀이공원에서 회전목마를 탔다.", "carousel_horse amusement_park", "fire"),
        ("자루에서 쌀이 쏟아졌다.", "pouring", "rice_sack"),
    ],
)
def test_the_picture_holds_what_is_told_and_no_more(text: str, there: str, gone: str) -> None:
    """Where one is, what runs and slides there; nobody whose things alone are there."""
    seen = _seen(text)
    assert set(there.split()) <= seen
    assert gone not in seen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("울고 있는 아이를 봤다.", "child cry"),
        ("춤추고 있는 여자가 나를 불렀다.", "woman dance"),
        ("앉아 계신 할머니에게 다가갔다.", "grandmother sit"),
        ("침대에 누워 있는 환자가 나를 쳐다봤다.", "patient lie_down"),
        ("내가 안고 있던 아기가 웃었다.", "self hug"),
        ("엄마가 업고 있던 동생이 울었다.", "mother piggyback"),
        ("까치가 입에 물고 있던 금반지를 떨어뜨렸다.", "magpie drop"),
        ("아들이 입대하는 날 연병장에서 손을 흔들었다.", "self wave"),
        ("누나가 내 손을 잡아 주었지만 자꾸 미끄러졌다.", "self slip"),
        ("차가 붕 떠서 구름 위를 날았다.", "car fly"),
        ("고속도로를 달리는데 앞에 소가 있었다.", "self drive"),
    ],
)
def test_the_noun_behind_a_verb_does_it_or_it_is_done_to_them(text: str, expected: str) -> None:
    """울고 있는 아이: the child cries; 내가 안고 있던 아기: the dreamer holds it."""
    assert expected in _told(text)


def test_a_snake_wound_about_a_tree_is_seen() -> None:
    """Its coils are the snake, and the film does not say that it was not drawn."""
    text = "마당에 커다란 구렁이 한 마리가 감나무를 칭칭 감고 있었다."
    assert not any("구렁이" in word for each in halves(text) for word in each.missing)
    assert "snake_coils" in _seen(text)
