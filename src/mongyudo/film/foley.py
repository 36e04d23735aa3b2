"""Sounds of a moment: steps, doors, glass, bells, water, as short mono waves of peak 1.

Made of bursts of noise and dying sines: a struck body sounds at its own frequencies, the harder it
is the longer (Gaver, What in the World Do We Hear?, Ecological Psychology 5(1), 1993).
"""

from collections.abc import Callable

import numpy as np

from mongyudo.film.animals import ANIMALS
from mongyudo.film.tones import (
    Mono,
    Rng,
    add,
    bent,
    burst,
    clock,
    fade,
    mono,
    noise,
    overtones,
    samples,
    struck,
)

Grain = Callable[[Rng], Mono]


def foley(name: str, rng: Rng) -> Mono:
    """One sound by its name, at most 1 loud. Raises KeyError for a name that is not in FOLEY."""
    wave = FOLEY[name](rng)
    return wave / np.float32(max(float(np.abs(wave).max(initial=0.0)), 1e-6))


def _blank(length_s: float) -> Mono:
    return np.zeros(samples(length_s), np.float32)


def _laid(length_s: float, *parts: tuple[float, Mono]) -> Mono:
    """Waves laid into silence, each from its own second on."""
    wave = _blank(length_s)
    for start_s, part in parts:
        add(wave, part, samples(start_s))
    return wave


def _earth_step(rng: Rng) -> Mono:
    thud = struck(0.16, float(rng.uniform(62, 80)), 32, bend=-1.5)
    grit = 0.35 * burst(0.09, rng, 250, 1900, 48)
    return _laid(0.2, (0.0, thud), (0.012, grit))


def _floor_step(rng: Rng) -> Mono:
    heel = 0.8 * struck(0.1, float(rng.uniform(150, 190)), 45)
    click = 0.7 * burst(0.04, rng, 900, 4200, 130)
    return _laid(0.2, (0.0, heel), (0.0, click), (0.055, 0.4 * burst(0.05, rng, 500, 2600, 90)))


def _wet_step(rng: Rng) -> Mono:
    return _laid(0.3, (0.0, burst(0.22, rng, 500, 4500, 20)), (0.05, 0.5 * _drop(rng)))


def _snow_step(rng: Rng) -> Mono:
    wave = _blank(0.28)
    for at_s in np.sort(rng.uniform(0, 0.16, 9)):
        add(wave, float(rng.uniform(0.4, 1)) * burst(0.04, rng, 700, 5200, 110), samples(at_s))
    return wave


def _hoof(rng: Rng) -> Mono:
    clop = struck(0.1, float(rng.uniform(420, 540)), 60, bend=2.0)
    return _laid(0.16, (0.0, clop), (0.0, 0.5 * burst(0.05, rng, 700, 2600, 90)))


def _paw(rng: Rng) -> Mono:
    return _laid(0.14, (0.0, struck(0.1, float(rng.uniform(75, 95)), 48, bend=-1.0)),
                 (0.0, 0.18 * burst(0.06, rng, 300, 1500, 70)))  # fmt: skip


def _thud(rng: Rng) -> Mono:
    return _laid(0.6, (0.0, struck(0.5, 58, 9, bend=-0.8)), (0.0, burst(0.25, rng, 90, 900, 22)))


def _crash(rng: Rng) -> Mono:
    wave = _laid(1.5, (0.0, struck(0.7, 52, 7, bend=-0.6)), (0.0, burst(1.2, rng, 120, 5200, 5)))
    for at_s in rng.uniform(0.05, 0.7, 14):
        ring = struck(0.3, float(rng.uniform(500, 3200)), 18)
        add(wave, ring * float(rng.uniform(0.05, 0.22)), samples(at_s))
    return wave


def _boom(rng: Rng) -> Mono:
    wave = _laid(2.2, (0.0, 1.2 * struck(1.6, 46, 3, bend=-0.35)),
                 (0.0, 0.9 * burst(2.0, rng, 35, 420, 2.4)))  # fmt: skip
    add(wave, 0.35 * burst(0.5, rng, 300, 3000, 9), 0)
    return wave


def _glass(rng: Rng) -> Mono:
    wave = _laid(1.6, (0.0, burst(0.12, rng, 2200, 11000, 40)))
    for at_s in 0.02 + rng.exponential(0.16, 34):
        ring = struck(0.35, float(rng.uniform(2400, 8800)), float(rng.uniform(14, 34)))
        add(wave, ring * float(rng.uniform(0.1, 0.55)) * float(np.exp(-at_s * 1.5)), samples(at_s))
    return wave


def _clatter(rng: Rng) -> Mono:
    wave = _blank(0.8)
    for at_s in np.cumsum(rng.uniform(0.04, 0.12, 6)):
        tap = struck(0.06, float(rng.uniform(1500, 2900)), 90)
        add(wave, tap * float(rng.uniform(0.4, 1)), samples(at_s))
    return wave


