"""RunPod's own prices, asked of its public GraphQL: what changed, and what is kept.

The query is that of RunPod's SDK (runpod-python, api/queries/gpus.py) without what we don't need;
`gpuTypes` answers without a key, so none is sent. It knows machines by the hour; the price of a
serverless second stands on RunPod's page alone and is not renewed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated

import httpx
from pydantic import BaseModel, Field, ValidationError

from mongyudo.backends.diffusion.prices import PodPrice, Prices
from mongyudo.errors import ProviderError

URL = "https://api.runpod.io/graphql"
KEPT = "the prices that were known still count"
QUERY = "query GpuTypes { gpuTypes { id displayName memoryInGb communityPrice securePrice } }"
LEAST_KNOWN = 5
"""An answer that names fewer GPUs with a price is not the price list; RunPod rents dozens."""
MOST_TIMES = 10.0
"""A price that is so many times the one before, or a fraction of it, is not believed."""
_USD = Annotated[float, Field(ge=0, lt=200, allow_inf_nan=False)]


class _GpuType(BaseModel):
    name: Annotated[str, Field(alias="displayName", min_length=1, max_length=60)]
    community: Annotated[_USD | None, Field(alias="communityPrice")] = None
    secure: Annotated[_USD | None, Field(alias="securePrice")] = None


class _Data(BaseModel):
    types: Annotated[list[_GpuType], Field(alias="gpuTypes")]


class _Answer(BaseModel):
    data: _Data


@dataclass(frozen=True, slots=True)
class Renewal:
    """What was fetched, ready to be kept, and in a line each what is other than before."""

    table: Prices
    changes: tuple[str, ...]


def fetch() -> tuple[PodPrice, ...]:
    """What RunPod asks today; raises ProviderError for anything that is no price list."""
    try:
        answer = httpx.post(URL, json={"query": QUERY}, timeout=30)
    except httpx.HTTPError as error:
        raise ProviderError(
            f"RunPod's prices: no answer ({type(error).__name__}). Check the network; {KEPT}"
        ) from error
    if not answer.is_success:
        raise ProviderError(f"RunPod's prices: HTTP {answer.status_code}. Try later; {KEPT}")
    try:
        told = _Answer.model_validate_json(answer.content)
    except ValidationError as error:
        where = ", ".join(".".join(map(str, each["loc"])) or "JSON" for each in error.errors()[:3])
        raise ProviderError(
            f"RunPod's prices: the answer is no price list ({where}); {KEPT}"
        ) from None
    rows = tuple(_rows(told.data.types, datetime.now(UTC).date().isoformat()))
    if len(rows) < LEAST_KNOWN:
        raise ProviderError(f"RunPod's prices: only {len(rows)} GPUs have one; {KEPT}")
    return rows


def _rows(types: list[_GpuType], day: str) -> Iterator[PodPrice]:
    """A row for each GPU that is for rent: null and 0 mean that a cloud has none."""
    for each in sorted(types, key=lambda one: one.name):
        offers = tuple(usd for usd in (each.community, each.secure) if usd)
        if offers:
            yield PodPrice(each.name, offers, day, f"{URL} (gpuTypes)")


def renewal(fetched: tuple[PodPrice, ...], known: Prices, own: Prices) -> Renewal:
    """The table to keep, and what is other than in `known`; raises ProviderError for leaps.

    A row of `own` that is offered no more stays, with the day on which it was read.
    """
    before = {row.gpu.casefold(): row for row in known.price}
    changes = [line for row in fetched if (line := _change(row, before.get(row.gpu.casefold())))]
    names = {row.gpu.casefold() for row in fetched}
    left = tuple(row for row in own.price if row.gpu.casefold() not in names)
    changes += [f"{row.gpu}: not for rent now; {_usd(row)} was read on {row.date}" for row in left]
    return Renewal(replace(own, price=(*fetched, *left)), tuple(changes))


def _change(row: PodPrice, before: PodPrice | None) -> str:
    if before is None:
        return f"{row.gpu}: {_usd(row)} (new)"
    low, was = min(row.usd_per_h), min(before.usd_per_h)
    if not 1 / MOST_TIMES < low / was < MOST_TIMES:
        raise ProviderError(
            f"RunPod's prices: {row.gpu}, {_usd(row)} after {_usd(before)}, is not believed; {KEPT}"
        )
    if row.usd_per_h == before.usd_per_h:
        return ""
    return f"{row.gpu}: {_usd(before)} -> {_usd(row)} ({(low / was - 1) * 100:+.0f} %)"


def _usd(row: PodPrice) -> str:
    return f"{' / '.join(f'{usd:g}' for usd in row.usd_per_h)} $/h"
