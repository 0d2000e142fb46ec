"""Fit the weights with which forms of one name are told from two names (`lint/engines/names/weights.py`).

    pip install numpy
    python tools/train_names.py FOLDER [--report]

FOLDER holds `names.jsonl.gz` (pairs of forms judged to be one name or two) and `clean_news.jsonl.gz` (the
articles). Three kinds of pairs are weighed: the judged ones; pairs nobody judged, taken for two names
unless the first fit doubts it; and slips made up from names that an article repeats, so that the model
knows more slips than the few hundred that were judged. Same data, same weights. `--report` prints weights,
precision and recall in ten-fold cross-validation by article.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from lint.engines.names.candidates import pairs
from lint.engines.names.discovered import crowd
from lint.engines.names.evidence import compare, ordinary
from lint.engines.names.forms import Form, group, summarise
from lint.engines.names.variants import letters, same_name
from lint.engines.names.words import places

TARGET = Path(__file__).resolve().parent.parent / "lint" / "engines" / "names" / "weights.py"
SEED = 7
FOLDS = 10
RIDGE = 1.0
UNJUDGED = 1.0
"""Weight of a pair nobody judged."""
DOUBTED = 0.4
"""An unjudged pair that the first fit finds likelier than this says nothing."""
MADE_UP = 60.0
"""Weight of all made-up slips together, in judged pairs."""
THRESHOLD = 0.7
"""From this likelihood on two forms are reported; one step stricter than cross-validation asks for."""

_NEAR = {
    "a": "eo", "e": "ia", "i": "ey", "o": "ua", "u": "oi", "y": "i", "c": "ks", "k": "c", "s": "zc", "z": "s",
    "v": "wf", "w": "v", "f": "v", "g": "k", "m": "n", "n": "m", "b": "p", "p": "b", "t": "d", "d": "t",
    "r": "l", "l": "r",
}  # fmt: skip


class Pair(NamedTuple):
    """Two forms of an article and what is known of them; `label` is None where nobody judged."""

    article: str
    values: dict[str, float]
    label: bool | None
    forms: tuple[str, str]


def main() -> int:
    parser = argparse.ArgumentParser(description="Fit the weights of the names engine.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--report", action="store_true")
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--made-up", type=float, default=MADE_UP)
    parser.add_argument("--ridge", type=float, default=RIDGE)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    articles = {row["id"]: row["text"] for row in read(arguments.folder / "clean_news.jsonl.gz")}
    judged = list(real_pairs(articles, read(arguments.folder / "names.jsonl.gz")))
    slips = list(made_up(articles))
    names = sorted({name for pair in (*judged, *slips) for name in pair.values})
    fitted = Fit(judged, slips, names, arguments.made_up, arguments.ridge)
    if not arguments.dry:
        write(dict(zip(names, fitted.weights(), strict=True)), arguments.threshold)
    if arguments.report:
        report(fitted)
    return 0


def read(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def real_pairs(articles: dict[str, str], rows: Sequence[dict[str, Any]]) -> Iterator[Pair]:
    labels: dict[str, dict[frozenset[str], bool]] = defaultdict(dict)
    for row in rows:
        key = frozenset((row["variant_a"], row["variant_b"]))
        labels[row["article_id"]][key] = row["label"] == "inconsistent"
    for article, text in articles.items():
        forms = group(places(text))
        near = near_pairs(forms)
        crowds = crowd(near)
        for first, second in near:
            found = compare(forms[first], forms[second], crowds[first, second])
            label = labels[article].get(frozenset((first, second)))
            yield Pair(article, found.values, label, (found.major.text, found.minor.text))


def near_pairs(forms: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs that the engine weighs."""
    return [
        (first, second)
        for first, second in pairs(forms)
        if letters(first) != letters(second) and not same_name(first, second)
    ]


def made_up(articles: dict[str, str]) -> Iterator[Pair]:
    """Slips in names that stand at least twice, two an article."""
    chance = random.Random(SEED)
    for article, text in articles.items():
        words = places(text)
        forms = group(words)
        repeated = [form for form in forms.values() if worth_a_slip(form)]
        for _ in range(2 if repeated else 0):
            form = chance.choice(repeated)
            if ordinary(form.text) and chance.random() < 0.8:
                continue
            wrong = slip(form.text, chance)
            if wrong in forms or same_name(wrong, form.text) or letters(wrong) == letters(form.text):
                continue
            members = [place for place in words if place.form == form.text]
            place = members.pop(chance.randrange(1, len(members)))
            near = near_pairs([*forms, wrong])
            if (form.text, wrong) not in near:
                continue
            other = summarise(wrong, [place._replace(form=wrong)])
            found = compare(summarise(form.text, members), other, crowd(near)[form.text, wrong])
            yield Pair(article, found.values, True, (form.text, wrong))


