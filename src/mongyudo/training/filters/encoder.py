"""The encoder filter: any text encoder of transformers, fine-tuned by LoRA (extra `models`).

The folder keeps the adapter, its head and the tokenizer; the encoder itself stays where it is, and
its fingerprint in the card, so that the adapter is never laid on another.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from mongyudo.backends.diffusion.loading import device_for, quiet
from mongyudo.errors import DataError, UsageError
from mongyudo.policy.classifier import read_card
from mongyudo.policy.light import LABELS
from mongyudo.policy.restore import restored
from mongyudo.policy.rules import book
from mongyudo.policy.views import clean
from mongyudo.records import Analysis
from mongyudo.settings import load_settings
from mongyudo.training.filters.course import Learned
from mongyudo.training.filters.passages import Passage, sentences_of, split
from mongyudo.training.seeds import seed_of

if TYPE_CHECKING:
    import torch

Analyse = Callable[[str], Analysis]
ADAPTER, TOKENIZER = "adapter", "tokenizer"
MOST_TOKENS = 256
"""A longer text is judged in pieces; the strictest counts."""
UNSEEN_SHARE = 0.2
"""Of what is there to learn: kept apart for the threshold."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the encoder learns. Figures are those usual for LoRA on encoders of a base size."""

    epochs: int = 8
    batch: int = 16
    learning_rate: float = 5e-4
    rank: int = 8
    alpha: int = 16
    dropout: float = 0.1


@dataclass(frozen=True, slots=True)
class EncoderEngine:
    """Fine-tunes `base`, a folder or a hub id (`owner/name`), by LoRA."""

    base: str
    recipe: Recipe = Recipe()
    told: Callable[[int, float], None] = lambda _epoch, _loss: None
    name: str = "encoder"

    def learn(
        self, passages: Sequence[Passage], analyse: Analyse, folder: Path, seed: int
    ) -> Learned:
        """Learn four fifths of the passages, and what sentences of them are allowed by themselves;
        the threshold comes from the others."""
        import torch

        learned, unseen = split(passages, UNSEEN_SHARE, seed)
        if not any(passage.label == "allow" for passage in unseen):
            raise DataError("too few allowed passages to choose a threshold from. Label more.")
        learned += [piece for each in learned for piece in sentences_of(each, analyse)]
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed_of(seed, "filter") % 2**31)
            tokenizer, model = _open(self.base)
            fingerprint = _fingerprint(model)
            model = _with_lora(model, self.recipe)
            self._fit(model, tokenizer, learned, seed)
        model.eval()
        model.save_pretrained(folder / ADAPTER)
        tokenizer.save_pretrained(folder / TOKENIZER)
        odds = [_odds(model, tokenizer, passage.text) for passage in unseen]
        return Learned(
            [f"{ADAPTER}/adapter_model.safetensors", f"{ADAPTER}/adapter_config.json"],
            [(p, 1 - each[0]) for p, each in zip(unseen, odds, strict=True)],
            {"base": self.base, "base_hash": fingerprint, "recipe": asdict(self.recipe)},
        )

    def _fit(self, model: Any, tokenizer: Any, learned: Sequence[Passage], seed: int) -> None:
        import torch

        trained = [p for p in model.parameters() if p.requires_grad]
        optimizer = torch.optim.AdamW(trained, lr=self.recipe.learning_rate)
        model.train()
        for epoch in range(self.recipe.epochs):
            losses = []
            for batch in _batches(learned, self.recipe.batch, seed_of(seed, epoch)):
                given = _tokens(tokenizer, [p.text for p in batch], model.device)
                labels = torch.tensor([LABELS.index(p.label) for p in batch], device=model.device)
                loss = model(**given, labels=labels).loss
                loss.backward()
                torch.nn.utils.clip_grad_norm_(trained, 1.0)
                optimizer.step()
                optimizer.zero_grad()
                losses.append(float(loss.detach()))
            self.told(epoch + 1, float(np.mean(losses)))


