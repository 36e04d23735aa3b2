"""A shot without whoever is named in it: what is sent to a provider of pictures tells nobody apart.

The offline reader spells out in Latin letters what its lexicon does not know, names among them.
"""

import re
from dataclasses import replace

from mongyudo.records import Shot

PART = ", "


def discreet(shot: Shot) -> tuple[Shot, tuple[str, ...]]:
    """The shot with its prompt as it may leave the machine, and notes on what stays here.

    Names become "a person", other hidden words go; so does a part with letters that no English
    prompt has.
    """
    from mongyudo.reading.anonymising import hide
    from mongyudo.reading.elements import find_hits
    from mongyudo.reading.hangul import romanise
    from mongyudo.reading.korean import analyse
    from mongyudo.reading.lexicon import load_lexicon

    analysis = analyse(shot.context or shot.segment.text)
    hidden = hide(analysis, find_hits(analysis, load_lexicon()))
    prompt, count = shot.segment.prompt, 0
    for sign, word in hidden.stands_for.items():
        for spelt in {romanise(word), *map(romanise, word.split())} - {""}:
            pattern = rf"(?<![A-Za-z\d]){re.escape(spelt)}i?(?![A-Za-z\d])"
            prompt, found = re.subn(pattern, hidden.english[sign], prompt, flags=re.IGNORECASE)
            count += found
    parts = [re.sub(r"\s{2,}", " ", part).strip() for part in prompt.split(PART)]
    kept = [part for part in parts if part and part.isascii()]
    count += len(parts) - len(kept)
    notes = (f"{count} names or foreign words were kept back",) if count else ()
    return replace(shot, segment=replace(shot.segment, prompt=PART.join(kept))), notes
