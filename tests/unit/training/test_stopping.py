"""Ctrl-C while training."""

import os
import signal

import pytest

from mongyudo.training.stopping import stop_asked


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_asks_and_the_second_does_not_wait(number):
    """Afterwards signals do what they did before."""
    before = signal.getsignal(number)
    with stop_asked() as stop:
        assert not stop()
        os.kill(os.getpid(), number)
        assert stop()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), number)
    assert signal.getsignal(number) is before
