"""An encoder of transformers learns by LoRA; here a tiny one with random weights."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.training.filters.toy import write_passages

from mongyudo.backends.diffusion.backend import packages_missing
from mongyudo.errors import PolicyError, UsageError
from mongyudo.policy.classifier import filter_in, hash_of
from mongyudo.policy.combining import Filters, review
from mongyudo.reading.korean import analyse
from mongyudo.training.filters.course import Lesson, train_filter
from mongyudo.training.filters.encoder import MOST_TOKENS, EncoderEngine, Recipe, load, pieces
from mongyudo.training.filters.passages import read_passages

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(packages_missing() is not None, reason="[models] is not installed"),
]
QUICK = Recipe(epochs=8, batch=8, learning_rate=3e-3)
BANNED = "옥상에서 몰래 의식을 치렀다."


def tiny(folder: Path, seed: int) -> str:
    """A BERT of 20,000 parameters with random weights, and a tokenizer of single syllables."""
    import torch
    from transformers import BertConfig, BertModel, BertTokenizerFast

    letters = sorted({letter for word in words() for letter in word})
    marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join([*marks, *letters, *(f"##{x}" for x in letters)]))
    tokenizer = BertTokenizerFast(str(folder / "vocab.txt"), strip_accents=False)
    torch.manual_seed(seed)
    size = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}
    config = BertConfig(
        vocab_size=len(tokenizer), intermediate_size=64, initializer_range=0.2, **size
    )
    BertModel(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return str(folder)


def words() -> Iterator[str]:
    """What the passages are made of."""
    from tests.unit.training.filters import toy

    yield from (*toy.PLACES, *toy.SEEN, *toy.BANNED, "에서.")


@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing`:FutureWarning")  # peft asks for it
def test_an_encoder_learns_and_judges(tmp_path: Path) -> None:
    """What is held out is refused; on another encoder, or without it, nothing is
    judged."""
    data, base = write_passages(tmp_path), tiny(tmp_path / "base", 1)
    losses: list[float] = []
    engine = EncoderEngine(base, QUICK, told=lambda _, loss: losses.append(loss))
    told = train_filter(Lesson((data,), seed=5), engine, tmp_path / "one", analyse)
    assert losses[-1] < losses[0] / 2
    assert told["judges"]["rules"]["refused"]["recall"].value == 0
    assert told["judges"]["both"]["refused"]["recall"].value >= 0.8
    assert told["judges"]["both"]["refused"]["precision"].value >= 0.8
    verdict = review(BANNED, analyse, Filters(classifier_dir=tmp_path / "one"))
    assert [(r.source, r.category) for r in verdict.reasons] == [("classifier", "violence")]
    encoder = load(tmp_path / "one")
    shown = pieces(encoder.tokenizer, "시장에서 밥을 먹었다. " * MOST_TOKENS + BANNED)["input_ids"]
    assert shown.shape[0] > 1
    assert shown.shape[1] == MOST_TOKENS
    assert "의식을" in encoder.tokenizer.decode(shown[-1])

    card = json.loads((tmp_path / "one" / "card.json").read_text("utf-8"))
    card["base"] = tiny(tmp_path / "other", 2)
    (tmp_path / "one" / "card.json").write_text(json.dumps(card))
    filter_in.cache_clear()
    with pytest.raises(PolicyError, match="not the encoder"):
        filter_in(tmp_path / "one")
    (tmp_path / "one" / "card.json").write_text(json.dumps(card | {"base": str(tmp_path)}))
    with pytest.raises(UsageError, match="no text encoder"):
        load(tmp_path / "one")


@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing`:FutureWarning")  # peft asks for it
def test_the_same_seed_makes_the_same_adapter(tmp_path: Path) -> None:
    """To the byte, whatever random numbers were drawn before; another seed makes another."""
    passages = read_passages([write_passages(tmp_path)])
    engine = EncoderEngine(tiny(tmp_path / "base", 1), Recipe(epochs=1))
    hashes = []
    for at, seed in enumerate((5, 5, 6)):
        (tmp_path / f"{at}").mkdir()
        made = engine.learn(passages, analyse, tmp_path / f"{at}", seed)
        hashes.append(hash_of(tmp_path / f"{at}", made.weights))
    assert hashes[0] == hashes[1] != hashes[2]
