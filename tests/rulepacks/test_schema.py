"""The JSON Schemas in schema/ say what the validation says."""

from __future__ import annotations

import runpy
from pathlib import Path

import jsonschema
import pytest
import yaml

from lint.errors import PackError
from lint.rulepacks import shipped
from lint.rulepacks.read import read_pack
from lint.rulepacks.schema import pack_schema
from lint.yamlsource import load

ROOT = Path(__file__).parents[2]
PACK = """
pack: own
title: Own
rules:
  - id: a
    {kind}
    message: m
    why: w
    examples: [{{bad: x, good: y}}]
    {more}
"""


def test_the_files_are_what_the_tables_give() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "build_schemas.py"))
    for name, schema in tool["schemas"]().items():
        written = (ROOT / "schema" / name).read_text(encoding="utf-8")
        assert written == tool["text"](schema), f"run python tools/build_schemas.py for {name}"


@pytest.mark.parametrize("name", shipped.names())
def test_every_shipped_pack_is_of_the_schema(name: str) -> None:
    data = load(Path(shipped.path(name)).read_text(encoding="utf-8"), name).value
    jsonschema.validate(data, pack_schema())


@pytest.mark.parametrize(
    ("kind", "more", "fine"),
    [
        ("find: x", "severity: error", True),
        ("find: [x, y]", "scope: [heading, body]", True),
        ("replace: {a: b, c: [d, e]}", "forms: true", True),
        ("regex: {'(a)b': '\\1'}", "fix: safe", True),
        ("consistent: [[a, b], [c, d]]", "", True),
        ("limit: {words: 40, in: sentence}", "", True),
        ("name: X\n    instead_of: [y]", "when: mixed", True),
        ("find: x", "except: [a, {before: b}, {after: [c, d]}]", True),
        ("find: x", "severity: fatal", False),
        ("find: x", "scope: everywhere", False),
        ("find: x", "forms: maybe", False),
        ("find: x", "mesage: m", False),
        ("consistent: [[a]]", "", False),
        ("limit: {words: 0, in: sentence}", "", False),
        ("limit: {words: 40}", "", False),
        ("find: x", "except: {behind: b}", False),
    ],
)
def test_schema_and_validation_agree(kind: str, more: str, fine: bool) -> None:
    text = PACK.format(kind=kind, more=more)
    schema_says = jsonschema.Draft202012Validator(pack_schema()).is_valid(yaml.safe_load(text))
    try:
        read_pack(text, "own.yml")
    except PackError:
        assert (fine, schema_says) == (False, False)
    else:
        assert (fine, schema_says) == (True, True)
