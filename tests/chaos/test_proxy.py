"""The diary behind the Caddy of deploy/, with its https, as somebody on the internet meets it."""

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from tests.serving import Server, serve

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("caddy") is None, reason="there is no Caddy here"),
]

CADDYFILE = Path(__file__).parents[2] / "deploy/Caddyfile"
ACCOUNT = {"name": "yeonhwa", "password": "ten characters and more"}


@dataclass
class Proxied:
    """A diary, the proxy before it, and a browser that trusts the proxy's certificate."""

    diary: Server
    browser: httpx.Client


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    folder = tmp_path_factory.mktemp("proxied")
    diary = serve(
        folder / "home", "--processes", "2",
        MONGYUDO_MULTI_USER="true", MONGYUDO_SIGN_UP="open", MONGYUDO_HOST_NAMES='["localhost"]',
    )  # fmt: skip
    port, spare = free_port(), free_port()
    environment = {
        **os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder),
        "DIARY_NAME": f"localhost:{port}", "DIARY_HTTP_PORT": str(spare),
        "DIARY_UPSTREAM": f"127.0.0.1:{diary.client.base_url.port}",
    }  # fmt: skip
    caddy = subprocess.Popen(
        ["caddy", "run", "--config", CADDYFILE, "--adapter", "caddyfile"],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    root = folder / "caddy/pki/authorities/local/root.crt"
    browser = httpx.Client(base_url=f"https://localhost:{port}", verify=trusting(root), timeout=30)
    wait_for(browser)
    yield Proxied(diary, browser)
    caddy.terminate()
    caddy.wait(30)
    browser.close()
    diary.close()


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def trusting(root: Path) -> ssl.SSLContext:
    """A context that trusts the proxy's own authority, once it is made."""
    end = time.monotonic() + 30
    while not root.exists() and time.monotonic() < end:
        time.sleep(0.1)
    return ssl.create_default_context(cafile=str(root))


def wait_for(browser: httpx.Client) -> None:
    """Until the proxy answers."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            browser.get("/health").raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the proxy does not answer")


def test_a_dreamer_signs_up_and_films_through_the_proxy(proxied: Proxied) -> None:
    browser = proxied.browser
    assert browser.post("/sign-up", data=ACCOUNT).status_code == 303
    (cookie,) = browser.cookies.jar
    assert (cookie.name, cookie.secure) == ("__Host-session", True)
    new = {
        "writing": {"text": "호랑이가 마당에 있었다.", "dreamed_on": "2026-11-29"},
        "film": {"seconds": 0.5, "segments": 1, "sound": False},
    }
    browser.put("/api/v1/consent").raise_for_status()
    film_id = browser.post("/api/v1/entries", json=new).raise_for_status().json()["films"][-1]["id"]
    with browser.stream("GET", f"/api/v1/films/{film_id}/events") as told:
        assert '"done"' in list(filter(None, told.iter_lines()))[-1]
    path = f"/api/v1/films/{film_id}/files/film.mp4"
    assert browser.get(path, headers={"range": "bytes=0-99"}).status_code == 206


def test_where_a_caller_says_to_come_from_is_not_believed(proxied: Proxied) -> None:
    forged = {"x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "http"}
    answer = proxied.browser.post("/login", data={**ACCOUNT}, headers=forged)
    assert answer.status_code == 303
    assert "127.0.0.1" in proxied.browser.get("/account").text
    assert "203.0.113.9" not in proxied.browser.get("/account").text


def test_the_proxy_lends_nobody_its_own_eyes(proxied: Proxied) -> None:
    assert proxied.diary.client.get("/metrics").status_code == 200
    for path in ("/metrics", "/ready", "/metrics/", "//metrics", "/%6detrics"):
        url = f"{proxied.browser.base_url}{path}"
        assert proxied.browser.get(url, follow_redirects=True).status_code == 404, path


def test_what_is_too_large_or_of_another_page_is_refused_through_the_proxy(
    proxied: Proxied,
) -> None:
    browser = proxied.browser
    assert browser.put("/api/v1/draft", content=b" " * 1_100_000).status_code == 413
    foreign = {"origin": "https://evil.example"}
    assert browser.post("/language", data={"wished": "en"}, headers=foreign).status_code == 403
    assert browser.get("/").headers["strict-transport-security"]
