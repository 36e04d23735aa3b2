"""The English name of each emotion and category, for triggers and captions that models read."""

from mongyudo.records import CATEGORIES, EMOTIONS, Method

EMOTION_WORDS = {
    "행복": "joy", "슬픔": "sadness", "분노": "anger", "공포": "fear",
    "놀람": "surprise", "혐오": "disgust", "중립": "neutral",
}  # fmt: skip
CATEGORY_WORDS = {
    "지상동물": "land animal", "수중동물": "water animal", "새·곤충": "bird and insect",
    "상상동물·귀신": "mythical beast", "식물": "plant", "자연·날씨": "weather",
    "물·바다": "sea", "불": "fire", "사람·가족": "family", "신체": "body", "음식": "food",
    "집·건물": "house", "물건·돈": "treasure", "탈것": "vehicle", "행동·사건": "event",
    "죽음": "death", "기타": "dream",
}  # fmt: skip


def english(label: str) -> str:
    """`공포` -> `fear`; a label that is neither an emotion nor a category stays as it is."""
    return EMOTION_WORDS.get(label) or CATEGORY_WORDS.get(label, label)


def labels_of(method: Method) -> tuple[str, ...]:
    """The labels of a method, in their fixed order."""
    return EMOTIONS if method == "emotion" else CATEGORIES