def _creak(length_s: float, rng: Rng) -> Mono:
    """Wood that sticks and slips: clicks whose rate rises and falls."""
    wave, at_s = _blank(length_s), 0.0
    while at_s < length_s - 0.05:
        share = at_s / length_s
        body = struck(0.05, 460 + 240 * float(np.sin(np.pi * share)), 85)
        add(wave, body * float(np.sin(np.pi * min(0.98, share + 0.04))), samples(at_s))
        at_s += float(rng.uniform(0.7, 1.3)) / (24 + 38 * float(np.sin(np.pi * share)))
    return wave


def _door(rng: Rng) -> Mono:
    latch = 0.5 * burst(0.03, rng, 1200, 5000, 150)
    return _laid(1.3, (0.0, latch), (0.12, 0.8 * _creak(0.9, rng)), (1.02, 0.7 * _knock(rng)))


def _knock(rng: Rng) -> Mono:
    tap = struck(0.16, float(rng.uniform(185, 215)), 34)
    return _laid(0.2, (0.0, tap), (0.0, 0.4 * burst(0.03, rng, 500, 2400, 120)))


def _knocks(rng: Rng) -> Mono:
    return _laid(0.85, *((at, _knock(rng)) for at in (0.0, 0.22, 0.44)))


def _rattle(rng: Rng) -> Mono:
    ticks = ((at, burst(0.05, rng, 1100, 5200, 80)) for at in (0, 0.09, 0.15, 0.27, 0.34, 0.41))
    return _laid(0.6, *ticks, (0.12, 0.5 * _knock(rng)))


def _drop(rng: Rng) -> Mono:
    return struck(0.16, float(rng.uniform(620, 1250)), 24, bend=6.0)


def _splash(rng: Rng) -> Mono:
    wave = _laid(1.2, (0.0, burst(0.9, rng, 300, 5200, 6)), (0.0, 0.6 * struck(0.3, 90, 12)))
    for at_s in rng.uniform(0.15, 0.9, 10):
        add(wave, 0.25 * _drop(rng), samples(at_s))
    return wave


def _tick(rng: Rng) -> Mono:
    return _laid(0.12, (0.0, burst(0.02, rng, 1900, 6500, 210)),
                 (0.0, 0.5 * struck(0.08, 1150, 75)))  # fmt: skip


def _heart(rng: Rng) -> Mono:
    """Two beats; their overtone is what the loudspeaker of a telephone can give of them."""
    low = float(rng.uniform(50, 55))

    def beat(pitch_hz: float, decay: float) -> Mono:
        return struck(0.26, pitch_hz, decay, bend=-0.8) + np.float32(0.4) * struck(
            0.26, 2.9 * pitch_hz, 1.6 * decay, bend=-0.8
        )

    return _laid(0.55, (0.0, beat(low, 17)), (0.24, 0.7 * beat(1.12 * low, 21)))


_BELL = ((0.5, 0.5, 0.7), (1.0, 1.0, 1.0), (1.19, 0.5, 1.3), (1.5, 0.35, 1.7), (2.0, 0.6, 1.9),
         (2.66, 0.3, 2.8), (3.01, 0.25, 3.4))  # fmt: skip
"""Partials of a cast bell: hum, prime, tierce, quint, nominal and above; weight, decay."""


def _cast_bell(pitch_hz: float, length_s: float) -> Mono:
    wave = _blank(length_s)
    for ratio, weight, dying in _BELL:
        add(wave, weight * struck(length_s, pitch_hz * ratio, dying * 3 / length_s), 0)
        add(
            wave, 0.4 * weight * struck(length_s, pitch_hz * ratio * 1.004, dying * 3 / length_s), 0
        )
    return wave


def _temple_bell(_rng: Rng) -> Mono:
    return _cast_bell(104, 3.6)


def _bell(_rng: Rng) -> Mono:
    return _cast_bell(620, 1.8)


def _ringing(length_s: float, tones_hz: tuple[float, float], rate_hz: float) -> Mono:
    """Two tones under a clapper's pulse."""
    time = clock(samples(length_s))
    tone = sum(np.sin(2 * np.pi * hz * time) + 0.3 * np.sin(4.2 * np.pi * hz * time)
               for hz in tones_hz)  # fmt: skip
    beat = np.remainder(time * rate_hz, 1.0)
    pulse = 0.35 + 0.65 * np.exp(-8 * beat) * np.clip(beat * 20, 0, 1)
    return mono(tone * pulse * fade(len(time), 0.004, 0.12))


def _phone(_rng: Rng) -> Mono:
    return _laid(1.7, *((at, _ringing(0.62, (880, 1108), 22)) for at in (0.0, 0.85)))


def _school_bell(_rng: Rng) -> Mono:
    return _ringing(1.5, (1320, 1690), 15)


def _alarm(_rng: Rng) -> Mono:
    return _laid(1.4, *((at, _ringing(0.12, (2050, 2060), 60)) for at in np.arange(0, 1.2, 0.18)))


def _chime(rng: Rng) -> Mono:
    """Small bells upwards, in the calm mode."""
    wave, base = _blank(1.8), 1046.5
    for number, semitones in enumerate((0, 5, 7, 12, 17)):
        tone = struck(1.2, base * 2 ** (semitones / 12), 4.5)
        add(wave, tone * float(rng.uniform(0.5, 1)), samples(0.09 * number))
    return wave


