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
    from tokenizers.pre_tokenizers import ByteLevel
    from transformers import CLIPTokenizer

    folder.mkdir(parents=True, exist_ok=True)
    letters = sorted(ByteLevel.alphabet())
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


def clip_eye(side_px: int = 224, patch_px: int = 32) -> Any:
    """The configuration of CLIP's picture encoder with two small layers."""
    from transformers import CLIPVisionConfig

    return CLIPVisionConfig(
        hidden_size=32,
        intermediate_size=37,
        projection_dim=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        image_size=side_px,
        patch_size=patch_px,
    )


def clip_processor(side_px: int = 224) -> Any:
    """What brings a picture into the size and the numbers that CLIP was trained on."""
    from transformers import CLIPImageProcessor

    crop = {"height": side_px, "width": side_px}
    return CLIPImageProcessor(crop_size=crop, size={"shortest_edge": side_px})


LLAMA_PIECES = r" ?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+|\s+"
"""How text is parted before it is looked up: words, digits, marks and blanks."""

LLAMA_MARKS = (
    "<|begin_of_text|>",
    "<|end_of_text|>",
    "<|start_header_id|>",
    "<|end_header_id|>",
    "<|eot_id|>",
)


def llama_tokenizer(words: str = WORDS, marks: tuple[str, ...] = ()) -> Any:
    """A byte-level tokenizer in the manner of Llama 3: `words` are tokens, all else is bytes.

    As in Llama 3 a text begins with <|begin_of_text|>. `marks` are added to Llama's own.
    """
    from transformers import PreTrainedTokenizerFast

    return PreTrainedTokenizerFast(
        tokenizer_object=_llama_pieces(words, marks),
        bos_token=LLAMA_MARKS[0],
        eos_token=LLAMA_MARKS[1],
        pad_token=LLAMA_MARKS[1],
        model_max_length=512,
    )


def _llama_pieces(words: str, marks: tuple[str, ...]) -> Any:
    from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, processors

    parted = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(LLAMA_PIECES), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    known = sorted({piece for piece, _ in parted.pre_tokenize_str(words)})
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    ids = {piece: at for at, piece in enumerate(dict.fromkeys([*letters, *known]))}
    tokenizer = Tokenizer(models.BPE(vocab=ids, merges=[], ignore_merges=True))
    tokenizer.pre_tokenizer = parted
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([*LLAMA_MARKS, *marks])
    begin = LLAMA_MARKS[0]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin} $A", special_tokens=[(begin, tokenizer.token_to_id(begin))]
    )
    return tokenizer


def llama_encoder(tokenizer: Any, width: int = 32) -> Any:
    """A Llama of three small layers."""
    from transformers import LlamaModel

    return LlamaModel(_llama(tokenizer, width)).eval()


LLAVA_SIDE_PX, LLAVA_PATCH_PX = 336, 14
"""24 by 24 patches: the 576 picture tokens that HunyuanVideo counts on."""


def llava_encoder(tokenizer: Any, image_mark: str, width: int = 32) -> Any:
    """A Llama of three small layers that sees pictures through CLIP's small eye."""
    from transformers import LlavaConfig, LlavaForConditionalGeneration

    config = LlavaConfig(
        vision_config=clip_eye(LLAVA_SIDE_PX, LLAVA_PATCH_PX),
        text_config=_llama(tokenizer, width),
        image_token_index=tokenizer.convert_tokens_to_ids(image_mark),
        pad_token_id=tokenizer.pad_token_id,
    )
    return LlavaForConditionalGeneration(config).eval()


def _llama(tokenizer: Any, width: int) -> Any:
    from transformers import LlamaConfig

    return LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=width,
        intermediate_size=48,
        num_hidden_layers=3,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=1024,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )


def gemma_tokenizer() -> Any:
    """A Gemma tokenizer of single letters, bytes for all others."""
    from transformers import GemmaTokenizer

    marks = ["<pad>", "<eos>", "<bos>", "<unk>", "<mask>"]
    in_bytes = [f"<0x{byte:02X}>" for byte in range(256)]
    letters = sorted({*WORDS, *string.printable.strip(), SPACE} - {" "})
    ids = {piece: at for at, piece in enumerate([*marks, *in_bytes, *letters])}
    return GemmaTokenizer(vocab=ids, merges=[], model_max_length=1024)


def gemma_encoder(tokenizer: Any, width: int = 32) -> Any:
    """A Gemma 3 of two small layers, with the picture tower that its class insists on."""
    from transformers import Gemma3Config, Gemma3ForConditionalGeneration

    text = {
        "vocab_size": len(tokenizer),
        "hidden_size": width,
        "intermediate_size": 48,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "num_key_value_heads": 1,
        "head_dim": 16,
        "max_position_embeddings": 1024,
    }
    sight = {
        "hidden_size": 16,
        "intermediate_size": 16,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "image_size": 28,
        "patch_size": 14,
    }
    config = Gemma3Config(text_config=text, vision_config=sight, mm_tokens_per_image=4)
    return Gemma3ForConditionalGeneration(config).eval()
