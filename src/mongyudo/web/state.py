"""What requests share, and how a request finds its dreamer's diary."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from itsdangerous import Signer

from mongyudo.diary.diary import Diary
from mongyudo.diary.films import NotFoundError
from mongyudo.diary.quotas import Member
from mongyudo.diary.reader import Reader
from mongyudo.diary.store import Store
from mongyudo.web.members import Rules, caller_of


@dataclass(frozen=True, slots=True)
class State:
    """What the application holds while it runs.

    `dreamer_id` is the single dreamer of a diary without accounts; one with accounts has `rules`
    and a `signer` of its cookies instead.
    """

    store: Store
    reader: Reader
    dreamer_id: str | None = None
    rules: Rules | None = None
    signer: Signer | None = None


def state_of(request: Request) -> State:
    """The application's state."""
    state: State = request.app.state.diary
    return state


def rules_of(request: Request) -> Rules:
    """The rules of a diary for several; raises NotFoundError in another."""
    rules = state_of(request).rules
    if rules is None:
        raise NotFoundError("이 일기장에는 계정이 없습니다. (This diary has no accounts.)")
    return rules


def member_of(request: Request) -> Member:
    """Who asks, with their allowance; raises NotFoundError for a stranger."""
    caller, rules = caller_of(request), rules_of(request)
    if caller is None:
        raise NotFoundError("그런 일기장이 없습니다. (No such diary.)")
    return Member(state_of(request).store, caller.dreamer_id, rules.usual, caller.address)


def diary_of(request: Request) -> Diary:
    """The diary of whoever asks; the gate has sent strangers away before."""
    state = state_of(request)
    if state.dreamer_id is not None:
        return Diary(state.store, state.reader, state.dreamer_id)
    member = member_of(request)
    return Diary(state.store, state.reader, member.dreamer_id, member)


TheDiary = Annotated[Diary, Depends(diary_of)]
