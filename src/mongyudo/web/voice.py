"""The door through which a told dream comes: sound in, words out, nothing kept."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Body, Depends

from mongyudo.diary import voice
from mongyudo.settings import load_settings
from mongyudo.web.state import diary_of

PATH = "/api/v1/voice"

router = APIRouter(tags=["diary"], dependencies=[Depends(diary_of)])


@dataclass(frozen=True, slots=True)
class Words:
    """What was said."""

    text: str


@router.post(PATH)
def write_down(sound: Annotated[bytes, Body(media_type="application/octet-stream")]) -> Words:
    """Write down what is said in a WAV (16 bit, mono, two minutes at most); it is not kept."""
    return Words(voice.write_down(sound, load_settings()))