def worth_a_slip(form: Form) -> bool:
    return len(form.text) > 4 and form.uses > 1 and form.text[1:].islower() and form.opening < form.uses


def slip(word: str, chance: random.Random) -> str:
    """One slip of the hand: a letter left out, two swapped, one doubled or added, one for another."""
    kind, at = chance.random(), chance.randint(1, len(word) - 1)
    if kind < 0.3:
        return word[:at] + word[at + 1 :]
    if kind < 0.58:
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind < 0.75:
        return word[:at] + (word[at] if chance.random() < 0.6 else chance.choice("aeinrthslo")) + word[at:]
    near = _NEAR.get(word[at])
    letter = chance.choice(near if near and chance.random() < 0.75 else "abcdefghijklmnopqrstuvwxyz")
    return word[:at] + letter + word[at + 1 :]


class Fit:
    """The pairs as a matrix, and ridge-regularised logistic regressions over parts of it."""

    def __init__(
        self, judged: list[Pair], slips: list[Pair], names: list[str], made_up: float, ridge: float
    ) -> None:
        self.judged, self.names, self.ridge = judged, names, ridge
        rows = judged + slips
        self.x = np.array([[pair.values.get(name, 0.0) for name in names] for pair in rows])
        self.y = np.array([float(bool(pair.label)) for pair in rows])
        self.fold = np.array([zlib.crc32(pair.article.encode()) % FOLDS for pair in rows])
        self.w = np.array(
            [UNJUDGED if pair.label is None else 1.0 for pair in judged]
            + [made_up / max(len(slips), 1)] * len(slips)
        )
        doubted = self.validated()[: len(judged)] > DOUBTED
        unjudged = np.array([pair.label is None for pair in judged])
        self.w[: len(judged)][doubted & unjudged] = 0.0

    def validated(self) -> Any:
        """Each row's likelihood from a fit that did not see its article's fold."""
        found = np.zeros(len(self.y))
        for fold in range(FOLDS):
            weights = self.weights(self.fold != fold)
            held = self.fold == fold
            found[held] = 1 / (1 + np.exp(-self.x[held] @ weights))
        return found

    def weights(self, rows: Any = None) -> Any:
        """Newton's method; the constant is not shrunk."""
        rows = np.ones(len(self.y), bool) if rows is None else rows
        x, y, w = self.x[rows], self.y[rows], self.w[rows]
        ridge = np.eye(len(self.names)) * self.ridge
        ridge[self.names.index("bias"), self.names.index("bias")] = 1e-3
        weights = np.zeros(len(self.names))
        for _ in range(60):
            chance = 1 / (1 + np.exp(-x @ weights))
            slope = x.T @ (w * (y - chance)) - ridge @ weights
            curve = (x * (w * chance * (1 - chance))[:, None]).T @ x + ridge
            step = np.linalg.solve(curve, slope)
            weights += step
            if abs(step).max() < 1e-7:
                break
        return weights


def write(weights: dict[str, float], threshold: float) -> None:
    lines = [f'    "{name}": {weight:.3f},' for name, weight in sorted(weights.items())]
    TARGET.write_text(
        '"""Weights of the features of `evidence.py`. Written by `tools/train_names.py`; do not edit."""\n\n'
        "WEIGHTS: dict[str, float] = {\n" + "\n".join(lines) + f"\n}}\nTHRESHOLD = {threshold}\n",
        encoding="utf-8",
    )


def report(fitted: Fit) -> None:
    for name, weight in sorted(zip(fitted.names, fitted.weights(), strict=True), key=lambda item: item[1]):
        print(f"{weight:7.2f}  {name}")
    chance = fitted.validated()
    judged = len(fitted.judged)
    labels = np.array([pair.label is True for pair in fitted.judged])
    sure = np.array([pair.label is not None for pair in fitted.judged])
    right = np.where(labels, chance[:judged], 1 - chance[:judged])[sure]
    print(f"log loss of the judged pairs {-np.log(right).mean():.4f}")
    for threshold in (0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85):
        hits = [pair.label for pair, value in zip(fitted.judged, chance, strict=False) if value >= threshold]
        found, wrong, unjudged = hits.count(True), hits.count(False), hits.count(None)
        total = sum(pair.label is True for pair in fitted.judged)
        slips = (chance[judged:] >= threshold).mean()
        print(
            f"from {threshold}: recall {found}/{total}, precision {found / max(found + wrong, 1):.3f} "
            f"({wrong} wrong), unjudged {unjudged}, made-up slips {slips:.3f}"
        )
    for value, pair in sorted(zip(chance, fitted.judged, strict=False), key=lambda item: -item[0]):
        if (value > THRESHOLD) != bool(pair.label):
            print(f"{value:.2f} {pair.label} {pair.article} {pair.forms}")


if __name__ == "__main__":
    sys.exit(main())
