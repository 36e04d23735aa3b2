"""The values that flow between the rooms. All are frozen; all offsets are half-open code points
of the NFC text of the whole dream."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal

Emotion = Literal["행복", "슬픔", "분노", "공포", "놀람", "혐오", "중립"]
EMOTIONS: tuple[Emotion, ...] = ("행복", "슬픔", "분노", "공포", "놀람", "혐오", "중립")

CATEGORIES: tuple[str, ...] = (
    "지상동물", "수중동물", "새·곤충", "상상동물·귀신", "식물", "자연·날씨", "물·바다", "불",
    "사람·가족", "신체", "음식", "집·건물", "물건·돈", "탈것", "행동·사건", "죽음", "기타",
)  # fmt: skip

Kind = Literal["actor", "prop", "setting", "motion", "weather", "time", "light", "state", "feeling"]
KINDS: tuple[Kind, ...] = (
    "actor", "prop", "setting", "motion", "weather", "time", "light", "state", "feeling",
)  # fmt: skip

Method = Literal["emotion", "category"]
Cut = Literal["joined", "separate", "both"]
Style = Literal["ink", "paper", "minhwa", "geumni"]
STYLES: tuple[Style, ...] = ("ink", "paper", "minhwa", "geumni")

MOST_SEGMENTS = 6
"""Scenes of the longest film."""

Shape = Literal["wide", "square", "tall", "1080p"]
SHAPES: Mapping[Shape, tuple[int, int]] = MappingProxyType(
    {"wide": (768, 432), "square": (576, 576), "tall": (432, 768), "1080p": (1920, 1080)}
)
"""Frames by name, (W, H) in pixels; the first three have the same area, so they cost the same."""


Figure = Literal["woman", "man", "girl", "boy", "grandmother", "grandfather"]
FIGURES: tuple[Figure, ...] = ("woman", "man", "girl", "boy", "grandmother", "grandfather")
Clothes = Literal[
    "nightgown", "pyjamas", "dress", "blouse", "shirt", "sweater", "cardigan", "suit", "sport",
    "hanbok", "hanbok_man",
]  # fmt: skip
CLOTHES: tuple[Clothes, ...] = (
    "nightgown", "pyjamas", "dress", "blouse", "shirt", "sweater", "cardigan", "suit", "sport",
    "hanbok", "hanbok_man",
)  # fmt: skip
Hair = Literal["long", "loose", "bob", "ponytail", "braid", "bun", "short", "crew", "curly"]
HAIRS: tuple[Hair, ...] = (
    "long", "loose", "bob", "ponytail", "braid", "bun", "short", "crew", "curly",
)  # fmt: skip
Hand = Literal["brush", "book"]
HANDS: tuple[Hand, ...] = ("brush", "book")
LINES: tuple[float, float] = (0.5, 2.0)
"""The least and the greatest strength of a drawing's lines; 1 is the material's own."""
_SEAL = re.compile(r"[가-힣A-Za-z0-9]{0,4}")
_HEX = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class StyleCard:
    """What a dreamer keeps the same through all films; "" leaves it to the dream.

    `style` is the material. `figure`, `clothes`, `hair` and `glasses` are the dreamer's own,
    `cloth` the colour of what they wear. `accent` is the one loud hue of the picture, kept in
    place of each emotion's own. `line` is the strength of lines, `hand` writes the title, `seal`
    is cut into the red seal below it. Colours are #rrggbb. Raises ValueError for what is none.
    """

    style: Style | None = None
    figure: Figure | Literal[""] = ""
    clothes: Clothes | Literal[""] = ""
    hair: Hair | Literal[""] = ""
    glasses: bool = False
    cloth: str = ""
    accent: str = ""
    line: float = 1.0
    hand: Hand = "brush"
    seal: str = "꿈"

    def __post_init__(self) -> None:
        for name in ("cloth", "accent"):
            colour = getattr(self, name)
            if colour and not _HEX.fullmatch(colour):
                raise ValueError(f"{name} {colour!r} is no colour; write it as #2d6ca0")
        if not LINES[0] <= self.line <= LINES[1]:
            raise ValueError(f"line {self.line} is out of range: {LINES[0]} to {LINES[1]}")
        if not _SEAL.fullmatch(self.seal):
            raise ValueError(f"seal {self.seal!r}: up to 4 signs of Hangul, letters or digits fit")


PLAIN_CARD = StyleCard()


@dataclass(frozen=True, slots=True)
class Dream:
    """A dream as written. `text` is NFC; use `Dream.of` to make one."""

    text: str
    id: str = "dream"

    @classmethod
    def of(cls, text: str, id: str = "dream") -> "Dream":
        """The dream of any Unicode text, brought to NFC, to which all offsets refer."""
        return cls(unicodedata.normalize("NFC", text), id)


@dataclass(frozen=True, slots=True)
class Token:
    """A morpheme. `lemma` is the dictionary form (verbs end in 다); `tag` is a Sejong tag."""

    form: str
    tag: str
    lemma: str
    start_char: int
    end_char: int
    word: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, for instance a sentence."""

    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text and its morphemes; `sentences` cover every non-blank character in order."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """A label and a probability for each candidate; they sum to 1."""

    label: str
    scores: dict[str, float]


@dataclass(frozen=True, slots=True)
class Keyword:
    """A phrase that a film of the dream must keep. `concept` is what can be drawn, if anything."""

    ko: str
    en: str
    kind: Kind
    start_char: int
    end_char: int
    concept: str | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """Every word of the scene lexicon found in the text, verbs included: the director's source.

    `negated` is true where the text denies it ("뱀은 없었다").
    """

    lemma: str
    en: str
    kind: Kind
    concept: str | None
    start_char: int
    end_char: int
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """One scene: a stretch of the dream, never shortened; the segments cover the whole text."""

    start_char: int
    end_char: int
    text: str
    keywords: tuple[Keyword, ...]
    prompt: str
    elements: tuple[Element, ...] = ()


Reader = Literal["offline", "llm"]


@dataclass(frozen=True, slots=True)
class ReadBy:
    """Who read a dream, and what that took.

    Where a language model was asked, `server` is its host and `hidden` how many names, numbers and
    places were kept from it; `dropped` is what of its answer could not stand, each with the reason;
    `fallback` says why the offline reader read instead ("": it did not). `cost_usd` is None where
    no price is known, 0 for what came out of the cache.
    """

    reader: Reader = "offline"
    model: str = ""
    server: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    cost_usd: float | None = 0.0
    is_cached: bool = False
    hidden: int = 0
    dropped: tuple[str, ...] = ()
    fallback: str = ""


OFFLINE = ReadBy()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a dream; `unknown` are content words the lexicon lacks."""

    id: str
    emotion: Scored
    category: Scored
    segments: tuple[Segment, ...]
    unknown: tuple[str, ...] = ()
    read_by: ReadBy = OFFLINE


