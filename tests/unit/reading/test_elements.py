"""Which words of the lexicon a text holds, and what it denies."""

import pytest

from mongyudo.reading.elements import find_hits, unknown_words
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon


def found(text: str) -> dict[str, bool]:
    """Whether each lemma met in the text is negated."""
    hits = find_hits(analyse(text), load_lexicon())
    return {hit.entry.lemma: hit.negated for hit in hits}


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("호랑이에게 쫓겼다", "쫓기다"),
        ("개 짖는 소리가 났다", "개"),
        ("소리를 질렀다", "소리지르다"),
        ("친구가 배신했다", "배신하다"),
        ("그랜드피아노를 쳤다", "피아노"),
        ("할머니들이 오셨다", "할머니"),
        ("개의 목이 길어져서 무서웠다", "길어지다"),
        ("손이 작아졌다", "작아지다"),
        ("물이 뜨거워졌다", "뜨거워지다"),
        ("거리가 조용해졌다", "조용해지다"),
        ("걸음이 느려졌다", "느려지다"),
        ("걸음이 빨라졌다", "빨라지다"),
        ("얼굴이 예뻐졌다", "예뻐지다"),
        ("산이 푸르러졌다", "푸르러지다"),
    ],
)
def test_words_are_found_in_any_form(text: str, lemma: str) -> None:
    """Inflected, split by a particle, made of a noun or an adjective, inside a compound, in the
    plural."""
    assert lemma in found(text)


@pytest.mark.parametrize(
    ("text", "concept", "not_this"),
    [
        ("눈 밟는 소리가 났다", "snow", "eye"),
        ("눈을 비볐다", "eye", "snow"),
        ("버스가 영도다리 위에서 섰다", "bridge", "leg"),
        ("다리가 아팠다", "leg", "bridge"),
        ("봉다리에 담았다", "plastic_bag", "leg"),
        ("기사 양반은 잤다", "driver", "scholar"),
        ("갓 쓴 양반이 왔다", "scholar", "driver"),
        ("번호를 외웠다", "numbers", "phone"),
        ("해가 떴다", "sun", ""),
        ("허고 봉게 염소가 있었다", "goat", "crab"),
        ("친구가 톡을 보냈다", "text_message", ""),
        ("여자가 톡 쏘아붙였다", "scold", "text_message"),
        ("친구들이 배를 잡고 웃었다", "laugh", "boat"),
        ("배에서 웃으며 내렸다", "boat", "belly"),
        ("집이 활활 타고 있었다", "burn", "ride"),
        ("줄이 끊어졌다", "break", ""),
        ("노래가 뚝 끊겼는데 웃었다", "laugh", "break"),
        ("담을 넘어갔다", "climb", ""),
        ("다음 장으로 넘어가서 웃었다", "laugh", "climb"),
        ("국물을 한 술 떴다", "eat", "float"),
    ],
)
def test_neighbours_choose_the_sense(text: str, concept: str, not_this: str) -> None:
    hits = find_hits(analyse(text), load_lexicon())
    concepts = {hit.entry.concept for hit in hits}
    assert concept in concepts
    assert not_this not in concepts


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("그만둔 지 다섯 해가 되었다", "해"),
        ("20해를 살았다", "해"),
        ("내가 다 꿨다 아이가", "아이"),
        ("복도 끝에 내가 서 있었다", "나서다"),
        ("개빡쳐서 소리를 질렀다", "개"),
        ("그거 개많이 왔다", "개"),
        ("바람이 불 때마다 울었다", "때"),
        ("일회용 접시가 있었다", "용"),
        ("개망초가 자라 있었다", "개"),
    ],
)
def test_what_only_looks_like_a_word_is_none(text: str, lemma: str) -> None:
    """Years are no suns, and the south-east's "didn't it" is no child, I stand
    and do not set out, and neither a daisy nor much
    is a dog."""
    assert lemma not in found(text)


