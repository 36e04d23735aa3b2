"""An answer of the lab on disk: QUESTION.json, and one page in the style of the other reports."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from mongyudo.training.verify.report import rendered, replace_text

TEMPLATES = Path(__file__).parent


def write(folder: Path, question: str, told: Mapping[str, Any], **shown: Any) -> Path:
    """Write both into `folder`, each whole; the page's path. `shown` is what QUESTION.html.j2
    shows."""
    folder.mkdir(parents=True, exist_ok=True)
    today = date.today().isoformat()
    text = json.dumps({**told, "date": today}, ensure_ascii=False, indent=2) + "\n"
    replace_text(folder / f"{question}.json", text)
    page = folder / f"{question}.html"
    replace_text(page, rendered(f"{question}.html.j2", TEMPLATES, date=today, **shown))
    return page
