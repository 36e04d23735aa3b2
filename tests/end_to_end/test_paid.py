"""Films by the routes that cost money, on the command line: consent first, secrets never."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.makers import KEY, Market, market, posts

from mongyudo.cli import run
from mongyudo.settings import load_settings

pytestmark = pytest.mark.slow

SECRETS = (
    "김민수", "minsu", "010-1234-5678", "5678", "호랑이에게 쫓겼다", "강남역", "gangnam",
)  # fmt: skip
DREAM = "김민수와 강남역에서 호랑이에게 쫓겼다. 그래서 010-1234-5678로 전화했다."
SMALL = ("--size", "128x72", "--seconds", "2", "--segments", "1", "--reader", "offline")


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Market]:
    """All providers, in an empty working folder."""
    monkeypatch.chdir(tmp_path)
    with market(monkeypatch, tmp_path / "home") as found:
        yield found


def manifest(folder: str) -> dict[str, Any]:
    """A film's."""
    told: dict[str, Any] = json.loads((Path(folder) / "film.json").read_text(encoding="utf-8"))
    return told


def test_nothing_is_spent_without_a_yes(
    shop: Market, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Provider, price, what is sent and the remedy are told; the settings may agree, too."""
    words = ["film", DREAM, "--route", "runway", *SMALL, "-o", "film"]
    assert run(words) == 2
    told = capsys.readouterr().err
    for word in ("Runway", "1 × $0.24", "장면의 영어 프롬프트", "--yes", "2026-"):
        assert word in told
    monkeypatch.setenv("MONGYUDO_BUDGET_FILM_USD", "0.2")
    load_settings.cache_clear()
    assert run([*words, "--yes"]) == 1
    assert "budget_film_usd" in capsys.readouterr().err
    assert shop.runway.charged == 0
    monkeypatch.setenv("MONGYUDO_BUDGET_FILM_USD", "5")
    monkeypatch.setenv("MONGYUDO_AGREED_USD", "0.24")
    load_settings.cache_clear()
    assert run(words) == 0
    assert shop.runway.charged == 24
    assert (manifest("film")["route"], manifest("film")["cost_usd"]) == ("runway", 0.24)


@pytest.mark.usefixtures("shop")
def test_nobody_is_asked_to_pay_for_what_cannot_film(capsys: pytest.CaptureFixture[str]) -> None:
    """What is missing comes before what it would cost."""
    assert run(["film", DREAM, "--route", "runpod", "--yes", "-o", "film"]) == 1
    told = capsys.readouterr().err
    assert "runpod_endpoint" in told
    assert "$" not in told


def test_a_no_spends_nothing(shop: Market, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sits there is asked."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "n")
    assert run(["film", DREAM, "--route", "runway", *SMALL, "-o", "film"]) == 1
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "y")
    assert run(["film", DREAM, "--route", "runway", *SMALL, "-o", "film"]) == 0
    assert shop.runway.charged == 24


def test_secrets_and_names_stay_where_they_belong(
    shop: Market, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """No word of the dream, no name, number or place is sent; the key is in no file and no log."""
    caplog.set_level(0)
    run(["film", DREAM, "--route", "still", *SMALL, "--yes", "-o", "film"])
    run(["film", DREAM, "--backend", "runway-gen4-turbo", "--still", "mj", *SMALL, "--yes"])
    run(["film", DREAM, "--backend", "runway-gen4.5", "--still", "runway", *SMALL, "--yes"])
    assert shop.runway.charged > 0
    assert shop.openai.drawn == 1
    assert len(shop.mj.tasks) == 1
    for secret in SECRETS:
        assert secret.encode() not in shop.spoken, secret
        assert json.dumps(secret).strip('"').encode() not in shop.spoken, secret
    told = capfd.readouterr()
    said = (told.out + told.err + caplog.text).encode()
    files = [path.read_bytes() for path in shop.home.parent.rglob("*") if path.is_file()]
    assert len(files) > 10
    for where in (said, *files):
        assert KEY.encode() not in where
    ledger = b"".join(path.read_bytes() for path in (shop.home / "paid").glob("ledger*"))
    assert b"gen4_turbo" in ledger
    for secret in (*SECRETS, "tiger"):
        assert secret.encode() not in ledger, secret
    assert not [secret for secret in SECRETS if secret in caplog.text]


def test_what_the_policy_refuses_is_not_sent(shop: Market) -> None:
    """It judges before anybody is asked."""
    words = ["film", "친구가 칼로 사람을 찔러 죽였다.", "--route", "still", *SMALL, "--yes"]
    assert run([*words, "-o", "film"]) == 3
    assert shop.spoken == b""


def test_a_still_goes_before_the_routes_own(shop: Market) -> None:
    """And a named backend leaves the settings' route."""
    given = ["film", DREAM, "--route", "still", "--still", "ink", *SMALL, "--yes", "-o", "film"]
    assert run(given) == 0
    assert manifest("film")["shots"][0]["still"] == {"from": "ink"}
    assert shop.openai.drawn == 0
    assert run(["film", DREAM, "--backend", "ink", "--size", "64x64", "--seconds", "0.5"]) == 0
    assert len(posts(shop.runway_server)) == 1
