"""What the demo set shows, and the caption of each clip."""

SUBJECTS: tuple[str, ...] = (
    "tiger", "pig", "frog", "cat", "rabbit", "whale", "octopus", "star", "umbrella", "car",
)  # fmt: skip
PLACES: tuple[str, ...] = ("forest", "sea", "room", "desert")
MOTIONS: tuple[str, ...] = ("left", "right", "down")

CATEGORY_OF: dict[str, str] = {
    "tiger": "지상동물", "pig": "지상동물", "frog": "지상동물", "cat": "지상동물",
    "rabbit": "지상동물", "whale": "수중동물", "octopus": "수중동물", "star": "자연·날씨",
    "umbrella": "물건·돈", "car": "탈것",
}  # fmt: skip
"""What the reading calls a dream of the subject."""

_VERBS = {
    "tiger": "runs", "pig": "runs", "frog": "jumps", "cat": "runs", "rabbit": "jumps",
    "whale": "swims", "octopus": "swims", "star": "flies", "umbrella": "flies", "car": "drives",
}  # fmt: skip
_WHERE = {
    "forest": "in the forest", "sea": "at sea", "room": "in the room", "desert": "in the desert",
}  # fmt: skip


def caption(subject: str, place: str, motion: str) -> str:
    """`tiger`, `forest`, `left` -> "a tiger runs left in the forest"; KeyError for others."""
    article = "an" if subject[0] in "aeiou" else "a"
    verb = "falls" if motion == "down" else _VERBS[subject]
    if motion not in MOTIONS:
        raise KeyError(motion)
    return f"{article} {subject} {verb} {motion} {_WHERE[place]}"
