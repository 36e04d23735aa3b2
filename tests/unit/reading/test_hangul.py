"""Endings joined to stems, and romanisation."""

import pytest

from mongyudo.reading.hangul import adnominal, nominal, romanise


@pytest.mark.parametrize(
    ("stem", "irregular", "expected"),
    [
        ("쫓기", False, "쫓김"),
        ("안", False, "안음"),
        ("흔들", False, "흔듦"),
        ("눕", True, "누움"),
        ("듣", True, "들음"),
        ("짓", True, "지음"),
        ("까맣", True, "까맘"),
    ],
)
def test_nominal(stem: str, expected: str, *, irregular: bool) -> None:
    """Stems take -음 as dictionaries say."""
    assert nominal(stem, irregular=irregular) == expected


@pytest.mark.parametrize(
    ("stem", "ongoing", "irregular", "expected"),
    [
        ("멈추", False, False, "멈춘"),
        ("젖", False, False, "젖은"),
        ("흔들리", True, False, "흔들리는"),
        ("울", True, False, "우는"),
        ("가볍", False, True, "가벼운"),
        ("없", False, False, "없는"),
    ],
)
def test_adnominal(stem: str, expected: str, *, ongoing: bool, irregular: bool) -> None:
    """Stems stand before nouns in the past or ongoing form."""
    assert adnominal(stem, ongoing=ongoing, irregular=irregular) == expected


@pytest.mark.parametrize(
    ("korean", "latin"),
    [
        ("국립", "gungnip"),
        ("신라", "silla"),
        ("종로", "jongno"),
        ("독도", "dokdo"),
        ("왕십리", "wangsimni"),
        ("구렁덩덩", "gureongdeongdeong"),
        ("B1 층", "B1 cheung"),
        ("뱀🐍", "baem"),
    ],
)
def test_romanise(korean: str, latin: str) -> None:
    """Sound changes between syllables follow the Revised Romanisation."""
    assert romanise(korean) == latin
