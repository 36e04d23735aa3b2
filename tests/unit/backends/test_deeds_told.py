"""Verbs, sayings and mimetic words that the lexicon did not picture: what they tell."""

import pytest
from tests.unit.backends.told import happens, segment

from mongyudo.backends.director import direct
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.backends.director.tables import rows
from mongyudo.backends.director.vignettes import vignettes
from mongyudo.reading.lexicon import load_lexicon

DEEDS = {
    "쿨럭거렸다": "sneeze", "우물쭈물했다": "freeze", "꼬매고": "sew", "난도질했다": "attack",
    "약탈했다": "steal", "회상했다": "ponder", "껄껄거렸다": "laugh", "흘끔거렸다": "look",
    "갈아엎었다": "dig", "뛰놀았다": "play", "저미었다": "slice",
    "솎아 냈다": "pull_out", "긁적댔다": "scratch", "보듬었다": "hug", "내팽개쳤다": "throw",
    "발가락을 오므렸다": "make", "그릇을 포갰다": "put_down", "손을 쓸어안았다": "hug",
    "졸도했다": "faint", "뒤뚱거렸다": "stagger", "분만했다": "birth", "종알거렸다": "talk",
}  # fmt: skip
"""Past forms of verbs of many kinds, and what somebody is seen doing."""


@pytest.mark.parametrize(("said", "event"), list(DEEDS.items()))
def test_what_people_do_is_seen(said, event):
    """Each has the picture of its kind."""
    assert event in {name for name, _, _ in happens(f"나는 방에서 {said}.")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("나는 한숨이 나왔다.", "downcast"),
        ("나는 눈물을 훔쳤다.", "wipe"),
        ("멀리서 종소리가 났다.", "hear"),
        ("정신이 들었다.", "wake"),
        ("엄마가 말을 꺼냈다.", "talk"),
        ("부엌에서 썩는 냄새가 났다.", "hold_nose"),
        ("나는 고무줄을 넘었다.", "jump"),
        ("경찰이 길을 막았다.", "bar_way"),
        ("나는 문을 땄다.", "open_door"),
        ("아이가 그물을 걷었다.", "pull"),
        ("엄마가 실망했다.", "downcast"),
    ],
)
def test_what_a_verb_tells_with_the_word_before_it_is_seen(text, event):
    """A saying, a thing and what is done with it, a feeling that shows."""
    assert event in {name for name, _, _ in happens(text)}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("배가 꿀렁꿀렁했다.", "shake"),
        ("물이 꿀렁댔다.", "shake"),
        ("나는 콜록대었다.", "sneeze"),
        ("솥 안에 개미가 바글바글.", "infest"),
        ("솥에 쌀알이 바글바글했다.", "many_of"),
        ("깃발이 팔락댔다.", "flutter"),
        ("알이 말랑거렸다.", "soften"),
    ],
)
def test_mimetic_words_tell_the_same_in_all_their_forms(text, event):
    """With 거리다, 대다 or 하다, or at the end of the sentence."""
    assert event in {name for name, _, _ in happens(text)}


@pytest.mark.parametrize(
    "text", ["부엌에서 꽃 냄새가 났다.", "너덜너덜한 옷이 있었다.", "구불구불한 길이 있었다."]
)
def test_what_only_looks_or_smells_so_does_not_happen(text):
    """No flower grows, and no dress flutters."""
    assert not {name for name, _, _ in happens(text)} & {"grow", "flutter", "tilt"}


@pytest.mark.parametrize(
    ("text", "verb", "seen"),
    [
        ("마당에 고양이가 있었다. 고양이가 하얬다.", "하얬다", "cat"),
        ("나는 문을 열었다. 문은 갈색이었다.", "갈색이었다", "door"),
        ("굴뚝에서 연기가 났다.", "났다", "fog"),
    ],
)
def test_what_is_seen_to_be_so_is_drawn(text, verb, seen, shot_of):
    """The colour that something has, the smoke that is there."""
    drawn = direct(shot_of(segment(text)), repertoire()).drawn
    at = text.index(verb)
    assert seen in {d.concept for d in drawn if d.start_char <= at < d.end_char}


def test_every_deed_and_saying_has_a_vignette():
    """No row names an event that cannot be staged."""
    lexicon = load_lexicon()
    deeds = {
        line.split("\t")[5]
        for (_, pos), found in lexicon.rows.items()
        if pos == "V"
        for line, file, _ in found
        if file.name == "deeds.tsv"
    }
    assert deeds | {row["event"] for row in rows("sayings.tsv")} <= vignettes().keys()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("방이 추웠다.", ("shiver", "self", "")),
        ("시장이 시끄러웠다.", ("cover_ears", "self", "")),
        ("엄마가 얼굴을 찡그렸다.", ("frown", "mother", "")),
        ("나는 부끄러웠다.", ("abashed", "self", "")),
        ("너무 신기했다.", ("stunned", "self", "")),
        ("선생님이 한숨을 쉬었다.", ("downcast", "teacher", "")),
    ],
)
def test_what_is_felt_is_seen_on_who_feels_it(text, event):
    """As faces and shoulders show it, be it a place or a thing of which it is told."""
    assert event in happens(text)


@pytest.mark.parametrize("text", ["추운 방에서 나는 잤다.", "신기한 물건이 있었다."])
def test_what_a_noun_is_like_is_felt_by_nobody(text):
    """A cold room makes nobody shiver by itself."""
    assert not {name for name, _, _ in happens(text)} & {"shiver", "stunned"}


def test_quiet_events_are_of_verbs_that_are_known():
    """A verb that the lexicon lacks is never found in a text, whatever else is told of it."""
    lexicon = load_lexicon()
    verbs = {row["lemma"] for row in rows("plain_verbs.tsv")}
    lost = {v for v in verbs if not lexicon.lookup(v, "V") and not lexicon.lookup(v, "A")}
    nouns = {v for v in lost if lexicon.lookup(v.removesuffix("하다"), "N")}
    assert not lost - nouns
