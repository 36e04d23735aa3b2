"""Captions hold the dream's own words and can be read in time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mongyudo.film.captions import (
    LONGEST_CUE_CHARS,
    LONGEST_LINE_CHARS,
    READ_CHARS_PER_S,
    Captions,
    captions,
    webvtt,
)
from mongyudo.records import Keyword, Segment


def segment(text: str, *words: str) -> Segment:
    """A segment with keywords."""
    keywords = tuple(Keyword(w, "", "prop", text.find(w), text.find(w) + len(w)) for w in words)
    return Segment(0, len(text), text, keywords, "")


def test_a_short_dream_is_told_whole() -> None:
    """Every word is kept, in order, and the cues follow each other."""
    text = "도자기를 안고 걸었다. 빈 집에 두고 왔다."
    told = captions((segment(text),), (4.0,))
    assert told.complete
    assert " ".join(cue.text for cue in told.cues) == text
    assert told.cues[0].start_s == 0
    assert told.cues[-1].end_s == 4.0


def test_a_long_segment_keeps_the_telling_phrases() -> None:
    """What cannot be read is left out; the phrase with the keywords stays, unaltered."""
    text = "그냥 이런저런 길을 한참 걸어가고 있었다. " * 6 + "검은 호랑이가 절벽에서 나타났다."
    told = captions((segment(text, "검은 호랑이", "절벽"),), (3.0,))
    assert not told.complete
    assert any("검은 호랑이가 절벽에서" in cue.text for cue in told.cues)
    assert sum(len(cue.text) for cue in told.cues) <= READ_CHARS_PER_S * 3.0


def test_cues_end_with_phrases_and_have_two_lines_at_most() -> None:
    """No cue ends in a modifier, none is a mere word, and long ones stand on two lines."""
    text = (
        "문이 열리자 옛날 남자친구가 웨딩드레스를 입은 여자와 결혼식을 올리고 있었다. "
        "나는 교복을 입은 채 검은 말 한 마리를 타고 도망쳤다."
    )
    cues = captions((segment(text),), (6.0,)).cues
    ends = [cue.text.split()[-1] for cue in cues]
    assert not {"옛날", "입은", "검은", "말", "한", "결혼식을"} & set(ends)
    assert all(8 <= len(cue.text) <= LONGEST_CUE_CHARS for cue in cues)
    blocks = [block.split("\n")[2:] for block in webvtt(cues).strip().split("\n\n")[1:]]
    assert max(map(len, blocks)) == 2
    assert all(len(line) <= LONGEST_LINE_CHARS + 5 for lines in blocks for line in lines)


def test_webvtt_is_well_formed() -> None:
    """Times and escapes follow the format."""
    text = webvtt(captions((segment("a < b & c"),), (61.5,)).cues)
    assert text.startswith("WEBVTT\n")
    assert "00:00:00.000 --> 00:01:01.500" in text
    assert "a &lt; b &amp; c" in text


@pytest.mark.slow
@settings(max_examples=50, deadline=None)
@given(st.text(min_size=1, max_size=300), st.floats(0.5, 10))
def test_any_text_gives_ordered_cues(text: str, duration_s: float) -> None:
    """Cues never overlap, never leave the film, and never are blank."""
    told: Captions = captions((segment(text),), (duration_s,))
    edges = [edge for cue in told.cues for edge in (cue.start_s, cue.end_s)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= duration_s + 1e-6 for edge in edges)
    assert all(cue.text.strip() for cue in told.cues)


def test_no_word_flashes_by_alone() -> None:
    """Rather two sentences in one cue."""
    text = "할머니가 마당에서 빨래를 널고 계셨다. 깼다."
    assert [cue.text for cue in captions([segment(text)], [6.0]).cues] == [text]
