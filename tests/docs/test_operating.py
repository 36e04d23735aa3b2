"""What the operator is told is what there is: each metric, each field of the log, each setting."""

import json
import logging
import re
from pathlib import Path

import pytest
from prometheus_client import REGISTRY
from tests.docs.test_docs import ROOT

from mongyudo.diary import jobs
from mongyudo.diary.home import Home
from mongyudo.diary.store import Store
from mongyudo.settings import Settings
from mongyudo.web import observing
from mongyudo.web.health import Readiness, Standing
from mongyudo.web.logs import JsonLines

PAGES = [ROOT / "docs/how-to" / name for name in ("operate-a-diary.md", "operate-a-diary.ko.md")]


def rows(page: Path, heading: str) -> dict[str, list[str]]:
    """The cells of each row of the table whose first heading is `heading`, by the first cell."""
    table = page.read_text(encoding="utf-8").split(f"\n| {heading} |", 1)[1].split("\n\n")[0]
    cells = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    return {first: rest for first, *rest in cells}


@pytest.mark.parametrize(("page", "heading"), list(zip(PAGES, ("metric", "지표"), strict=True)))
def test_each_metric_is_told_with_its_kind_and_labels(
    page: Path, heading: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(Home(tmp_path, f"sqlite:///{tmp_path}/diary.sqlite", "sqlite://"))
    store.upgrade()
    monkeypatch.setattr("mongyudo.web.health.waiting", lambda: dict.fromkeys(jobs.QUEUES, 0))
    standing = Standing(store).collect()
    told = rows(page, heading)
    kinds = {f"`{family.name}`": family.type for family in standing}
    for family in REGISTRY.collect():
        if family.name.startswith("mongyudo_"):
            ending = "_total" if family.type == "counter" else ""
            kinds[f"`{family.name}{ending}`"] = family.type
    assert {name: cells[0] for name, cells in told.items()} == kinds
    for metric, name in (
        (observing.REQUESTS, "`mongyudo_requests_total`"),
        (observing.DURATION_S, "`mongyudo_request_duration_seconds`"),
    ):
        assert set(metric._labelnames) == set(re.findall("`([a-z]+)`", told[name][1]))
    store.close()


@pytest.mark.parametrize(("page", "heading"), list(zip(PAGES, ("field", "칸"), strict=True)))
def test_each_field_of_the_log_is_told(
    page: Path, heading: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "mongyudo.requests"):
        scope = {"method": "GET", "path": "/health", "type": "http"}
        observing._note(scope, "an-id", 200, 0.01)
    try:
        raise ValueError("a word")
    except ValueError as error:
        fault = (type(error), error, error.__traceback__)
    failed = logging.LogRecord("mongyudo", logging.ERROR, "here", 1, "it broke", (), fault)
    lines = [json.loads(JsonLines().format(record)) for record in (*caplog.records, failed)]
    told = {name for cell in rows(page, heading) for name in re.findall("`([a-z_]+)`", cell)}
    assert told == {name for line in lines for name in line}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_readiness_asks_is_told(page: Path) -> None:
    heading = "address" if page is PAGES[0] else "주소"
    (ready,) = rows(page, heading)["`/ready`"]
    assert re.findall("`([a-z]+)`", ready) == list(Readiness.__dataclass_fields__)


def test_each_setting_is_told() -> None:
    told = rows(ROOT / "docs/reference/settings.md", "key")
    assert {name.strip("`") for name in told} == set(Settings.model_fields)
    for name, (variable, *_) in told.items():
        assert variable == f"MONGYUDO_{name.strip('`').upper()}"
