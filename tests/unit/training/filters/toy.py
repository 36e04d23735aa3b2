"""Passages that a filter can learn, and that no rule refuses."""

import json
from pathlib import Path

PLACES = (
    "시장",
    "학교",
    "바다",
    "숲",
    "마당",
    "극장",
    "병원",
    "절",
    "역",
    "강가",
    "옥상",
    "지하실",
)
SEEN = ("고양이를 만났다", "친구와 웃었다", "밥을 먹었다", "노래를 불렀다")
BANNED = ("검은 의식을 치렀다", "의식을 다시 치렀다", "몰래 의식을 치렀다", "의식을 또 치렀다")
"""What no rule knows: a filter must have learned it."""


def lines() -> list[dict[str, str]]:
    """48 allowed and 48 refused passages."""
    allowed = [{"text": f"{at}에서 {what}.", "outcome": "allow"} for at in PLACES for what in SEEN]
    return allowed + [
        {"text": f"{at}에서 {what}.", "outcome": "refuse", "category": "violence"}
        for at in PLACES
        for what in BANNED
    ]


def write_passages(folder: Path) -> Path:
    """The passages as a file."""
    file = folder / "passages.jsonl"
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines()), "utf-8")
    return file
