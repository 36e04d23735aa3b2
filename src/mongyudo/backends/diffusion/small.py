"""The model that ships with the package: Wan in small, trained by scripts/train_small.py.

It films ten subjects in four places, 64 x 64 pixels, on any CPU in a second or two. It is there to
learn on and to test with: adapters are trained and verified on it in minutes.
"""

from pathlib import Path
from typing import Any

from mongyudo.backends.contract import BackendSpec, FrameRule, Options
from mongyudo.backends.diffusion.backend import Request
from mongyudo.backends.diffusion.hub import Missing, Weights
from mongyudo.backends.diffusion.release import Figure, Release
from mongyudo.backends.diffusion.wan import Wan

WEIGHTS = Path(__file__).with_name("small_weights")
MOST_TOKENS = 32
_SCRIPT = "../../scripts/train_small.py"
"""As the page of models links to it."""
_MEASURED = "2026-11-29"


class Small(Wan):
    """Wan with 1.8 million parameters: ten subjects, four places, three motions.

    `MOST_TOKENS` is how long its texts were in training; unknown words are all one word to it.
    """

    spec = BackendSpec(
        name="mongyudo-small",
        takes="text",
        size_px=(64, 64),
        size_step_px=16,
        size_most_px=(64, 64),
        fps=8,
        frames=FrameRule(multiple=4, offset=1, most=9, usual=9),
        text_limit_tokens=MOST_TOKENS,
        licence="Apache-2.0",
        needs_gpu=False,
        lora=True,
        memory_bytes=600_000_000,
        takes_weights=True,
        sources=(
            "memory: peak resident size of a process that films one shot, measured 2026-11-29 on "
            "Linux x86-64 with torch 2.13: 590 MB",
        ),
    )
    release = Release(
        hub_id="mongyudo-small",
        steps=12,
        guidance=3.0,
        scheduler="UniPC, flow shift 3",
        dtype="float16",
        float32_parts=("vae", "text_encoder", "transformer"),
        parameters_m={"transformer": 1.76, "text_encoder": 0.09, "vae": 1.89},
        figures=(
            Figure("size, length, rate", "64x64, 9 frames at 8 fps", _SCRIPT, _MEASURED),
            Figure("steps and guidance", "12, 3", _SCRIPT, _MEASURED),
            Figure("text", "32 tokens", _SCRIPT, _MEASURED),
            Figure("memory", "0.6 GB at most of a whole process", _SCRIPT, _MEASURED),
            Figure("weights", "7.5 MB, ship with the package", _SCRIPT, _MEASURED),
            Figure("speed", "0.07 s a clip on one core, twelve steps", _SCRIPT, _MEASURED),
        ),
    )

    def locate(self, options: Options) -> Weights | Missing:
        """The weights in the package, unless others are asked for or kept in `weights_dir`."""
        kept = options.weights_dir / self.spec.name if options.weights_dir else None
        if options.weights or (kept is not None and kept.is_dir()):
            return super().locate(options)
        return Weights(WEIGHTS, "package")

    def arguments(self, pipe: Any, request: Request) -> dict[str, Any]:
        """The text is as long as it was in training: nothing but noughts follows."""
        return super().arguments(pipe, request) | {"max_sequence_length": MOST_TOKENS}
