"""An object storage that speaks S3 as far as the diary does, for tests, in this process.

It checks every signature (AWS Signature Version 4, of headers and of presigned addresses) by the
published algorithm, not by a library that the diary uses. moto would do; its packages cannot be
locked beside DBOS's.
"""

import hashlib
import hmac
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, quote, unquote, urlsplit
from xml.sax.saxutils import escape, unescape

BUCKET, REGION, KEY_ID, SECRET = "dreams", "kr-test-1", "a-key", "a-secret"
LISTED_AT_ONCE = 2
"""So few that every list has several pages."""
ALGORITHM = "AWS4-HMAC-SHA256"


@dataclass(frozen=True)
class Kept:
    """An object."""

    body: bytes
    kind: str
    changed_at: datetime

    @property
    def etag(self) -> str:
        """As S3 makes it of an object that came in one piece."""
        return f'"{hashlib.md5(self.body).hexdigest()}"'


@dataclass(frozen=True)
class Asked:
    """A request: `signed` is "header", "query" or "" for none, `status` how it was answered."""

    method: str
    key: str
    signed: str
    status: int
    headers: dict[str, str]


@dataclass
class S3:
    """What the storage holds, and what it was asked."""

    url: str = ""
    objects: dict[str, Kept] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    is_away: bool = False
    hold: str = ""
    """Keys that fit are kept, but the answer waits as if the network were slow."""
    held: threading.Event = field(default_factory=threading.Event)
    late_s: float = 0.0
    """How much later than it is the storage takes it to be."""
    closed_at: str = ""
    """Links that were signed until then (X-Amz-Date) count as expired."""

    @property
    def environment(self) -> dict[str, str]:
        """What a process of the diary is told."""
        return {
            "MONGYUDO_STORAGE": f"s3://{BUCKET}/mongyudo", "AWS_ENDPOINT": self.url,
            "AWS_REGION": REGION, "AWS_ACCESS_KEY_ID": KEY_ID, "AWS_SECRET_ACCESS_KEY": SECRET,
        }  # fmt: skip

    def films(self) -> set[str]:
        """The ids of the films of which there are objects."""
        return {key.split("/")[2] for key in list(self.objects)}

    def names(self, film_id: str) -> list[str]:
        """The objects of a film."""
        under = f"mongyudo/films/{film_id}/"
        return sorted(
            key.removeprefix(under) for key in list(self.objects) if key.startswith(under)
        )


