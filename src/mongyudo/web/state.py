"""What requests share, and how a request finds its dreamer's diary."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from mongyudo.diary.diary import Diary
from mongyudo.diary.reader import Reader
from mongyudo.diary.store import Store


@dataclass(frozen=True, slots=True)
class State:
    """What the application holds while it runs."""

    store: Store
    reader: Reader
    dreamer_id: str


def state_of(request: Request) -> State:
    """The application's state."""
    state: State = request.app.state.diary
    return state


def diary_of(request: Request) -> Diary:
    """The diary of whoever asks."""
    state = state_of(request)
    return Diary(state.store, state.reader, state.dreamer_id)


TheDiary = Annotated[Diary, Depends(diary_of)]
