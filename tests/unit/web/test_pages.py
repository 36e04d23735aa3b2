"""Templates and words: everything that is said in Korean can be said in English."""

import re
from datetime import date

import pytest

from mongyudo.diary.films import OPEN_STATES
from mongyudo.diary.search import jamo_of
from mongyudo.errors import InputError
from mongyudo.records import (
    CATEGORIES,
    CLOTHES,
    EMOTIONS,
    FIGURES,
    HAIRS,
    POLICY_CATEGORIES,
    StyleCard,
)
from mongyudo.web.forms import AgainForm, CardForm, FilmForm, LookingForm, beginnings, split_tags
from mongyudo.web.painters import painter, painters
from mongyudo.web.render import ENGLISH, KOREAN, WEB, said_day

SAID = re.compile(r"""_\((["'])(.+?)\1""")


def test_every_word_of_the_pages_has_its_english_and_no_english_is_left_over() -> None:
    templates = (WEB / "templates").glob("*.html")
    said = {match[2] for path in templates for match in SAID.finditer(path.read_text("utf-8"))}
    states = {*OPEN_STATES, "done", "refused", "failed", "cancelled"}
    in_english = {*POLICY_CATEGORIES, *states, *FIGURES, *CLOTHES, *HAIRS}
    assert said | {*EMOTIONS, *CATEGORIES} | in_english == set(ENGLISH)
    assert in_english == set(KOREAN)


def test_pages_ask_no_other_machine_for_anything() -> None:
    written = [path for path in (WEB / "static").iterdir() if path.suffix != ".webp"]
    for path in [*(WEB / "templates").iterdir(), *written]:
        found = re.findall(r"https?://[^\s\"')]+", path.read_text("utf-8"))
        assert [url for url in found if url != "http://www.w3.org/2000/svg"] == [], path.name


def test_scenes_may_begin_where_sentences_do_and_where_they_begin_now() -> None:
    text = "산에 갔다. 비가 왔다! 집이었다"
    assert beginnings(text, 3) == [
        (3, "갔다."),
        (7, "비가 왔다!"),
        (14, "집이었다"),
    ]
    assert beginnings("싫었다. " + "아주 " * 20, 5) == [(5, "아주 " * 7 + "아주…")]


def test_struck_keywords_are_those_that_were_shown_and_not_kept() -> None:
    form = FilmForm(known=["비", "호랑이"], keep=["비"], added=["고래, 배", ""], cuts=[7])
    wished = form.wishes().correction
    assert wished.without == ("호랑이",)
    assert wished.added == ((0, "고래"), (0, "배"))
    assert wished.cuts == (7,)


def test_cuts_of_another_number_of_scenes_are_left_to_the_reader() -> None:
    assert FilmForm(cuts=[7], segments=3).wishes().correction.cuts is None


@pytest.mark.parametrize(
    ("language", "said"), [("ko", "2026년 11월 29일 일요일"), ("en", "Sunday 29 November 2026")]
)
def test_days_are_said_as_people_say_them(language: str, said: str) -> None:
    assert said_day(language, date(2026, 11, 29)) == said


def test_a_broken_day_asks_for_nothing() -> None:
    assert LookingForm(since="2026-11-02", until="2026-13-40").wanted().since == date(2026, 11, 2)
    assert LookingForm(since="2026-11-02", until="2026-11-05").wanted().until == date(2026, 11, 5)
    assert LookingForm(until="2026-13-40").wanted().until is None


def test_painters_that_are_not_ready_say_why_and_come_last() -> None:
    told = painters()
    assert [each.ready for each in told] == sorted((each.ready for each in told), reverse=True)
    ink = next(each for each in told if each.name == "ink")
    assert ink.ready
    assert "Apache-2.0" in ink.licence
    assert all(each.reason for each in told if not each.ready)
    assert not painter("no-such-backend").ready


def test_what_is_chosen_of_a_film_is_wished_for() -> None:
    form = FilmForm.model_validate({"sound": "false", "burn_captions": "true", "seed": "7"})
    wished = form.wishes()
    assert (wished.sound, wished.burn_captions, wished.seed) == (False, True, 7)
    assert FilmForm().wishes().seed is None
    long = FilmForm.model_validate({"segments": "6", "seconds": "10", "shape": "tall"}).wishes()
    assert (long.segments, long.seconds, long.shape) == (6, 10, "tall")
    usual = FilmForm.model_validate({"shape": "", "seconds": ""}).wishes()
    assert (usual.shape, usual.seconds) == (None, None)


def test_another_seed_is_drawn_only_when_it_is_asked_for() -> None:
    assert 0 <= AgainForm(style="paper").other()["seed"] < 10**9
    assert AgainForm(style="paper", reseed=False).other() == {"style": "paper"}


def test_tags_are_split_as_people_write_them() -> None:
    assert split_tags("태몽, 할머니 #뱀\n") == ["태몽", "할머니", "뱀"]


@pytest.mark.parametrize(
    ("part", "whole"), [("호ㄹ", "호랑이"), ("ㄹ", "랑"), ("값", "값"), ("ㅄ", "없다")]
)
def test_half_written_syllables_are_found(part: str, whole: str) -> None:
    assert jamo_of(part) in jamo_of(whole)


def test_the_look_of_the_form_is_a_card_whose_colours_count_where_they_are_ticked() -> None:
    form = CardForm(
        style="geumni", figure="girl", accent="#AA2200", own_cloth=True, cloth="#AA00BB"
    )
    assert form.card() == StyleCard(style="geumni", figure="girl", cloth="#aa00bb")
    assert CardForm().card() == StyleCard()
    with pytest.raises(InputError, match="seal"):
        CardForm(seal="夢").card()
