"""Ways of telling a dream, and how much of it each keeps."""

from mongyudo.lab.dreams import GoldElement
from mongyudo.lab.questions.prompts import pairs, tellings
from mongyudo.lab.retention import drawn, kept_in_english, kept_in_korean
from mongyudo.lab.summary import summarise
from mongyudo.reading.korean import analyse
from mongyudo.records import Dream

TEXT = (
    "회장님께 드릴 귀중한 도자기를 들고 빈 집에 들어갔다. 날씨가 좋았다. "
    "도자기를 두고 나왔는데 회장님이 가짜라고 소리쳤다. 나는 울었다."
)


def element(text: str, *english: str) -> GoldElement:
    return GoldElement(text, "thing", english)


def test_a_summary_is_of_the_dreams_own_sentences_within_its_length() -> None:
    analysis = analyse(TEXT)
    for most_chars in (8, 30, 60, 200):
        spans = summarise(analysis, most_chars)
        assert spans
        assert list(spans) == sorted(spans, key=lambda span: span.start_char)
        assert set(spans) <= set(analysis.sentences)
        length = sum(span.end_char - span.start_char for span in spans)
        assert length <= most_chars or len(spans) == 1
    assert len(summarise(analysis, 200)) == len(analysis.sentences)


def test_a_summary_prefers_what_the_dream_says_again() -> None:
    (only,) = summarise(analyse(TEXT), 32)
    assert "도자기" in TEXT[only.start_char : only.end_char]


def test_keywords_and_a_summary_are_told_of_the_same_dream() -> None:
    reading, told = tellings(Dream.of(TEXT), {"dream": "도자기를 회장에게 주려다 오해받았다."})
    ways = {each.way: each for each in told}
    assert list(ways) == ["keywords", "summary", "llm"]
    assert ways["keywords"].text == ", ".join(k.ko for k in reading.segments[0].keywords)
    assert len(ways["summary"].text) <= len(ways["keywords"].text)
    assert "porcelain" in ways["keywords"].segment.prompt
    assert "porcelain" in ways["llm"].segment.prompt


def test_an_element_is_kept_in_korean_by_half_its_words_in_any_form() -> None:
    elements = [element("귀중한 도자기를"), element("소리쳤다"), element("호랑이")]
    assert kept_in_korean(elements, "도자기, 회장이 소리치는 모습") == [True, True, False]


def test_an_element_is_kept_in_english_by_all_words_of_one_alternative() -> None:
    elements = [element("x", "porcelain", "vase"), element("x", "empty house"), element("x", "cat")]
    assert kept_in_english(elements, "a vase in a house, crying") == [True, False, False]
    assert kept_in_english([element("x", "run away")], "running far away") == [True]
    assert kept_in_english([element("x", "cry")], "he cries") == [True]
    assert kept_in_english([element("x", "cat")], "category, concatenate") == [False]


def test_an_element_is_drawn_when_a_drawn_keyword_shares_a_word() -> None:
    elements = [element("귀중한 도자기를"), element("빈 집에")]
    assert drawn(elements, ["도자기"]) == [True, False]
    assert drawn(elements, []) == [False, False]


def test_keywords_are_compared_with_each_summary_all_else_alike() -> None:
    arms = ["ink-keywords", "ink-summary", "m-keywords-raw", "m-summary-habit", "m-summary-raw"]
    assert list(pairs(arms)) == [
        ("ink-keywords", "ink-summary"),
        ("m-keywords-raw", "m-summary-raw"),
    ]
