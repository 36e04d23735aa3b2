"""The fake provider fails as it is told, so that tests of its users mean something."""

import socket
import time
from collections.abc import Iterator

import httpx
import pytest
from tests.fakes.server import (
    Answer,
    Fake,
    Request,
    broken,
    cut,
    garbage,
    lost,
    slow,
    too_many,
    twice,
    unheard,
)

WORDS = b'{"a": 1}'


@pytest.fixture
def fake() -> Iterator[Fake]:
    """Counts what is posted to it."""

    def count(request: Request) -> Answer:
        return Answer({"name": request.groups[0], "was": request.json})

    with Fake([("POST", r"/v1/things/(\w+)", count)]) as fake:
        yield fake


def _post(fake: Fake, timeout: float = 5) -> httpx.Response:
    with httpx.Client(trust_env=False, verify=False) as client:  # nothing to verify: no TLS
        return client.post(f"{fake.url}/v1/things/one?x=2", content=WORDS, timeout=timeout)


def test_a_fault_befalls_one_request(fake: Fake) -> None:
    """429 with Retry-After, a proxy's page, garbage; then all is well."""
    fake.then(too_many(7), broken(503), garbage())
    first, second, third, last = (_post(fake) for _ in range(4))
    assert (first.status_code, first.headers["retry-after"]) == (429, "7")
    assert second.status_code == 503
    with pytest.raises(ValueError, match=r"decode|JSON|utf"):
        third.json()
    assert last.json() == {"name": "one", "was": {"a": 1}}
    assert fake.requests[-1].query == {"x": ["2"]}


def test_connections_drop_before_or_after_the_work(fake: Fake) -> None:
    """And an answer may be cut, or the request come twice."""
    fake.then(lost(), unheard(), cut(), twice(), slow(5))
    for _ in range(3):
        with pytest.raises(httpx.RemoteProtocolError):
            _post(fake)
    assert [told is None for _, told in fake.exchanges] == [True, True, False]
    _post(fake)
    assert len(fake.requests) == 5
    began = time.monotonic()
    with pytest.raises(httpx.ReadTimeout):
        _post(fake, timeout=0.05)
    assert time.monotonic() - began < 1


def test_a_fault_waits_for_the_request_that_it_is_for(fake: Fake) -> None:
    """And what has no route is told so."""
    fake.then(broken(on="GET"))
    assert _post(fake).status_code == 200
    with httpx.Client(trust_env=False, verify=False) as client:
        assert [client.get(f"{fake.url}/v1").status_code for _ in range(2)] == [500, 404]


def test_nothing_leaves_this_machine() -> None:
    """What would connect elsewhere fails at once."""
    with socket.socket() as ours, pytest.raises(AssertionError, match="nothing leaves"):
        ours.connect(("192.0.2.1", 80))
