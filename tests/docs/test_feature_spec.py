"""The feature specification names a test for each feature, and each of them is there."""

import ast
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "docs/feature-spec.ko.md"
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", SPEC.read_text(encoding="utf-8"))


def test_every_feature_names_a_test() -> None:
    rows = [line for line in SPEC.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    assert len(rows) - 1 == len(NAMED)


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_a_named_test_exists_and_is_collected(file: str, name: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
