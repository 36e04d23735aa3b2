"""RunPod's price list: fetched from a fake of its GraphQL, kept with its day, garbage refused."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.server import Answer, Fake, Request, broken, garbage

from mongyudo.backends.diffusion.prices import (
    SHIPPED,
    Prices,
    price_of,
    prices,
    read_prices,
    serverless_of,
    write_prices,
)
from mongyudo.backends.hosted import runpod_prices
from mongyudo.cli import run
from mongyudo.errors import BackendError, ProviderError
from mongyudo.settings import load_settings

pytestmark = pytest.mark.slow

OFFERS: tuple[tuple[str, float | None, float | None], ...] = (
    ("RTX 4090", 0.41, 0.69), ("RTX 3090", 0.22, None), ("H200 SXM", None, 3.99),
    ("L4", 0.44, 0), ("RTX A5000", 0.16, 0.27), ("MI300X", None, None),
)  # fmt: skip


def types(*others: dict[str, Any]) -> dict[str, Any]:
    """What GraphQL answers."""
    rows = [
        {"id": f"NVIDIA {n}", "displayName": n, "memoryInGb": 24, "communityPrice": c,
         "securePrice": s} for n, c, s in OFFERS
    ]  # fmt: skip
    return {"data": {"gpuTypes": [*rows, *others]}}


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    """RunPod's GraphQL; the data folder is a new one."""

    def answer(request: Request) -> Answer:
        assert "gpuTypes" in request.json["query"]
        assert "authorization" not in request.headers
        return Answer(types())

    monkeypatch.setenv("MONGYUDO_HOME", str(tmp_path))
    load_settings.cache_clear()
    with Fake([("POST", "/graphql", answer)]) as made:
        monkeypatch.setattr(runpod_prices, "URL", f"{made.url}/graphql")
        yield made
    load_settings.cache_clear()


def test_prices_are_renewed_and_what_changed_is_told(
    fake: Fake, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each row with its source and day; the package's rows stay where nothing newer is known."""
    assert run(["backends", "prices", "--update"]) == 0
    said = capsys.readouterr()
    assert "RTX 4090: 0.34 $/h -> 0.41 / 0.69 $/h (+21 %)" in said.err
    assert "RTX A5000: 0.16 / 0.27 $/h (new)" in said.err
    assert "L4:" not in said.err
    assert "MI300X" not in said.out
    own = read_prices(tmp_path / "prices.toml")
    assert [row.gpu for row in own.price] == sorted(name for name, *offers in OFFERS if any(offers))
    assert {row.date for row in own.price} == {datetime.now(UTC).date().isoformat()}
    assert all(row.source == f"{fake.url}/graphql (gpuTypes)" for row in own.price)
    card, other, old = price_of("rtx 4090"), price_of("H200"), price_of("H100")
    assert card is not None
    assert other is not None
    assert old is not None
    assert card.usd_per_h == (0.41, 0.69)
    assert other.usd_per_h == (3.99, 3.99)
    assert "2026-11-09" in old.source
    second = serverless_of("rtx 4090")
    assert second is not None
    assert second.usd_per_s == 0.00031
    assert run(["backends", "prices", "--update"]) == 0
    assert "no price has changed" in capsys.readouterr().err


def test_an_offer_that_is_gone_keeps_its_last_price(fake: Fake, tmp_path: Path) -> None:
    """With the day on which it was read."""
    fetched = runpod_prices.fetch()
    assert fake.requests
    own = Prices(fetched)
    write_prices(own, tmp_path / "prices.toml", "yesterday's")
    fewer = tuple(row for row in fetched if row.gpu != "L4")
    found = runpod_prices.renewal(fewer, prices(), own)
    assert [row.gpu for row in found.table.price] == [*(row.gpu for row in fewer), "L4"]
    assert found.changes[-1].startswith("L4: not for rent now; 0.44 $/h was read on ")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (broken(503), "HTTP 503"),
        (garbage(), "no price list"),
        (garbage(b'{"errors": [{"message": "no"}], "data": null}'), "no price list"),
        (garbage(b'{"data": {"gpuTypes": []}}'), "only 0 GPUs"),
    ],
)
def test_garbage_changes_nothing(
    fake: Fake, tmp_path: Path, fault: Any, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The old table stands, and the message says so."""
    fake.then(fault)
    assert run(["backends", "prices", "--update"]) == 1
    said = capsys.readouterr().err
    assert words in said
    assert "still count" in said
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("price", [-1, "cheap", 1e6, "NaN"])
def test_a_price_that_cannot_be_spoils_the_list(fake: Fake, price: Any) -> None:
    """No row is taken from a list of which one is wrong."""
    wrong = {"displayName": "RTX 9090", "communityPrice": price}
    fake.then(garbage(Answer(types(wrong)).bytes))
    with pytest.raises(ProviderError, match="no price list"):
        runpod_prices.fetch()


def test_a_leap_is_not_believed(fake: Fake) -> None:
    """A thousandth of yesterday's price is an error of somebody's."""
    cheap = tuple(
        row if row.gpu != "RTX 4090" else type(row)(row.gpu, (0.004,), row.date, row.source)
        for row in runpod_prices.fetch()
    )
    with pytest.raises(ProviderError, match=r"RTX 4090, 0.004 \$/h after 0.34 \$/h"):
        runpod_prices.renewal(cheap, prices(), Prices())
    assert fake.requests


def test_a_file_that_is_no_table_is_named(fake: Fake, tmp_path: Path) -> None:
    """And a table is read as it was written."""
    del fake
    shipped = read_prices(SHIPPED)
    write_prices(shipped, tmp_path / "p.toml", "as it was")
    assert read_prices(tmp_path / "p.toml") == shipped
    (tmp_path / "prices.toml").write_text('[[price]]\ngpu = "A"\n', encoding="utf-8")
    with pytest.raises(BackendError, match=r"prices\.toml are no table"):
        price_of("A40")
