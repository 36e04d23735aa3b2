"""What goes to a rented GPU: names of what is prefixed, and errors without paths."""

import pytest

from mongyudo.backends.hosted.runpod_wire import order_from, without_paths
from mongyudo.backends.registry import get, names, prefixes
from mongyudo.errors import BackendError, ProviderError


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("no folder /runpod-volume/weights/wan here", "no folder .../wan here"),
        (r"C:\Users\me\x.png is none", ".../x.png is none"),
        (
            "PUT https://bucket.host/a/b?X-Amz-Signature=s failed",
            "PUT https://bucket.host/... failed",
        ),
        ("~/.cache/huggingface/hub is empty", ".../hub is empty"),
        ("1/2 of 64x64 and/or 3", "1/2 of 64x64 and/or 3"),
    ],
)
def test_paths_are_shortened(told: str, plain: str) -> None:
    """To their last name; signed addresses to their host."""
    assert without_paths(told) == plain


def test_an_order_of_another_release_is_refused() -> None:
    """And one that is none, without repeating what it says."""
    with pytest.raises(ProviderError, match="no order") as caught:
        order_from({"version": 1, "backend": "ink", "shot": {"prompt": "카나리아"}})
    assert "카나리아" not in str(caught.value)
    shot = {"prompt": "", "emotion": "", "category": "", "adapter": None, "seed": 1, "index": 0,
            "size_px": [64, 64], "fps": 8, "duration_s": 1}  # fmt: skip
    with pytest.raises(ProviderError, match="version 2"):
        order_from({"version": 2, "backend": "ink", "shot": shot})


def test_prefixed_names_are_no_names_of_their_own() -> None:
    """What lists backends lists each once; a wrong prefix is told with the right ones."""
    assert prefixes() == ["runpod"]
    assert not any(":" in name for name in names())
    with pytest.raises(BackendError, match=r"unknown backend 'runpot:svd'.* 'runpod:'"):
        get("runpot:svd")
