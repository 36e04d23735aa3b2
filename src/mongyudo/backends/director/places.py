"""Where a scene plays: concepts of places and the ink's settings that show them."""

from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import Story
from mongyudo.backends.director.vignettes import Vignette
from mongyudo.ink.scene import TimeOfDay

GROUND = 0.80
EMOTION_SETTING: dict[str, str] = {
    "행복": "field", "슬픔": "river", "분노": "street", "공포": "forest", "놀람": "mountain",
    "혐오": "alley", "중립": "mountain",
}  # fmt: skip
CATEGORY_SETTING: dict[str, str] = {
    "지상동물": "mountain", "수중동물": "underwater", "새·곤충": "field", "상상동물·귀신": "forest",
    "식물": "field", "자연·날씨": "mountain", "물·바다": "sea", "불": "village",
    "사람·가족": "yard", "신체": "room", "음식": "kitchen", "집·건물": "home",
    "물건·돈": "room", "탈것": "street", "행동·사건": "street", "죽음": "graveyard",
    "기타": "mountain",
}  # fmt: skip
_NIGHT = ("night", "moon", "star", "darkness", "midnight", "dawn")
_DUSK = ("dusk", "evening", "sunset", "dawn")


def setting_of(
    story: Story, vignette: Vignette | None, emotion: str, known: Repertoire
) -> tuple[str, bool]:
    """The ink's setting, and whether the text names it; the last place named wins."""
    for mention in reversed(story.places):
        if mention.concept in known.settings:
            return mention.concept, True
    for wish in (vignette.setting if vignette else "", EMOTION_SETTING[emotion], "mountain"):
        if wish in known.settings:
            return wish, False
    return sorted(known.settings)[0] if known.settings else "mountain", False


def time_of(story: Story, emotion: str) -> TimeOfDay:
    """The time of day that the text names, else the emotion's own."""
    named = {m.concept for m in (*story.times, *story.lights)}
    if named & set(_NIGHT):
        return "night"
    if named & set(_DUSK):
        return "dusk"
    if "day" in named or "sun" in named:
        return "day"
    return "night" if emotion == "공포" else "dusk" if emotion == "분노" else "day"
