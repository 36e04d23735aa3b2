"""English for phrases that the lexicon does not know: Revised Romanisation."""

# fmt: off
_LEADS = ["g","kk","n","d","tt","r","m","b","pp","s","ss","","j","jj","ch","k","t","p","h"]
_VOWELS = ["a","ae","ya","yae","eo","e","yeo","ye","o","wa","wae","oe","yo","u","wo","we","wi",
           "yu","eu","ui","i"]
_TAILS = ["","k","k","k","n","n","n","t","l","k","m","l","l","l","p","l","m","p","p","t","t","ng",
          "t","t","k","t","p","t"]
# fmt: on


def romanise(text: str) -> str:
    """Hangul syllables in Revised Romanisation, other ASCII kept, the rest dropped."""
    return "".join(map(_letter, text)).strip()


def _letter(char: str) -> str:
    code = ord(char) - 0xAC00
    if not 0 <= code < 11172:
        return char if char.isascii() else ""
    lead, rest = divmod(code, 588)
    vowel, tail = divmod(rest, 28)
    return _LEADS[lead] + _VOWELS[vowel] + _TAILS[tail]
