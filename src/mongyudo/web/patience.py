"""How long a client is waited for: one that sends or takes a byte a second keeps nothing open.

The server's own protocol ends a connection that is quite idle, and no other. A body that comes too
slowly is the guard's matter, which can still answer.
"""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

WAITED_S = 20.0
"""A request's head has come by then; whoever takes an answer is credited with what was taken."""
LEAST_BYTES_PER_S = 2000.0
"""A film of a few hundred kB is taken so within minutes, by a telephone at the end of a valley."""
LOOK_EVERY_S = 2.0


class Patient(H11Protocol):
    """A connection that is cut off when its client is waited for too long."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for a request."""
        assert isinstance(transport, asyncio.Transport)
        super().connection_made(transport)
        self._waited_s, self._untaken_bytes = 0.0, 0
        self._look = self.loop.call_later(LOOK_EVERY_S, self._look_again)

    def connection_lost(self, exc: Exception | None) -> None:
        """It is over."""
        self._look.cancel()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Wait anew; also for the rest of a body that nobody reads."""
        super().on_response_complete()
        self._waited_s = 0.0

    def resume_writing(self) -> None:
        """The client has taken most of what was buffered."""
        super().resume_writing()
        self._waited_s = 0.0

    def _look_again(self) -> None:
        untaken = self.transport.get_write_buffer_size()
        taken, self._untaken_bytes = max(0, self._untaken_bytes - untaken), untaken
        waited_s = self._waited_s + LOOK_EVERY_S - taken / LEAST_BYTES_PER_S
        self._waited_s = 0.0 if self._is_ours() else max(0.0, waited_s)
        if self._waited_s > WAITED_S:
            self.transport.abort()
        else:
            self._look = self.loop.call_later(LOOK_EVERY_S, self._look_again)

    def _is_ours(self) -> bool:
        """Whether it is the diary's turn: a request is being answered, and its answer taken."""
        answering = self.cycle is not None and not self.cycle.response_complete
        return answering and not self.flow.write_paused
