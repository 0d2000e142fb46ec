"""JSON for machines that a person can still look through: the outer values broken into lines, the rest not.

`json.dumps` with an indent leaves the encoder written in C aside, which shows in large reports.
"""

from __future__ import annotations

import json
from typing import Any

from lint.reporters.paths import whole


def document(value: Any, depth: int) -> str:
    """The value as JSON in UTF-8, its containers broken into lines down to `depth`."""
    return whole(_written(value, depth)) + "\n"


def filled(**values: Any) -> dict[str, Any]:
    """The properties that say something: neither None nor empty."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _written(value: Any, depth: int) -> str:
    if depth and value:
        if isinstance(value, dict):
            rows = (f"{json.dumps(key)}: {_written(one, depth - 1)}" for key, one in value.items())
            return "{\n" + ",\n".join(rows) + "\n}"
        if isinstance(value, list):
            return "[\n" + ",\n".join(_written(one, depth - 1) for one in value) + "\n]"
    return json.dumps(value, ensure_ascii=False)
