"""Templates and words: everything that is said in Korean can be said in English."""

import re

import pytest

from mongyudo.diary.search import jamo_of
from mongyudo.records import CATEGORIES, EMOTIONS, POLICY_CATEGORIES
from mongyudo.web.forms import FilmForm, beginnings, split_tags
from mongyudo.web.render import ENGLISH, KOREAN, WEB

SAID = re.compile(r"""_\((["'])(.+?)\1""")


def test_every_word_of_the_pages_has_its_english_and_no_english_is_left_over() -> None:
    templates = (WEB / "templates").glob("*.html")
    said = {match[2] for path in templates for match in SAID.finditer(path.read_text("utf-8"))}
    values = {*EMOTIONS, *CATEGORIES, *POLICY_CATEGORIES}
    assert said | values == set(ENGLISH)
    assert set(POLICY_CATEGORIES) == set(KOREAN)


def test_pages_ask_no_other_machine_for_anything() -> None:
    for path in [*(WEB / "templates").iterdir(), *(WEB / "static").iterdir()]:
        found = re.findall(r"https?://[^\s\"')]+", path.read_text("utf-8"))
        assert [url for url in found if url != "http://www.w3.org/2000/svg"] == [], path.name


def test_scenes_may_begin_where_sentences_do_and_where_they_begin_now() -> None:
    text = "산에 갔다. 비가 왔다! 집이었다"
    assert beginnings(text, 3) == [
        (3, "갔다. 비가 왔다! 집이었다"),
        (7, "비가 왔다! 집이었다"),
        (14, "집이었다"),
    ]


def test_struck_keywords_are_those_that_were_shown_and_not_kept() -> None:
    form = FilmForm(known=["비", "호랑이"], keep=["비"], added=["고래, 배", ""], cuts=[7])
    wished = form.wishes().correction
    assert wished.without == ("호랑이",)
    assert wished.added == ((0, "고래"), (0, "배"))
    assert wished.cuts == (7,)


def test_cuts_of_another_number_of_scenes_are_left_to_the_reader() -> None:
    assert FilmForm(cuts=[7], segments=3).wishes().correction.cuts is None


def test_tags_are_split_as_people_write_them() -> None:
    assert split_tags("태몽, 할머니 #뱀\n") == ["태몽", "할머니", "뱀"]


@pytest.mark.parametrize(
    ("part", "whole"), [("호ㄹ", "호랑이"), ("ㄹ", "랑"), ("값", "값"), ("ㅄ", "없다")]
)
def test_half_written_syllables_are_found(part: str, whole: str) -> None:
    assert jamo_of(part) in jamo_of(whole)