def _hmac(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def _encoded(text: str) -> str:
    return quote(text, safe="-_.~")


class _Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"
    s3: S3

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def __getattr__(self, name: str) -> Callable[[], None]:
        """One method for requests of every kind (do_GET and the others)."""
        if not name.startswith("do_"):
            raise AttributeError(name)
        return self._answer

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        self.query = dict(parse_qsl(parts.query, keep_blank_values=True))
        self.body = self.rfile.read(int(self.headers.get("content-length", 0)))
        bucket, _, self.key = unquote(parts.path).lstrip("/").partition("/")
        self.signed = "query" if "X-Amz-Signature" in self.query else (
            "header" if "authorization" in self.headers else ""
        )  # fmt: skip
        if self.s3.is_away:
            self._send(503, b"<Error><Code>SlowDown</Code></Error>")
        elif fault := self._fault(parts.path):
            self._send(403, f"<Error><Code>{fault}</Code></Error>".encode())
        elif bucket != BUCKET:
            self._send(404, b"<Error><Code>NoSuchBucket</Code></Error>")
        elif not self.key:
            self._list() if self.command == "GET" else self._delete_all()
        else:
            getattr(self, f"_{self.command.lower()}")()

    def _fault(self, path: str) -> str:
        """What is wrong with the signature, "" for nothing."""
        given = self.query
        if self.signed == "header":
            words = self.headers["authorization"].removeprefix(ALGORITHM).split(",")
            told = dict(word.strip().split("=", 1) for word in words)
            given = {f"X-Amz-{name}": value for name, value in told.items()}
            given["X-Amz-Date"] = self.headers["x-amz-date"]
        elif not self.signed:
            return "AccessDenied"
        names = given["X-Amz-SignedHeaders"].split(";")
        payload = self.headers.get("x-amz-content-sha256", "UNSIGNED-PAYLOAD")
        if payload not in ("UNSIGNED-PAYLOAD", hashlib.sha256(self.body).hexdigest()):
            return "XAmzContentSHA256Mismatch"
        query = sorted(
            (_encoded(name), _encoded(value))
            for name, value in self.query.items() if name != "X-Amz-Signature"
        )  # fmt: skip
        canonical = "\n".join(
            (
                self.command, path, "&".join(f"{name}={value}" for name, value in query),
                *(f"{name}:{' '.join(self.headers[name].split())}" for name in names),
                "", ";".join(names), payload,
            )
        )  # fmt: skip
        key_id, *scope = given["X-Amz-Credential"].split("/")
        moment = given["X-Amz-Date"]
        text = "\n".join(
            (ALGORITHM, moment, "/".join(scope), hashlib.sha256(canonical.encode()).hexdigest())
        )
        key = f"AWS4{SECRET}".encode()
        for part in scope:
            key = _hmac(key, part)
        right = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
        if key_id != KEY_ID or scope[1:] != [REGION, "s3", "aws4_request"]:
            return "InvalidAccessKeyId"
        if not hmac.compare_digest(right, given["X-Amz-Signature"]) or "host" not in names:
            return "SignatureDoesNotMatch"
        made = datetime.strptime(moment, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        age_s = (datetime.now(UTC) - made).total_seconds() + self.s3.late_s
        lasts_s = int(self.query.get("X-Amz-Expires", 900))
        if self.signed == "query" and moment <= self.s3.closed_at:
            return "RequestExpired"
        return "" if scope[0] == moment[:8] and -60 < age_s < lasts_s else "RequestExpired"

    def _list(self) -> None:
        prefix, after = self.query.get("prefix", ""), self.query.get("continuation-token", "")
        found = sorted(k for k in self.s3.objects if k.startswith(prefix) and k > after)
        shown = found[:LISTED_AT_ONCE]
        rows = [
            f"<Contents><Key>{escape(key)}</Key><Size>{len(kept.body)}</Size>"
            f"<ETag>{escape(kept.etag)}</ETag>"
            f"<LastModified>{kept.changed_at:%Y-%m-%dT%H:%M:%S.000Z}</LastModified></Contents>"
            for key in shown
            for kept in [self.s3.objects[key]]
        ]
        more = len(found) > len(shown)
        rows.append(f"<IsTruncated>{str(more).lower()}</IsTruncated>")
        if more:
            rows.append(f"<NextContinuationToken>{escape(shown[-1])}</NextContinuationToken>")
        self._send(200, f"<ListBucketResult>{''.join(rows)}</ListBucketResult>".encode())

    def _put(self) -> None:
        kind = self.headers.get("content-type", "binary/octet-stream")
        kept = Kept(self.body, kind, datetime.now(UTC))
        self.s3.objects[self.key] = kept
        if self.s3.hold and re.search(self.s3.hold, self.key):
            self.s3.held.set()
            threading.Event().wait(30)
        self._send(200, b"", etag=kept.etag)

    def _delete_all(self) -> None:
        found = re.findall("<Key>(.*?)</Key>", self.body.decode())
        for key in found:
            self.s3.objects.pop(unescape(key), None)
        gone = "".join(f"<Deleted><Key>{key}</Key></Deleted>" for key in found)
        self._send(200, f"<DeleteResult>{gone}</DeleteResult>".encode())

    def _delete(self) -> None:
        self.s3.objects.pop(self.key, None)
        self._send(204, b"")

    def _get(self) -> None:
        kept = self.s3.objects.get(self.key)
        if kept is None:
            self._send(404, b"<Error><Code>NoSuchKey</Code></Error>")
            return
        headers = {
            "etag": kept.etag, "content-type": kept.kind, "accept-ranges": "bytes",
            "last-modified": format_datetime(kept.changed_at, usegmt=True),
        }  # fmt: skip
        if self.headers.get("if-match", kept.etag) != kept.etag:
            self._send(412, b"<Error><Code>PreconditionFailed</Code></Error>")
            return
        size, span = len(kept.body), re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers["range"] or "")
        if span is None:
            self._send(200, kept.body, **headers)
            return
        begin, end = int(span[1]), min(int(span[2] or size), size - 1) + 1
        if begin >= size:
            self._send(416, b"", **{"content-range": f"bytes */{size}"})
            return
        headers["content-range"] = f"bytes {begin}-{end - 1}/{size}"
        self._send(206, kept.body[begin:end], **headers)

    _head = _get

    def _send(self, status: int, body: bytes, **headers: str) -> None:
        told = {name.lower(): value for name, value in self.headers.items()}
        self.s3.asked.append(Asked(self.command, self.key, self.signed, status, told))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("content-length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


@contextmanager
def s3_server(host: str = "127.0.0.1") -> Iterator[S3]:
    """A storage on a free loopback port."""
    s3 = S3()
    handler = type("Handler", (_Handler,), {"s3": s3})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    s3.url = f"http://{host}:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield s3
    finally:
        server.shutdown()
        server.server_close()
