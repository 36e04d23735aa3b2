"""From an adapter's figures to passed or failed, check by check, with the reason in words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from mongyudo.training.verify.intervals import Figure
from mongyudo.training.verify.judge import Evidence, Measures
from mongyudo.training.verify.rules import Rules

State = Literal["passed", "failed", "untrained"]
SUBJECT = "subject"
"""What a recogniser calls the subject of a prompt, as 0 or 1."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was asked of an adapter, in one sentence with its figures."""

    name: str
    passed: bool
    told: str
    told_ko: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Passed exactly when it is trained and every check passed."""

    label: str
    checks: tuple[Check, ...]
    trained: bool = True

    @property
    def passed(self) -> bool:
        """Whether the adapter may be used."""
        return self.trained and all(check.passed for check in self.checks)

    @property
    def state(self) -> State:
        """What is made of it; what is not there cannot fail."""
        if not self.trained:
            return "untrained"
        return "passed" if self.passed else "failed"

    @property
    def why(self) -> tuple[str, ...]:
        """The sentences of the checks that failed."""
        return tuple(check.told for check in self.checks if not check.passed)


def judge(evidence: Evidence, measures: Measures, rules: Rules) -> Verdict:
    """The verdict on one adapter.

    Style alone is no proof: pure noise can be nearest to the right style. Identity and the loss on
    clips held out must hold too.
    """
    if evidence.fault:
        fault = Check("fits", passed=False, told=evidence.fault, told_ko=evidence.fault)
        return Verdict(evidence.label, (fault,), evidence.trained)
    checks = (check(measures, rules) for check in _CHECKS)
    return Verdict(evidence.label, tuple(check for check in checks if check is not None))


def _same_at_0(measures: Measures, _: Rules) -> Check:
    if measures.same_at_0:
        words = (
            "at scale 0 every clip is the base's, bit by bit",
            "세기 0에서 바탕 모델과 비트까지 같음",
        )
    else:
        words = ("at scale 0 clips differ from the base's", "세기 0에서 바탕 모델과 다름")
    return Check("scale 0", measures.same_at_0, *words)


def _effect(measures: Measures, _: Rules) -> Check:
    if measures.differs_at_1:
        words = ("at scale 1 clips differ from the base's", "세기 1에서 바탕 모델과 다름")
    else:
        words = (
            "at scale 1 all clips are the base's: no effect",
            "세기 1에서도 바탕 모델 그대로: 효과 없음",
        )
    return Check("effect", measures.differs_at_1, *words)


def _base(measures: Measures, rules: Rules) -> Check | None:
    by = measures.identity_by
    if by != SUBJECT:
        return None  # a proxy has no natural scale
    words = (f"{by} recognised in the base's own clips", f"바탕 모델의 클립에서 알아봄 ({by})")
    return _least("base", measures.kept_base.get(by), rules.base_least, words)


def _style(measures: Measures, rules: Rules) -> Check:
    found = ", ".join(f"{label} {n}" for label, n in measures.landed.items() if n)
    words = (
        f"clips of held-out prompts nearest to its own style (landed: {found})",
        f"처음 보는 프롬프트에서 자기 화풍에 가장 가까운 클립 (도착: {found})",
    )
    return _least("style", measures.style.get("held-out@1"), rules.style_least, words)


def _moved(measures: Measures, _: Rules) -> Check | None:
    if not measures.far:
        return None  # its style is the base's own: there is no way to go
    words = (
        "way towards its style, in spreads of the base",
        "자기 화풍 쪽으로 간 거리, 바탕 모델의 흔들림을 1로 하여",
    )
    return _least("moved", measures.moved, 1.0, words)


def _identity(measures: Measures, rules: Rules) -> Check:
    if measures.identity_by == "structure":
        words = (
            "clips whose structure is still that of the base's clip (a proxy for the subject)",
            "짜임이 바탕 클립 그대로인 클립 (대상 보존의 어림)",
        )
        return _least("identity", measures.identity, rules.proxy_least, words)
    by = measures.identity_by
    words = (f"{by} kept, over the base's", f"바탕 모델에 견준 대상 보존 ({by})")
    return _least("identity", measures.identity, rules.identity_least, words)


def _loss(measures: Measures, rules: Rules) -> Check:
    words = (
        "loss on clips held out over the base's, upper end of the interval",
        "빼 둔 클립의 손실, 바탕 모델을 1로 하여, 구간의 위 끝",
    )
    return _below("loss", measures.loss, rules.loss_below, words, lambda figure: figure.high)


def _memorised(measures: Measures, rules: Rules) -> Check:
    words = (
        "clips of held-out prompts that copy a clip learned from",
        "처음 보는 프롬프트에서 배운 클립을 베낀 클립",
    )
    return _below("memorised", measures.memorised, rules.memorised_below, words)


def _collapsed(measures: Measures, rules: Rules) -> Check | None:
    if measures.diversity is None:
        return None
    words = ("difference between clips, over the base's", "클립끼리의 다양함, 바탕 모델을 1로 하여")
    return _least("diversity", measures.diversity, rules.diversity_least, words)


def _still(measures: Measures, rules: Rules) -> Check | None:
    if measures.motion is None or measures.motion_wished is None:
        return None  # the base itself stands still
    least = rules.motion_least * min(1.0, measures.motion_wished)
    words = ("motion over the base's", "움직임, 바탕 모델을 1로 하여")
    return _least("motion", measures.motion, least, words)


def _leak(measures: Measures, rules: Rules) -> Check | None:
    if rules.leak_below is None:
        return None
    words = (
        "clips without its trigger that take its style",
        "자기 방아쇠 말 없이도 이 화풍이 된 클립",
    )
    return _below("leak", measures.leak, rules.leak_below, words)


_CHECKS: tuple[Callable[[Measures, Rules], Check | None], ...] = (
    _base, _same_at_0, _effect, _style, _moved, _identity, _loss, _memorised, _collapsed, _still,
    _leak,
)  # fmt: skip
Words = tuple[str, str]
"""English and Korean."""


def _least(name: str, figure: Figure | None, limit: float, words: Words) -> Check:
    passed = figure is not None and figure.value >= limit
    asked = (f"at least {limit:.2f} is asked", f"{limit:.2f} 이상이어야 함")
    return _told(name, figure, words, asked, passed=passed)


def _below(
    name: str, figure: Figure | None, limit: float, words: Words,
    read: Callable[[Figure], float] = lambda figure: figure.value,
) -> Check:  # fmt: skip
    passed = figure is not None and read(figure) < limit
    asked = (f"below {limit:.2f} is asked", f"{limit:.2f} 미만이어야 함")
    return _told(name, figure, words, asked, passed=passed)


def _told(
    name: str, figure: Figure | None, words: Words, asked: Words, *, passed: bool
) -> Check:  # fmt: skip
    if figure is None:
        told, told_ko = f"{words[0]}: could not be measured", f"{words[1]}: 잴 수 없었음"
    else:
        number = f"{figure.value:.2f} [{figure.low:.2f}, {figure.high:.2f}]"
        told, told_ko = (f"{w}: {number}, {a}" for w, a in zip(words, asked, strict=True))
    return Check(name, passed, told, told_ko)