@pytest.mark.parametrize(
    ("text", "lemma", "negated"),
    [
        ("뱀이 있었다", "뱀", False),
        ("뱀은 없었다", "뱀", True),
        ("그것은 뱀이 아니었다", "뱀", True),
        ("울지 않았다", "울다", True),
        ("안 울었다", "울다", True),
        ("못 움직였다", "움직이다", True),
        ("엄마가 나를 알아보지 못했다", "알아보다", True),
        ("울었다", "울다", False),
        ("뱀이 하나도 없었다", "뱀", True),
        ("뱀은 한 마리도 없었다", "뱀", True),
        ("뱀도 없었다", "뱀", True),
        ("뱀이 한 마리 있었다", "뱀", False),
        ("뱀 한 마리도 왔다", "뱀", False),
        ("비는 오지 않았다", "비", True),
        ("눈도 안 내렸다", "눈", True),
        ("비가 왔다", "비", False),
    ],
)
def test_denial(text: str, lemma: str, *, negated: bool) -> None:
    """안, 못, -지 않다, 없다 and 아니다 deny what they stand by."""
    words = found(text)
    hit = next((denied for name, denied in words.items() if name.endswith(lemma)), None)
    assert hit is negated


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("제비집에서 새끼가 떨어졌다. 어미는 울었다.", ["swallow", "swallow"]),
        ("제비가 왔다. 새끼가 울었다.", ["swallow", "swallow"]),
        ("고양이를 보았다. 새끼들을 핥았다.", ["cat", "cat"]),
        ("상자를 여니 새끼가 있었다.", [None]),
    ],
)
def test_a_young_is_of_the_kind_that_was_spoken_of(text: str, concepts: list[str | None]) -> None:
    hits = find_hits(analyse(text), load_lexicon())
    assert [hit.entry.concept for hit in hits if hit.entry.kind == "actor"] == concepts


@pytest.mark.parametrize(
    ("text", "concept"),
    [("제비가 간판에 집을 지었다.", "nest"), ("삼촌이 간판 옆에 집을 지었다.", "home")],
)
def test_birds_build_nests(text: str, concept: str) -> None:
    """제비가 집을 지었다: no house."""
    hits = find_hits(analyse(text), load_lexicon())
    assert concept in {hit.entry.concept for hit in hits if hit.entry.lemma == "집"}


def test_a_station_is_no_discharge() -> None:
    """대전역: 역 of 대전, and no 전역 from the army."""
    assert "전역" not in found("대전역에서 내렸다")


def test_offsets_cut_the_word_out() -> None:
    """A hit's offsets hold its stem in the text."""
    text = "꿈에서 커다란 구렁이를 보았다"
    hit = next(h for h in find_hits(analyse(text), load_lexicon()) if h.entry.lemma == "구렁이")
    assert text[hit.start_char : hit.end_char] == "구렁이"


def test_unknown_words_are_reported() -> None:
    """Content words that the lexicon lacks are named once, in dictionary form."""
    analysis = analyse("구렁덩덩이 뿅뾱했다. 구렁덩덩이 웃었다.")
    words = unknown_words(analysis, find_hits(analysis, load_lexicon()))
    assert any("구렁덩덩" in word for word in words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("닭다리만 쏙 빠져 있었다", None),
        ("웅덩이에 빠졌다", "sink"),
        ("추위를 많이 탔다", None),
        ("버스를 탔다", "ride"),
        ("학교 종이 울렸다", "bell"),
        ("배심원이 수군거렸다", "crowd"),
    ],
)
def test_a_word_means_what_its_neighbours_make_of_it(text: str, concept: str | None) -> None:
    """What comes off does not drown, who feels the cold rides nothing."""
    concepts = {hit.entry.concept for hit in find_hits(analyse(text), load_lexicon())}
    if concept is None:
        assert concepts.isdisjoint({"sink", "ride"})
    else:
        assert concept in concepts