def _coins(rng: Rng) -> Mono:
    wave = _blank(0.9)
    for at_s in np.sort(rng.uniform(0, 0.5, 8)):
        for hz in (3900, 5600, 7400):
            ring = struck(0.3, hz * float(rng.uniform(0.96, 1.04)), 20)
            add(wave, 0.4 * ring, samples(at_s))
    return wave


def _shutter(rng: Rng) -> Mono:
    return _laid(0.25, (0.0, burst(0.03, rng, 1800, 8000, 150)),
                 (0.09, 0.8 * burst(0.05, rng, 1200, 6000, 110)))  # fmt: skip


def _whoosh(rng: Rng) -> Mono:
    count = samples(0.9)
    arch = np.sin(np.linspace(0, np.pi, count, dtype=np.float32)) ** 3
    return mono(noise(count, rng, 250, 2400, 0.4) * arch)


def _swoop(rng: Rng) -> Mono:
    """Wings that beat."""
    beat = _whoosh(rng)[::3]
    return _laid(1.2, *((at, beat * np.float32(1 - 0.5 * at)) for at in (0.0, 0.3, 0.6)))


def _paper(rng: Rng) -> Mono:
    count = samples(0.5)
    crackle = (rng.random(count, np.float32) < 0.012) * rng.normal(0, 1, count)
    rustle = noise(count, rng, 1500, 9000) * 0.5 + 0.5 * crackle.astype(np.float32)
    return (rustle * fade(count, 0.06, 0.25)).astype(np.float32)


def _pencil(rng: Rng) -> Mono:
    return _laid(0.7, *((at, burst(0.11, rng, 2200, 7500, 18)) for at in (0.0, 0.13, 0.3, 0.42)))


def _keys(rng: Rng) -> Mono:
    times = np.cumsum(rng.uniform(0.07, 0.17, 6))
    return _laid(1.2, *((float(at), burst(0.03, rng, 1300, 6000, 140)) for at in times))


def _whistle(rng: Rng) -> Mono:
    """A train's: three tones of steam."""
    count = samples(1.3)
    scoop = (-1.2 * np.exp(-clock(count) * 9)).astype(np.float32)
    tones = sum(overtones(bent(hz, scoop), (1, 0.4, 0.2, 0.1), 1.0) for hz in (311, 370, 466))
    steam = 0.6 * noise(count, rng, 900, 5000)
    return ((tones + steam) * fade(count, 0.08, 0.3)).astype(np.float32)


def _horn(_rng: Rng) -> Mono:
    count = samples(0.7)
    flat = np.zeros(count, np.float32)
    weights = (1, 0.8, 0.6, 0.5, 0.3, 0.2)
    tones = sum(overtones(bent(hz, flat), weights, 1.0) for hz in (349, 440))
    return (tones * fade(count, 0.02, 0.08)).astype(np.float32)


def _thunder(rng: Rng) -> Mono:
    crack = burst(0.35, rng, 200, 3500, 12)
    roll = noise(samples(2.8), rng, 28, 190, 0.8)
    roll *= np.exp(-clock(len(roll)) * 1.1) * (0.6 + 0.4 * np.sin(clock(len(roll)) * 9))
    return _laid(3.0, (0.0, 0.5 * crack), (0.05, roll * fade(len(roll), 0.05, 0.6)))


def _applause(rng: Rng) -> Mono:
    wave, length_s = _blank(2.4), 2.4
    for at_s in rng.uniform(0, length_s - 0.1, 150):
        clap = burst(0.03, rng, 700, 3800, 120)
        add(wave, clap * float(rng.uniform(0.3, 1)), samples(at_s))
    return wave * fade(len(wave), 0.25, 0.9)


def _drum(rng: Rng) -> Mono:
    return _laid(
        0.6, (0.0, struck(0.5, 84, 10, bend=-0.8)), (0.0, 0.4 * burst(0.05, rng, 200, 1900, 75))
    )


FOLEY: dict[str, Grain] = {
    "step on earth": _earth_step,
    "step on a floor": _floor_step,
    "step in water": _wet_step,
    "step in snow": _snow_step,
    "hoof": _hoof,
    "paw": _paw,
    "thud": _thud,
    "crash": _crash,
    "explosion": _boom,
    "glass breaking": _glass,
    "clatter": _clatter,
    "door": _door,
    "knocking": _knocks,
    "rattling lock": _rattle,
    "drop": _drop,
    "splash": _splash,
    "clock": _tick,
    "heart": _heart,
    "temple bell": _temple_bell,
    "bell": _bell,
    "school bell": _school_bell,
    "telephone": _phone,
    "alarm": _alarm,
    "chime": _chime,
    "coins": _coins,
    "shutter": _shutter,
    "whoosh": _whoosh,
    "wings": _swoop,
    "paper": _paper,
    "pencil": _pencil,
    "keyboard": _keys,
    "train whistle": _whistle,
    "horn": _horn,
    "thunder": _thunder,
    "applause": _applause,
    "drum": _drum,
    **ANIMALS,
}
