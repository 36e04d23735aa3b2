"""Style cards: as files, in the director's hands, and what they may hold."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mongyudo.backends.director.dreamer import dreamer_of
from mongyudo.backends.director.keeping import personal
from mongyudo.errors import InputError
from mongyudo.ink.looks import look_for
from mongyudo.ink.scene import Actor, Key, Scene, Taste
from mongyudo.journey.cards import card_toml, load_card
from mongyudo.journey.manifest import card_json
from mongyudo.records import PLAIN_CARD, StyleCard

CARD = StyleCard(
    style="minhwa", figure="girl", clothes="hanbok", hair="braid", glasses=True, cloth="#b03050",
    accent="#2d6ca0", line=1.3, hand="book", seal="지은",
)  # fmt: skip
HERE = (Key(0, 0.5, 0.8),)
SCENE = Scene((64, 36), 8, 1.0, 3, "field", actors=(Actor("tiger", HERE), Actor("girl", HERE)))


def test_a_card_comes_back_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "look.toml"
    path.write_text(card_toml(CARD), encoding="utf-8")
    assert load_card(path) == CARD


def test_a_film_hands_its_look_on(tmp_path: Path) -> None:
    """A film.json is a card: the material it was made in, and what its own card said."""
    path = tmp_path / "film.json"
    told = {"style": "geumni", "card": card_json(replace(CARD, style=None))}
    path.write_text(json.dumps(told), encoding="utf-8")
    assert load_card(path) == replace(CARD, style="geumni")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ('style = "oil"', "style"),
        ('cloth = "red"', "#2d6ca0"),
        ("line = 9", "0.5 to 2.0"),
        ('seal = "夢"', "Hangul"),
        ('hat = "gat"', "hat"),
        ("style =", "no style card"),
    ],
)
def test_what_is_no_card_is_refused_by_name(words: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "look.toml"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(InputError, match=why):
        load_card(path)


def test_the_dreamer_is_who_the_card_says_but_may_become_a_child() -> None:
    grandfather = StyleCard(figure="grandfather", clothes="suit")
    assert dreamer_of("남편이 웃었다.", grandfather).concept == "grandfather"
    assert dreamer_of("남편이 웃었다.", grandfather).clothes == "suit"
    assert dreamer_of("재입대하라고 했다.", grandfather).clothes == "soldier"
    assert dreamer_of("내가 초등학생이 되어 있었다.", grandfather).concept == "child"
    assert dreamer_of("재입대하라고 했다.") == dreamer_of("재입대하라고 했다.", PLAIN_CARD)


def test_only_the_dreamer_takes_on_the_cards_looks() -> None:
    tiger, girl = personal(SCENE, CARD, "girl").actors
    assert tiger == SCENE.actors[0]
    assert (girl.hair, girl.glasses, girl.cloth) == ("braid", True, (176, 48, 80))
    assert personal(SCENE, PLAIN_CARD, "girl") is SCENE


def test_a_costume_keeps_its_colour() -> None:
    soldier = replace(SCENE, actors=(Actor("girl", HERE, clothes="soldier"),))
    assert personal(soldier, CARD, "girl").actors[0].cloth is None


def test_the_accent_and_the_line_reach_the_look() -> None:
    scene = personal(SCENE, CARD, "girl")
    assert scene.seal == "지은"
    assert scene.taste == Taste((45, 108, 160), 1.3, "book")
    look = look_for("joy", "ink", "day", scene.taste)
    assert look.accents[0] == (45, 108, 160)
    assert look.line == 1.3
