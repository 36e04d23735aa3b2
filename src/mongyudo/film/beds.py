"""Which sounds a scene has: from its emotion and from what stands and happens in it."""

from mongyudo.film.sound import Voice
from mongyudo.records import Segment

_BY_EMOTION: dict[str, tuple[Voice, ...]] = {
    "행복": (Voice("bright", 0.9), Voice("birds", 0.35)),
    "슬픔": (Voice("plaintive", 0.9), Voice("wind", 0.2)),
    "분노": (Voice("drone", 0.9), Voice("fire", 0.35)),
    "공포": (Voice("drone", 0.7), Voice("heartbeat", 0.9), Voice("wind", 0.3)),
    "놀람": (Voice("bright", 0.4), Voice("wind", 0.5), Voice("heartbeat", 0.4)),
    "혐오": (Voice("drone", 0.7), Voice("insects", 0.35)),
    "중립": (Voice("wind", 0.5), Voice("plaintive", 0.35)),
}

_BY_CONCEPT: dict[str, Voice] = {
    concept: voice
    for voice, concepts in {
        Voice("rain", 0.9): "rain storm umbrella",
        Voice("thunder", 0.9): "lightning thunder storm earthquake explode collapse",
        Voice("sea", 1.0): "sea beach island wave tsunami flood ship boat whale",
        Voice("stream", 0.8): "river lake waterfall valley well swim bathhouse",
        Voice("bubbles", 0.9): "underwater sink drown",
        Voice("fire", 0.9): "fire burn embers campfire",
        Voice("wind", 0.7): "mountain cliff desert snowfield snow sky fly fall field roof",
        Voice("birds", 0.5): "forest village yard park bird temple",
        Voice("insects", 0.4): "swamp grass cricket cockroach fly_insect insect",
        Voice("murmur", 0.6): "school office market restaurant crowd station shop stage stadium"
        " wedding_hall church theater",
        Voice("engine", 0.7): "car bus subway train airplane drive ride highway",
        Voice("heartbeat", 0.8): "chase freeze exam late hide attack",
    }.items()
    for concept in concepts.split()
}

MOST_VOICES = 4


def bed_for(segment: Segment, emotion: str) -> tuple[Voice, ...]:
    """At most MOST_VOICES voices: what the scene holds first, then the emotion's own."""
    heard: dict[str, Voice] = {}
    for element in segment.elements:
        voice = None if element.negated else _BY_CONCEPT.get(element.concept or "")
        if voice is not None:
            heard.setdefault(voice.name, voice)
    for voice in _BY_EMOTION[emotion]:
        heard.setdefault(voice.name, voice)
    return tuple(heard.values())[:MOST_VOICES]