@dataclass(frozen=True, slots=True)
class Correction:
    """What the dreamer mended.

    `emotion` "" leaves the reader's; `cuts` None leaves the reader's scenes, else they begin at 0
    and at each of these offsets; `without` are keywords struck out; `added` are (scene, phrase),
    scenes counted from 0.
    """

    emotion: str = ""
    cuts: tuple[int, ...] | None = None
    without: tuple[str, ...] = ()
    added: tuple[tuple[int, str], ...] = ()


UNMENDED = Correction()


PolicyCategory = Literal[
    "violence", "gore", "sexual", "minors-sexual", "self-harm", "drugs", "hate"
]
POLICY_CATEGORIES: tuple[PolicyCategory, ...] = (
    "violence", "gore", "sexual", "minors-sexual", "self-harm", "drugs", "hate",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a dream may not be filmed: the category and the words that were met.

    `source` is who objects: rules, classifier, or the name of a service that was asked.
    """

    category: PolicyCategory
    term: str
    start_char: int
    end_char: int
    source: str = "rules"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The policy's decision. `reasons` is empty exactly when the outcome is allow."""

    outcome: Literal["allow", "refuse"]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Shot:
    """What a backend is asked to render: one segment, with everything that decides its frames.

    `context` is the whole dream's text and `earlier` what the segments before this one told, for
    what one scene alone does not say: who the dreamer is, where the scene goes on. Both may be
    empty.
    """

    index: int
    segment: Segment
    emotion: str
    category: str
    adapter: str | None
    seed: int
    size_px: tuple[int, int]
    fps: int
    duration_s: float
    style: Style = "ink"
    card: StyleCard = PLAIN_CARD
    title: str = ""
    context: str = ""
    earlier: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A word of the dream and the concept that stands for it in the picture.

    `start_char` and `end_char` are of the very word that is shown, -1 where that is not known: of
    the yard where the keyword is 할머니 집 마당. `instead` is the Korean name of what is drawn
    where that is another thing than the word (바닷가 for 방파제), and empty where it is the word.
    """

    keyword: str
    concept: str
    start_char: int = -1
    end_char: int = -1
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """A sound of a shot: from `at_s` to `until_s`, or of its own length where both are the same.

    `level` 1 is as loud as the music; `x` is where it comes from, 0 left .. 1 right.
    """

    sound: str
    at_s: float
    until_s: float
    level: float = 1.0
    x: float = 0.5


@dataclass(frozen=True, slots=True)
class Clip:
    """One rendered shot, what it shows and what is heard in it."""

    shot: Shot
    frames: int
    size_px: tuple[int, int]
    fps: int
    prompt: str = ""
    drawn: tuple[Drawn, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()
    made_with: Mapping[str, object] = field(default_factory=dict)

    @property
    def duration_s(self) -> float:
        """How long it lasts, in seconds."""
        return self.frames / self.fps


@dataclass(frozen=True, slots=True)
class Film:
    """The finished film in its folder: a file per segment, the joined one, or both."""

    folder: Path
    clips: tuple[Clip, ...]
    segments: tuple[Path, ...]
    joined: Path | None
    poster: Path
    captions: Path


@dataclass(frozen=True, slots=True)
class AdapterCard:
    """What an adapter file says of itself.

    `base_hash` is the fingerprint of the weights it was trained on, the only ones it fits; `alpha`
    over `rank` is how strongly it was trained to act; `trigger` opens every prompt of its training.
    `targets` are the layers it changes, `data_hash` and `data_licences` what it was trained on,
    `commit` the code that trained it. `verification` is empty before `mongyudo train verify`, then
    `passed` (true or false), `why` (what failed), `date` and `measures` (name -> number).
    """

    name: str
    base_model: str
    base_hash: str
    rank: int
    licence: str
    alpha: float = 0.0
    trigger: str = ""
    targets: tuple[str, ...] = ()
    data_hash: str = ""
    data_licences: tuple[str, ...] = ()
    commit: str = ""
    verification: Mapping[str, object] = field(default_factory=dict)
