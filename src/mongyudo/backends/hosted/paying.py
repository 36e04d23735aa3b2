"""Buying one thing from one provider: asked once, waited for, downloaded at once."""

import base64
import json
import random
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal, Protocol
from uuid import uuid4

from mongyudo.backends.contract import Progress
from mongyudo.backends.hosted.ledger import Ledger, Order, Task
from mongyudo.errors import (
    MissingKeyError,
    NotAcceptedError,
    ProviderError,
    RenderCancelledError,
    UnclearPaymentError,
)

MOST_TRIES = 6
"""How often a provider that is busy is asked before we give up."""
MOST_WAIT_S = 3600.0
MOST_SILENCE_S = 300.0
"""How long a provider that does not answer is asked for a task that it has taken."""
FIRST_PAUSE_S = 2.0
MOST_PAUSE_S = 60.0
STEP_S = 0.1
"""How often somebody who waits asks whether it was cancelled."""
INLINE = "data:"
"""How an address begins that is itself what was made."""


@dataclass(frozen=True, slots=True)
class Status:
    """How a task stands at its provider.

    `url` is where the finished thing lies; `share` 0..1; `code` and `why` tell of a failure.
    """

    task_id: str
    state: Literal["waiting", "running", "finished", "failed"]
    share: float = 0.0
    url: str = ""
    cost_usd: float | None = None
    code: str = ""
    why: str = ""


class BusyError(NotAcceptedError):
    """The provider took nothing and asks to come again after `after_s` seconds, if it says so."""

    def __init__(self, message: str, after_s: float | None = None) -> None:
        super().__init__(message)
        self.after_s = after_s


class Provider(Protocol):
    """A service that makes things for money. `poll_s` is how often it may be asked for a task."""

    name: str
    title: str
    poll_s: float

    def submit(self, request: Mapping[str, Any], /) -> Status:
        """Ask for it, once. Raises NotAcceptedError when it surely was not taken (BusyError when
        it may be asked again), UnclearPaymentError when nobody knows."""
        ...

    def look(self, task_id: str, /) -> Status:
        """How a task stands; raises ProviderError when there is no answer."""
        ...

    def cancel(self, task_id: str, /) -> None:
        """Stop a task that has not begun."""
        ...

    def fetch(self, url: str, to: Path, /) -> None:
        """Download a finished thing; raises ProviderError."""
        ...

    def check(self, path: Path, /) -> None:
        """Raise ProviderError for a file that is no picture or clip."""
        ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be bought: the request as it is sent, for which shot and seed, for how much."""

    request: Mapping[str, Any]
    model: str
    shot: int
    seed: int
    estimate_usd: float
    limit_usd: float
    suffix: str


@dataclass(frozen=True, slots=True)
class Bought:
    """The file, and the line of the ledger that it was bought under."""

    path: Path
    task: Task


def key_of(provider: str, wanted: Wanted) -> str:
    """The hash under which the ledger knows a request: the same words, seed and shot are one."""
    told = json.dumps([provider, wanted.shot, wanted.seed, wanted.request], sort_keys=True)
    return blake2b(told.encode(), digest_size=16).hexdigest()


def buy(
    wanted: Wanted,
    provider: Provider,
    ledger: Ledger,
    cancelled: Callable[[], bool],
    progress: Progress,
) -> Bought:
    """What was wanted, bought once in a lifetime of the ledger.

    Raises ProviderError (and its kinds), BudgetError, RenderCancelledError.
    """
    key = key_of(provider.name, wanted)
    with ledger.held(key, cancelled):
        task = ledger.last(key)
        if task is not None and task.state == "downloaded":
            path = ledger.folder / task.file
            if path.is_file():
                return Bought(path, task)
            task = ledger.note(task, "accepted", file="")
        if task is not None and task.state == "intended":
            raise UnclearPaymentError(_unclear(provider.title, task))
        if task is None or task.state == "failed":
            _insist_on_another(provider.title, task)
            task = _asked(key, wanted, provider, ledger, cancelled)
        if task.state == "accepted":
            task = _awaited(task, provider, ledger, cancelled, progress)
        return _downloaded(task, wanted, provider, ledger, cancelled)


def _unclear(title: str, task: Task) -> str:
    when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(task.intended_at))
    return (
        f"{title}: 이 장면을 {when}에 주문하다가 끊겨, 받아들여졌는지 알 수 없습니다. 두 번 내지 "
        f"않도록 다시 주문하지 않았습니다 (whether {title} took this order is not known; it was "
        f"not sent again). 계정에서 확인한 뒤 (look at your account, then): "
        f"mongyudo paid again {task.id} | mongyudo paid adopt {task.id} TASK_ID"
    )


def _insist_on_another(title: str, failed: Task | None) -> None:
    """What a provider's filter refused is not sent a second time: it costs, and accounts go."""
    if failed is not None and failed.code.startswith("SAFETY"):
        raise ProviderError(
            f"{title}: 이 장면은 이미 거절당했습니다 (refused before: {failed.code}). 꿈의 글을 "
            f"고치거나 ink로 만들어 주세요 (change the text, or film with ink)."
        )


