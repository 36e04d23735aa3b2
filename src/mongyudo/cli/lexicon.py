"""`mongyudo lexicon`: check the built-in words and the dreamer's own."""

from pathlib import Path

import click

from mongyudo.settings import load_settings


@click.command("lexicon")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
def command(folder: Path | None) -> None:
    """낱말 사전을 검사합니다. Check the scene lexicon, with the files of FOLDER added."""
    from mongyudo.backends.director import undrawable
    from mongyudo.reading.lexicon import load_lexicon, senses

    lexicon = load_lexicon(folder or load_settings().lexicon_dir)
    entries = senses(lexicon)
    click.echo(
        f"{len({entry.lemma for entry in entries})} lemmas, {len(entries)} senses: all valid."
    )
    concepts = sorted(undrawable({entry.concept for entry in entries if entry.concept}))
    click.echo(f"{len(concepts)} concepts the ink cannot draw yet: {', '.join(concepts)}")
