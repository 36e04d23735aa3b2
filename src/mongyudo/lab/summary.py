"""A summary made of a dream's own sentences: what keywords are compared with.

Sentences are chosen greedily for the content words they add, each weighted by how often the dream
says it, per character (the budgeted coverage of Lin and Bilmes, ACL 2011), until the budget is
spent; they are told in the dream's order.
"""

from collections import Counter

from mongyudo.records import Analysis, Span

CONTENT = ("NNG", "NNP", "VV", "VA", "XR", "MAG")


def summarise(analysis: Analysis, most_chars: int) -> tuple[Span, ...]:
    """Sentences of at most `most_chars` characters together, a blank between each two counted; the
    best one alone where none fits."""
    words = [_content(analysis, sentence) for sentence in analysis.sentences]
    weights = Counter(lemma for sentence in words for lemma in sentence)
    chosen: list[int] = []
    left_chars = most_chars
    while (best := _best(analysis.sentences, words, weights, chosen, left_chars)) is not None:
        chosen.append(best)
        left_chars -= _length(analysis.sentences[best]) + 1
    if not chosen:
        gains = [sum(weights[word] for word in set(sentence)) for sentence in words]
        chosen = [gains.index(max(gains))]
    return tuple(analysis.sentences[at] for at in sorted(chosen))


def _best(
    sentences: tuple[Span, ...],
    words: list[list[str]],
    weights: Counter[str],
    chosen: list[int],
    left_chars: int,
) -> int | None:
    """The sentence that adds most for its length; None when none fits, or adds anything."""
    told = {word for at in chosen for word in words[at]}
    worth = {
        at: sum(weights[word] for word in set(words[at]) - told) / _length(sentence)
        for at, sentence in enumerate(sentences)
        if at not in chosen and _length(sentence) <= left_chars
    }
    worth = {at: value for at, value in worth.items() if value > 0}
    return max(worth, key=lambda at: (worth[at], -at), default=None)


def _content(analysis: Analysis, sentence: Span) -> list[str]:
    return [
        token.lemma
        for token in analysis.tokens
        if sentence.start_char <= token.start_char < sentence.end_char
        and token.tag.split("-")[0] in CONTENT
    ]


def _length(sentence: Span) -> int:
    return sentence.end_char - sentence.start_char