def _asked(
    key: str, wanted: Wanted, provider: Provider, ledger: Ledger, cancelled: Callable[[], bool]
) -> Task:
    """Write the intent down, ask, and write the answer down."""
    order = Order(
        key, provider.name, wanted.model, wanted.shot, wanted.estimate_usd, wanted.limit_usd
    )
    task = ledger.intend(order)
    try:
        status = _taken(wanted.request, provider, cancelled)
    except UnclearPaymentError as error:
        raise UnclearPaymentError(f"{error} {_unclear(provider.title, task)}") from error
    except (NotAcceptedError, MissingKeyError, RenderCancelledError) as error:
        ledger.note(task, "failed", cost_usd=0.0, code=type(error).__name__)
        raise
    if status.state == "finished":
        return ledger.note(
            task, "finished", task_id=status.task_id, url=status.url, cost_usd=status.cost_usd
        )
    return ledger.note(task, "accepted", task_id=status.task_id)


def _taken(request: Mapping[str, Any], provider: Provider, cancelled: Callable[[], bool]) -> Status:
    """Ask until the provider has room; it takes nothing before."""
    for left in range(MOST_TRIES - 1, -1, -1):
        _stop_if(cancelled)
        try:
            return provider.submit(request)
        except BusyError as error:
            if not left:
                raise
            tried = MOST_TRIES - 1 - left
            wait(pause_s(tried) if error.after_s is None else error.after_s, cancelled)
    raise AssertionError("the last try returns or raises")


def pause_s(tried: int) -> float:
    """Longer each time, with up to half of it by chance, so that many do not come at once."""
    grown: float = min(MOST_PAUSE_S, FIRST_PAUSE_S * 2**tried)
    return grown * random.uniform(1.0, 1.5)


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise RenderCancelledError("cancelled; what was paid stands in the ledger")


def wait(seconds: float, cancelled: Callable[[], bool]) -> None:
    """Sleep; raises RenderCancelledError once `cancelled()` is true."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        _stop_if(cancelled)
        time.sleep(min(left, STEP_S))
    _stop_if(cancelled)


def _awaited(
    task: Task,
    provider: Provider,
    ledger: Ledger,
    cancelled: Callable[[], bool],
    progress: Progress,
) -> Task:
    """Look until the task has ended; stopped meanwhile, it is cancelled if that saves its price."""
    began = heard = time.monotonic()
    while True:
        try:
            status = provider.look(task.task_id)
            heard = time.monotonic()
        except ProviderError as error:
            is_over = time.monotonic() - heard > MOST_SILENCE_S
            if is_over or isinstance(error, MissingKeyError):
                raise
            status = Status(task.task_id, "running")
        if status.state == "finished":
            return ledger.note(task, "finished", url=status.url, cost_usd=status.cost_usd)
        if status.state == "failed":
            ledger.note(task, "failed", cost_usd=status.cost_usd, code=status.code)
            raise ProviderError(f"{provider.title}: {status.why}")
        if time.monotonic() - began > MOST_WAIT_S:
            raise ProviderError(
                f"{provider.title}: {MOST_WAIT_S / 60:.0f}분이 지나도 끝나지 않았습니다 (still not "
                f"done). 같은 명령을 다시 하면 이어집니다 (the same command goes on from here)."
            )
        progress(status.share)
        try:
            wait(provider.poll_s, cancelled)
        except (RenderCancelledError, KeyboardInterrupt):
            _give_up(task, provider, ledger)
            raise


def _give_up(task: Task, provider: Provider, ledger: Ledger) -> None:
    """Cancel what has not begun; what runs is paid already, and the next run takes it."""
    with suppress(ProviderError):
        if provider.look(task.task_id).state == "waiting":
            provider.cancel(task.task_id)
            ledger.note(task, "failed", code="CANCELLED")


def _downloaded(
    task: Task,
    wanted: Wanted,
    provider: Provider,
    ledger: Ledger,
    cancelled: Callable[[], bool],
) -> Bought:
    """Fetch the finished thing under a name of its own and rename it when it is whole.

    An address that has expired, or a file that broke on the way, is asked for anew.
    """
    for left_over in ledger.folder.glob(f"{task.key}-*.part"):
        left_over.unlink()  # of a process that was killed: the key is ours alone
    part = ledger.folder / f"{task.key}-{task.id}.{uuid4().hex[:8]}.part"
    try:
        for left in range(MOST_TRIES - 1, -1, -1):
            _stop_if(cancelled)
            try:
                _fetch(provider, task.url, part)
                provider.check(part)
                break
            except ProviderError:
                if not left:
                    raise
            wait(pause_s(MOST_TRIES - 1 - left), cancelled)
            task = _addressed_anew(task, provider, ledger)
        path = ledger.keep(task, part, wanted.suffix)
    finally:
        part.unlink(missing_ok=True)
    return Bought(path, ledger.note(task, "downloaded", file=path.name, url=""))


def _fetch(provider: Provider, url: str, part: Path) -> None:
    if url.startswith(INLINE):
        part.write_bytes(base64.b64decode(url.partition(",")[2]))
    else:
        provider.fetch(url, part)


def _addressed_anew(task: Task, provider: Provider, ledger: Ledger) -> Task:
    with suppress(ProviderError):
        status = provider.look(task.task_id)
        if status.state == "finished":
            return ledger.note(task, "finished", url=status.url)
    return task
