"""The director's data files are complete and point at things that exist."""

import re
from typing import get_args

from mongyudo.backends.director.blocking import BLOCKINGS
from mongyudo.backends.director.moods import CAMERAS, CATEGORY_LOOKS, FEELINGS
from mongyudo.backends.director.tables import haunts, rows, stand_ins
from mongyudo.backends.director.vignettes import Hero, effect_of, vignettes
from mongyudo.records import CATEGORIES, EMOTIONS


def test_there_are_at_least_fifty_vignettes_and_each_can_be_staged():
    """Every blocking and every camera that the table names exists; weights run from 1 to 9."""
    table = vignettes().values()
    assert len(table) >= 50
    for vignette in table:
        assert vignette.blocking in BLOCKINGS, vignette.concept
        assert vignette.camera in CAMERAS, vignette.concept
        assert vignette.hero in get_args(Hero)
        assert 1 <= vignette.weight <= 9


def test_every_emotion_and_every_category_has_a_look():
    """No emotion and no category falls back to another's."""
    assert set(FEELINGS) == set(EMOTIONS)
    assert len({f.mood for f in FEELINGS.values()}) == 7
    assert set(CATEGORY_LOOKS) == set(CATEGORIES)


def test_no_concept_stands_in_for_itself():
    """A row that names itself would hide a missing drawing."""
    for concept, alternatives in stand_ins().items():
        assert alternatives
        assert all(a.partition(":")[0] != concept for a in alternatives)


def test_haunts_name_one_setting_each():
    """A concept is met in one place, given by a plain name."""
    assert all(re.fullmatch("[a-z_]+", setting) for setting in haunts().values())


def test_metaphors_are_patterns_with_effects():
    """Each row compiles and its strengths lie between 0 and 1."""
    for row in rows("metaphors.tsv"):
        re.compile(row["words"])
        for word in row["shown_by"].split():
            effect = effect_of(word)
            assert 0 <= effect.start <= 1
            assert 0 <= effect.end <= 1


def test_no_set_of_words_stands_twice():
    """The second row would hide the first."""
    told = [row["set"] for row in rows("words.tsv")]
    assert sorted(set(told)) == sorted(told)