@dataclass(frozen=True, slots=True)
class Encoder:
    """A fine-tuned encoder, opened."""

    model: Any
    tokenizer: Any

    def odds(self, text: str, _analyse: Analyse) -> Mapping[str, float]:
        """A probability for each of LABELS; they sum to 1."""
        return dict(zip(LABELS, _odds(self.model, self.tokenizer, text), strict=True))


def load(folder: Path) -> Encoder:
    """The filter of a folder, for the entry point `mongyudo.classifiers`.

    Raises ImportError without the extra, OSError where base or adapter are not there, ValueError
    where the base is another than the adapter was trained on.
    """
    from peft import PeftModel

    card = read_card(folder)
    tokenizer, model = _open(card["base"], folder / TOKENIZER)
    if _fingerprint(model) != card["base_hash"]:
        raise ValueError(f"{card['base']} is not the encoder that this filter was trained on")
    adapted = PeftModel.from_pretrained(model, folder / ADAPTER)
    return Encoder(adapted.eval(), tokenizer)


def _open(base: str, tokenizer: Path | None = None) -> tuple[Any, Any]:
    """Tokenizer and encoder with a new head for LABELS, on the device of the settings."""
    import torch
    from transformers import AutoModelForSequenceClassification

    quiet()
    settings = load_settings()
    try:
        model = AutoModelForSequenceClassification.from_pretrained(
            base, num_labels=len(LABELS), dtype=torch.float32, local_files_only=settings.offline
        )
        return _tokenizer(tokenizer or base), model.to(device_for(settings.device))
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{base} is no text encoder of transformers: {error}. Name a folder or a hub id such "
            "as klue/roberta-small."
        ) from error


def _tokenizer(where: Path | str) -> Any:
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(where, local_files_only=load_settings().offline)


def _with_lora(model: Any, recipe: Recipe) -> Any:
    from peft import LoraConfig, TaskType, get_peft_model

    return get_peft_model(
        model,
        LoraConfig(
            task_type=TaskType.SEQ_CLS, r=recipe.rank, lora_alpha=recipe.alpha,
            lora_dropout=recipe.dropout, target_modules="all-linear",
        ),
    )  # fmt: skip


def _fingerprint(model: Any) -> str:
    """SHA-256 of the encoder's own weights; the head is new each time."""
    digest = sha256()
    for name, tensor in sorted(model.base_model.state_dict().items()):
        digest.update(name.encode() + b"\0" + tensor.cpu().numpy().tobytes())
    return digest.hexdigest()


def _batches(passages: Sequence[Passage], size: int, seed: int) -> Iterator[list[Passage]]:
    """All passages once, in an order that follows from the seed."""
    order = np.random.default_rng(seed).permutation(len(passages))
    for at in range(0, len(order), size):
        yield [passages[i] for i in order[at : at + size].tolist()]


def _shown(text: str) -> str:
    """What is written, and what its disguises hide, as the rules see it."""
    plain = clean(text)
    meant = restored(plain, book()).text
    return plain.text if meant == plain.text else f"{plain.text}\n{meant}"


def _tokens(tokenizer: Any, texts: list[str], device: "torch.device") -> Any:
    return tokenizer(
        [_shown(text) for text in texts],
        padding=True, truncation=True, max_length=MOST_TOKENS, return_tensors="pt",
    ).to(device)  # fmt: skip


def pieces(tokenizer: Any, text: str) -> dict[str, "torch.Tensor"]:
    """A text as the encoder takes it, (pieces, tokens) each: a long one in pieces that overlap."""
    given = tokenizer(
        _shown(text), truncation=True, max_length=MOST_TOKENS, stride=MOST_TOKENS // 4,
        return_overflowing_tokens=True, padding=True, return_tensors="pt",
    )  # fmt: skip
    return {name: given[name] for name in tokenizer.model_input_names if name in given}


def _odds(model: Any, tokenizer: Any, text: str) -> list[float]:
    """Of LABELS; of a text too long for the encoder those of its most forbidden piece."""
    import torch

    given = {name: each.to(model.device) for name, each in pieces(tokenizer, text).items()}
    with torch.inference_mode():
        odds = torch.softmax(model(**given).logits.double(), dim=1)
    found: list[float] = odds[odds[:, 0].argmin()].tolist()
    return found
