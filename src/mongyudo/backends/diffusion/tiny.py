"""Small tokenizers and text encoders with seeded random weights, made without a download.

They stand in for a release's own in tests and in `mongyudo backends tiny`: same classes, same
files, a few hundred kilobytes.
"""

import json
import re
import string
from pathlib import Path
from typing import Any

WORDS = (
    "a dream of a woman and a man in a dark forest at night, running from a tiger; "
    "the old house, a precious porcelain, water rising, cold low moonlight, slow tracking shot, "
    "frightening joyful sorrowful angry astonishing disgusting calm dream. "
    "어두운 숲에서 호랑이에게 쫓기는 꿈 fear joy sadness motion score 0 1 2 3 4 5 6 7 8 9"
)

SPACE = "\u2581"
"""Sentencepiece's mark for the blank before a word."""


def seeded(seed: int) -> None:
    """Make torch's next random weights those of `seed`."""
    import torch

    torch.manual_seed(seed)


def t5_tokenizer() -> Any:
    """A T5 tokenizer that knows the letters of WORDS and its English words."""
    from transformers import T5Tokenizer

    words = sorted(set(re.findall(r"[a-z]+", WORDS)))
    letters = sorted({*WORDS, *string.printable.strip()} - {" "})
    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), (SPACE, -2.0)]
    pieces += [(SPACE + word, -3.0) for word in words]
    pieces += [(letter, -6.0) for letter in letters]
    return T5Tokenizer(vocab=pieces, extra_ids=0)


def clip_tokenizer(folder: Path, most_tokens: int = 77) -> Any:
    """A CLIP tokenizer of single bytes: no merges, so every letter is a token."""
    from transformers import CLIPTokenizer
    from transformers.models.clip.tokenization_clip import bytes_to_unicode

    folder.mkdir(parents=True, exist_ok=True)
    letters = list(bytes_to_unicode().values())
    words = [*letters, *(letter + "</w>" for letter in letters), "<|startoftext|>", "<|endoftext|>"]
    vocabulary = {word: at for at, word in enumerate(words)}
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    (folder / "merges.txt").write_text("#version: 0.2\n", encoding="utf-8")
    return CLIPTokenizer(
        str(folder / "vocab.json"), str(folder / "merges.txt"), model_max_length=most_tokens
    )


def t5_encoder(tokenizer: Any, width: int = 32) -> Any:
    """A T5 encoder of two small layers."""
    from transformers import T5Config, T5EncoderModel

    return T5EncoderModel(T5Config(**_t5(tokenizer, width))).eval()


def umt5_encoder(tokenizer: Any, width: int = 32) -> Any:
    """A umT5 encoder of two small layers."""
    from transformers import UMT5Config, UMT5EncoderModel

    return UMT5EncoderModel(UMT5Config(**_t5(tokenizer, width))).eval()


def _t5(tokenizer: Any, width: int) -> dict[str, Any]:
    return {
        "vocab_size": len(tokenizer),
        "d_model": width,
        "d_kv": 8,
        "d_ff": 37,
        "num_layers": 2,
        "num_heads": 4,
        "relative_attention_num_buckets": 8,
        "feed_forward_proj": "gated-gelu",
        "decoder_start_token_id": 0,
    }


def clip_encoder(tokenizer: Any, width: int = 32, projection: int = 32) -> Any:
    """A CLIP text encoder of two small layers."""
    from transformers import CLIPTextConfig, CLIPTextModel

    config = CLIPTextConfig(
        vocab_size=len(tokenizer),
        hidden_size=width,
        intermediate_size=37,
        projection_dim=projection,
        num_hidden_layers=2,
        num_attention_heads=4,
        max_position_embeddings=77,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
    )
    return CLIPTextModel(config).eval()
