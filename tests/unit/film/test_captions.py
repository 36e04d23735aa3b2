"""Captions hold the dream's own words and can be read in time."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mongyudo.film.captions import READ_CHARS_PER_S, Captions, captions, webvtt
from mongyudo.records import Keyword, Segment


def segment(text: str, *words: str) -> Segment:
    """A segment with keywords."""
    keywords = tuple(Keyword(w, "", "prop", text.find(w), text.find(w) + len(w)) for w in words)
    return Segment(0, len(text), text, keywords, "")


def test_a_short_dream_is_told_whole() -> None:
    """Every word is kept, in order, and the cues follow each other."""
    text = "도자기를 안고 걸었다. 빈 집에 두고 왔다."
    told = captions((segment(text),), 4.0)
    assert told.complete
    assert " ".join(cue.text for cue in told.cues) == text
    assert told.cues[0].start_s == 0
    assert told.cues[-1].end_s == 4.0


def test_a_long_segment_keeps_the_telling_phrases() -> None:
    """What cannot be read is left out; the phrase with the keywords stays, unaltered."""
    text = "그냥 이런저런 길을 한참 걸어가고 있었다. " * 6 + "검은 호랑이가 절벽에서 나타났다."
    told = captions((segment(text, "검은 호랑이", "절벽"),), 3.0)
    assert not told.complete
    assert any("검은 호랑이가 절벽에서" in cue.text for cue in told.cues)
    assert sum(len(cue.text) for cue in told.cues) <= READ_CHARS_PER_S * 3.0


def test_webvtt_is_well_formed() -> None:
    """Times and escapes follow the format."""
    text = webvtt(captions((segment("a < b & c"),), 61.5).cues)
    assert text.startswith("WEBVTT\n")
    assert "00:00:00.000 --> 00:01:01.500" in text
    assert "a &lt; b &amp; c" in text


@settings(max_examples=50, deadline=None)
@given(st.text(min_size=1, max_size=300), st.floats(0.5, 10))
def test_any_text_gives_ordered_cues(text: str, duration_s: float) -> None:
    """Cues never overlap, never leave the film, and never are blank."""
    told: Captions = captions((segment(text),), duration_s)
    edges = [edge for cue in told.cues for edge in (cue.start_s, cue.end_s)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= duration_s + 1e-6 for edge in edges)
    assert all(cue.text.strip() for cue in told.cues)
