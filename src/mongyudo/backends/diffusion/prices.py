"""What an hour or a second on RunPod's GPUs costs: a dated table, each price with its source.

The table ships with the package (prices.toml). `mongyudo backends prices --update` keeps a newer
one in the data folder; its rows stand before those of the package.
"""

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import click
from pydantic import Field, TypeAdapter, ValidationError

from mongyudo.errors import BackendError
from mongyudo.settings import load_settings

SHIPPED = Path(__file__).with_name("prices.toml")
FILE = "prices.toml"
_AGAIN = "Throw the file away, or run `mongyudo backends prices --update`"
Usd = Annotated[float, Field(gt=0, lt=200, allow_inf_nan=False)]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


@dataclass(frozen=True, slots=True)
class PodPrice:
    """An hour on a rented machine: one price, or those of the community and the secure cloud."""

    gpu: Annotated[str, Field(min_length=1, max_length=60)]
    usd_per_h: Annotated[tuple[Usd, ...], Field(min_length=1, max_length=2)]
    date: Day
    source: str


@dataclass(frozen=True, slots=True)
class ServerlessPrice:
    """A second on a worker that comes and goes with its jobs ("flex")."""

    gpu: Annotated[str, Field(min_length=1, max_length=60)]
    usd_per_s: Usd
    date: Day
    source: str


@dataclass(frozen=True, slots=True)
class Prices:
    """The whole table."""

    price: tuple[PodPrice, ...] = ()
    serverless: tuple[ServerlessPrice, ...] = ()


@dataclass(frozen=True, slots=True)
class Price:
    """What an hour on a GPU costs, from the cheapest offer to the dearest."""

    usd_per_h: tuple[float, float]
    source: str


def own_file() -> Path:
    """Where `--update` keeps its table."""
    return (load_settings().home or Path(click.get_app_dir("mongyudo"))) / FILE


def read_prices(path: Path) -> Prices:
    """A table; empty where there is no file. Raises BackendError for one that is none."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        return TypeAdapter(Prices).validate_python(told)
    except FileNotFoundError:
        return Prices()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BackendError(f"the prices {path} cannot be read: {error}. {_AGAIN}") from error
    except ValidationError as error:
        where = ", ".join(".".join(map(str, each["loc"])) for each in error.errors())
        raise BackendError(
            f"the prices {path} are no table of prices ({where}). {_AGAIN}"
        ) from None


def prices() -> Prices:
    """The table that counts: what was fetched, and of the package's what that does not name."""
    own, shipped = read_prices(own_file()), read_prices(SHIPPED)
    return Prices(
        tuple(_before(own.price, shipped.price)),
        tuple(_before(own.serverless, shipped.serverless)),
    )


def _before(own: tuple[Any, ...], shipped: tuple[Any, ...]) -> Iterable[Any]:
    """`own`, then the rows of `shipped` whose GPU, in whatever edition, is not among them."""
    named = {name for row in own for name in (_plain(row.gpu), _edition_of(row.gpu))}
    return (*own, *(row for row in shipped if _plain(row.gpu) not in named))


def _plain(gpu: str) -> str:
    return gpu.strip().casefold()


def _edition_of(gpu: str) -> str:
    """ "h100" of H100 SXM; "" of a name in one word."""
    return _plain(gpu.rpartition(" ")[0])


def price_of(gpu: str) -> Price | None:
    """The price of a GPU by name; of all its editions (PCIe, SXM) when none is named."""
    table, asked = prices().price, _plain(gpu)
    rows = [row for row in table if asked and _plain(row.gpu) == asked] or [
        row for row in table if asked and _edition_of(row.gpu) == asked
    ]
    if not rows:
        return None
    offers = [usd for row in rows for usd in row.usd_per_h]
    days = sorted({row.date for row in rows})
    pages = dict.fromkeys(row.source for row in rows)
    return Price((min(offers), max(offers)), f"RunPod, by {', '.join(pages)}, {', '.join(days)}")


def serverless_of(gpu: str) -> ServerlessPrice | None:
    """The price of a second on a worker with this GPU, None where it is not known."""
    asked = _plain(gpu)
    return next((row for row in prices().serverless if _plain(row.gpu) == asked), None)


def write_prices(table: Prices, path: Path, head: str) -> None:
    """Keep a table as a file that `read_prices` reads, whole or not at all; `head` is a comment."""
    lines = [f"# {head}"]
    for kind in ("price", "serverless"):
        for row in getattr(table, kind):
            told = TypeAdapter(type(row)).dump_python(row, mode="json")
            lines += ["", f"[[{kind}]]", *(f"{k} = {json.dumps(v)}" for k, v in told.items())]
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_text("\n".join([*lines, ""]), encoding="utf-8")
    part.replace(path)
