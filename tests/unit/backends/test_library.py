"""A library of clips is ranked for a dream, and its best clip's first picture begins a film."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.unit.training.videos import scenery, write_video

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion.stills import LIBRARY, fault, first_frame
from mongyudo.backends.library import (
    Reference,
    Wish,
    best,
    first_picture,
    rank,
    read_library,
    wish_of,
)
from mongyudo.errors import DataError, UsageError
from mongyudo.reading import read
from mongyudo.records import Dream, Keyword, Segment, Shot

TIGER = Keyword("호랑이", "tiger", "actor", 0, 3)
FOREST = Keyword("어두운 숲", "dark forest", "setting", 4, 9)

ROWS = [
    {"file": "sea.mp4", "caption": "a boat on the sea", "category": "물·바다", "emotion": "공포"},
    {"file": "tiger.mp4", "caption": "two tigers running through a forest", "emotion": "공포"},
    {"file": "숲.mp4", "caption": "호랑이가 어두운 숲을 달린다", "category": "지상동물"},
    {"file": "cat.mp4", "caption": "a cat", "category": "지상동물", "background": "a dark forest"},
]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Four videos, each of a scenery of its own."""
    for seed, row in enumerate(ROWS):
        write_video(tmp_path / row["file"], [scenery(seed)] * 2, crf="4")
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS)
    (tmp_path / "clips.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


def shot(*keywords: Keyword, emotion: str = "공포", category: str = "지상동물") -> Shot:
    """A shot with these keywords."""
    return Shot(
        index=0,
        segment=Segment(0, 3, "호랑이", keywords, "a tiger"),
        emotion=emotion,
        category=category,
        adapter=None,
        seed=1,
        size_px=(128, 96),
        fps=8,
        duration_s=1.0,
    )


def order(library: Path, wish: Wish) -> list[str]:
    """The ranked clips' ids."""
    return [each.reference.id for each in rank(read_library(library), wish)]


def test_what_is_said_of_a_clip_counts_in_both_languages(library: Path) -> None:
    """All keywords in Korean and the category go before the English ones and the emotion."""
    wish = wish_of(shot(TIGER, FOREST))
    assert order(library, wish) == ["숲.mp4", "tiger.mp4", "cat.mp4", "sea.mp4"]


def test_matches_are_told(library: Path) -> None:
    """Endings of English words do not matter; half of a phrase counts half."""
    found = rank(read_library(library), Wish((TIGER, FOREST), "행복", "기타"))
    tiger = next(each for each in found if each.reference.id == "tiger.mp4")
    assert tiger.matched == ("호랑이", "어두운 숲")
    assert tiger.score == 3.0 + 2.0 / 2


@pytest.mark.parametrize(
    ("word", "there", "elsewhere"),
    [
        ("배", "강 위로 배가 지나간다", "배낭을 멘 사람, 배경은 바다"),
        ("불", "불이 난 집", "불상 앞의 불안한 사람"),
        ("물", "물에 빠진 아이", "인물과 건물, 선물 상자"),
        ("말", "흰 말을 탄 왕", "거짓말하는 사람의 양말"),
        ("사람", "길에서 사람이 걷는다", "눈사람이 선 마당"),
    ],
)
def test_a_short_word_is_not_found_inside_another(word: str, there: str, elsewhere: str) -> None:
    """A word with its particle is; 배 is no 배낭."""
    wish = Wish((Keyword(word, "", "prop", 0, 1),), "", "")
    clips = [Reference(str(at), Path(), said) for at, said in enumerate((elsewhere, there))]
    assert [each.reference.id for each in rank(clips, wish)] == ["1"]


def test_the_emotion_alone_chooses_no_clip(library: Path) -> None:
    """It is the content that must fit."""
    wish = Wish((Keyword("사과", "apple", "prop", 0, 2),), "공포", "음식")
    assert order(library, wish) == ["sea.mp4", "tiger.mp4"]
    assert best(read_library(library), wish) is None


def test_a_whole_reading_may_be_looked_for(library: Path) -> None:
    """As `mongyudo data find` does."""
    wish = wish_of(read(Dream.of("숲에서 호랑이에게 쫓겼다. 너무 무서웠다.")))
    assert order(library, wish)[0] in ("숲.mp4", "tiger.mp4")


@pytest.mark.parametrize("text", ['{"file": "../x.mp4", "caption": ""}', "no json", "{}"])
def test_a_broken_list_is_told(tmp_path: Path, text: str) -> None:
    """And no file outside of the library is ever read."""
    (tmp_path / "clips.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(DataError):
        read_library(tmp_path)


def test_a_folder_that_is_no_library_says_how_to_make_one(tmp_path: Path) -> None:
    """Before anything is loaded."""
    with pytest.raises(UsageError, match="data import"):
        read_library(tmp_path)
    told = fault(Options(still=LIBRARY, library_dir=tmp_path))
    assert told is not None
    assert "data import" in told.remedy
    assert fault(Options(still=LIBRARY)) is not None


def test_a_film_begins_with_the_best_clip(library: Path) -> None:
    """Its first picture, named in what the shot was made with."""
    options = Options(still=LIBRARY, library_dir=library)
    assert fault(options) is None
    still = first_frame(shot(TIGER, FOREST), options, lambda: False)
    assert np.abs(np.asarray(still.picture, float) - scenery(2)).mean() < 4
    assert still.told["from"] == "library"
    assert still.told["clip"] == "숲.mp4"


def test_where_no_clip_fits_the_ink_draws_and_says_so(library: Path) -> None:
    """Never silently another picture."""
    options = Options(still=LIBRARY, library_dir=library)
    asked = shot(Keyword("사과", "apple", "prop", 0, 2), emotion="행복", category="음식")
    still = first_frame(asked, options, lambda: False)
    assert still.told["from"] == "ink"
    assert "no clip" in str(still.told["why"])
    assert isinstance(still.picture, Image.Image)


def test_a_prepared_clip_gives_its_first_frame(tmp_path: Path) -> None:
    """A prepared set is a library, too."""
    pixels = np.stack([scenery(1), scenery(2)])
    np.save(tmp_path / "a.npy", pixels)
    row = {"id": "a-000000", "path": "a.npy", "caption": "a tiger"}
    (tmp_path / "prepared.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (reference,) = read_library(tmp_path)
    assert (first_picture(reference) == pixels[0]).all()
    (tmp_path / "a.npy").write_bytes(b"x")
    with pytest.raises(DataError, match="cannot be read"):
        first_picture(reference)
