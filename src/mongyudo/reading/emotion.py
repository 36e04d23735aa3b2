"""Which of seven emotions the dreamer felt."""

from mongyudo.reading.emotion_features import features_of
from mongyudo.reading.emotion_model import model
from mongyudo.records import EMOTIONS, Analysis, Scored


def score_emotion(analysis: Analysis) -> Scored:
    """The emotion of a dream: a probability for each of records.EMOTIONS, summing to 1, and the
    likeliest as the label. A text without any word is calm (중립)."""
    features = features_of(analysis)
    if not features.words:
        return Scored("중립", {emotion: float(emotion == "중립") for emotion in EMOTIONS})
    found = model().probabilities(features)
    scores: dict[str, float] = {
        emotion: float(p) for emotion, p in zip(EMOTIONS, found, strict=True)
    }
    return Scored(max(EMOTIONS, key=lambda emotion: scores[emotion]), scores)
