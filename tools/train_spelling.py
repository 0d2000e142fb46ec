"""Learn the weights of the spelling models from annotated text and report how good they are.

    python tools/train_spelling.py --data FOLDER [--folds 5] [--write]

FOLDER holds JSONL files (`typos`, `typos_news_seeded`, `typos_news_natural`, `running_text_ud`, `clean_news`)
whose rows mark the errors of a text. Nothing of the texts ends up in the weights. Two models are learned:
`ranking`, a conditional logit over the candidates of known errors, and `detection`, a logistic regression
over all unknown forms. All figures are cross-validated: an article's rows stay together on one side. The
fit is deterministic; the only choice is the fold of an article, the CRC-32 of its name.

Needs numpy besides the package's own dependencies.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from lint.documents import parse
from lint.engines.spelling.accepted import accepted
from lint.engines.spelling.sightings import places, unknown_forms
from lint.lexicon import is_name, judge, layout, ranking
from lint.lexicon.candidates import Candidate
from lint.lexicon.drafts import draft_of
from lint.lexicon.judge import PROBABLE, silent
from lint.lexicon.sighting import Draft, Sighting
from lint.model import Config

FILES = ("typos", "typos_news_seeded", "typos_news_natural", "running_text_ud", "clean_news")
RANKING_PENALTY = 1.0
DETECTION_PENALTY = 3.0
SLIPS = ("nonword",)
UNMARKED = 1.0
"""Log odds from which an unmarked form is taken for a slip that the annotators passed over."""


class Case(NamedTuple):
    """An unknown form: `right` is what was meant, "" where the form is right, None where nobody looked."""

    file: str
    row: str
    group: str
    sighting: Sighting
    draft: Draft
    right: str | None
    candidates: list[Candidate]
    features: list[dict[str, float]]
    silent: bool
    kind: str


class Data(NamedTuple):
    cases: list[Case]
    words: dict[str, int]
    errors: dict[str, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    parser.add_argument("--cache", type=Path, help="keep the extracted cases in this file")
    arguments = parser.parse_args()
    if arguments.cache and arguments.cache.exists():
        data = pickle.loads(arguments.cache.read_bytes())
    else:
        data = read(arguments.data)
        if arguments.cache:
            arguments.cache.write_bytes(pickle.dumps(data))
    odds = np.zeros(len(data.cases))
    order: list[list[int]] = [[] for _ in data.cases]
    fold = np.array([zlib.crc32(case.group.encode()) % arguments.folds for case in data.cases])
    for number in range(arguments.folds):
        train = [case for case, where in zip(data.cases, fold, strict=True) if where != number]
        models = learn(train)
        for index in np.flatnonzero(fold == number):
            odds[index], order[index] = apply(models, data.cases[index])
    report(data, odds, order)
    if arguments.write:
        models = learn(data.cases)
        rounded = {
            name: {key: round(value, 3) for key, value in sorted(table.items()) if abs(value) >= 0.005}
            for name, table in models.items()
        }
        path = Path(layout.DATA) / layout.MODELS
        path.write_text(json.dumps(rounded, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        print(f"wrote {path} ({path.stat().st_size:,} bytes)")


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    path = folder / f"{name}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read(folder: Path) -> Data:
    """Every unknown form of the texts as a case; with the words and the slips of each file counted."""
    cases: list[Case] = []
    words = dict.fromkeys(FILES, 0)
    errors = dict.fromkeys(FILES, 0)
    natural: dict[str, list[dict[str, Any]]] = {}
    for row in rows(folder, "typos_news_natural"):
        origin = row["provenance"]
        for error in row["errors"]:
            if error["type"] in SLIPS:
                natural.setdefault(origin["article_id"], []).append(
                    error | {"start": origin["start"], "end": origin["end"]}
                )
    for name in FILES:
        for row in rows(folder, name):
            marked = row.get("errors", [])
            if name == "clean_news":
                marked = natural.get(row["id"], [])
            errors[name] += sum(error["type"] in SLIPS for error in marked)
            text = row.get("text_with_error") or row["text"]
            words[name] += len(text.split())
            complete = name in ("clean_news", "running_text_ud", "typos_news_seeded") or row.get(
                "fully_annotated"
            )
            cases.extend(_cases(name, row, text, marked, bool(complete)))
        print(f"{name}: {sum(case.file == name for case in cases)} unknown forms", file=sys.stderr)
    return Data(cases, words, errors)


def _cases(
    name: str, row: dict[str, Any], text: str, marked: list[dict[str, Any]], complete: bool
) -> Iterator[Case]:
    document = parse(text, "draft.txt")
    unknown, forms = unknown_forms(document.text)
    draft = draft_of(forms)
    group = row.get("article_id") or row.get("provenance", {}).get("commit") or row.get("doc") or row["id"]
    if name == "typos_news_natural":
        group = row["provenance"]["article_id"]
    seen: set[str] = set()
    for place in places(document, Config(), unknown, accepted(())):
        form = place.sighting.form.lower()
        if form in seen:
            continue
        seen.add(form)
        span = document.to_source(place.whole)
        right: str | None = "" if complete else None
        kind = ""
        for error in marked:
            if error["start"] < span.end and span.start < error["end"]:
                kind = error["type"]
                right = _core(error["right"], text[span.start : span.end], place.sighting.form) or "?"
        near = is_name.looks_like_name(place.sighting, draft)
        found = ranking.shortlist(place.sighting.form, near)
        features = [ranking.features(place.sighting, draft, candidate) for candidate in found]
        small = Draft(_near(draft.forms, place.sighting, found), _near(draft.lower, place.sighting, found))
        yield Case(
            name,
            row["id"],
            group,
            place.sighting,
            small,
            right,
            found,
            features,
            silent(place.sighting, draft),
            kind,
        )


def _near(counts: Any, sighting: Sighting, found: list[Candidate]) -> dict[str, int]:
    form = sighting.form
    lower = form.lower()
    kept = {form, lower, lower + "s", lower.removesuffix("s"), lower + "ed", form.capitalize()}
    kept |= {candidate.word for candidate in found} | {candidate.word.lower() for candidate in found}
    kept |= {candidate.word.capitalize() for candidate in found}
    return {key: counts[key] for key in kept if key in counts}


def _core(right: str, whole: str, form: str) -> str:
    """What replaces the form itself when `right` replaces the hyphenated word or the possessive around it."""
    right = right.replace("’", "'")
    head, _, tail = whole.partition(form)
    if head and right.startswith(head):
        right = right[len(head) :]
    tail = tail.replace("’", "'")
    if tail and right.endswith(tail):
        right = right[: -len(tail)]
    return right.removesuffix("'s") if not form.endswith("'s") else right


def learn(cases: Sequence[Case]) -> dict[str, dict[str, float]]:
    errors = [case for case in cases if case.right and case.kind == "nonword"]
    table = learn_ranking(errors)
    models = {"ranking": table}
    judged = [case for case in cases if case.right is not None and not case.silent and case.candidates]
    names: dict[str, int] = {}
    vectors = [detection_features(models, case)[0] for case in judged]
    matrix = to_matrix(vectors, names)
    wanted = np.array([bool(case.right) for case in judged], dtype=float)
    weights = logistic(matrix, wanted, DETECTION_PENALTY)
    # Published text holds slips that nobody marked; what a first model is sure of teaches the second nothing.
    kept = (wanted > 0) | (matrix @ weights < UNMARKED)
    weights = logistic(matrix[kept], wanted[kept], DETECTION_PENALTY)
    models["detection"] = dict(zip(names, weights.tolist(), strict=True))
    return models


def detection_features(models: dict[str, dict[str, float]], case: Case) -> tuple[dict[str, float], list[int]]:
    table = models["ranking"]
    scores = [sum(table.get(key, 0.0) * value for key, value in found.items()) for found in case.features]
    order = sorted(range(len(scores)), key=lambda index: (-scores[index], case.candidates[index].word))
    ranked = [ranking.Ranked(case.candidates[index], scores[index]) for index in order]
    return judge.features(case.sighting, case.draft, ranked), order


def apply(models: dict[str, dict[str, float]], case: Case) -> tuple[float, list[int]]:
    if case.silent or not case.candidates:
        return -99.0, []
    features, order = detection_features(models, case)
    table = models["detection"]
    return sum(table.get(key, 0.0) * value for key, value in features.items()), order


def to_matrix(vectors: Sequence[dict[str, float]], names: dict[str, int]) -> np.ndarray:
    for vector in vectors:
        for key in vector:
            names.setdefault(key, len(names))
    matrix = np.zeros((len(vectors), len(names)))
    for row, vector in enumerate(vectors):
        for key, value in vector.items():
            matrix[row, names[key]] = value
    return matrix


def logistic(matrix: np.ndarray, wanted: np.ndarray, penalty: float) -> np.ndarray:
    """Weights of a logistic regression (Newton's method, L2 penalty on scaled features, rare ones less)."""
    spread = np.maximum(matrix.std(axis=0), 0.25)
    scaled = matrix / spread
    weights = np.zeros(matrix.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (wanted - chance) - penalty * weights
        curve = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + penalty * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-5:
            break
    return weights / spread


def learn_ranking(errors: Iterable[Case]) -> dict[str, float]:
    """Weights of a conditional logit: in each case one candidate was meant (gradient ascent, then Newton)."""
    names: dict[str, int] = {}
    blocks = []
    for case in errors:
        meant = [
            index
            for index, item in enumerate(case.candidates)
            if item.word.lower() == (case.right or "").lower()
        ]
        if meant and len(case.candidates) > 1:
            blocks.append((to_matrix_rows(case.features, names), meant[0]))
    size = len(names)
    weights = np.zeros(size)
    dense = []
    for block, meant in blocks:
        matrix = np.zeros((len(block), size))
        for row, pairs in enumerate(block):
            for column, value in pairs:
                matrix[row, column] = value
        dense.append((matrix, meant))
    for _ in range(25):
        slope = -RANKING_PENALTY * weights
        curve = RANKING_PENALTY * np.eye(size)
        for matrix, meant in dense:
            scores = matrix @ weights
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            mean = chance @ matrix
            slope += matrix[meant] - mean
            used = np.flatnonzero(matrix.any(axis=0))
            part = matrix[:, used]
            curve[np.ix_(used, used)] += (part * chance[:, None]).T @ part - np.outer(mean[used], mean[used])
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-5:
            break
    return dict(zip(names, weights.tolist(), strict=True))


def to_matrix_rows(
    vectors: Sequence[dict[str, float]], names: dict[str, int]
) -> list[list[tuple[int, float]]]:
    return [
        [(names.setdefault(key, len(names)), value) for key, value in vector.items()] for vector in vectors
    ]


def report(data: Data, odds: np.ndarray, order: list[list[int]]) -> None:
    """Recall and false alarms by threshold, and how often the right word comes first."""
    by_file = {
        name: [number for number, case in enumerate(data.cases) if case.file == name] for name in FILES
    }
    print("threshold  clean/1,000   typos   seeded  natural  running  marked of flags in running text")
    for threshold in np.arange(-3.5, 1.01, 0.25):
        line = [f"{threshold:9.2f}"]
        flags = {name: [case for case in by_file[name] if odds[case] >= threshold] for name in FILES}
        line.append(f"{1000 * len(flags['clean_news']) / data.words['clean_news']:12.3f}")
        for name in FILES[:4]:
            hits = sum(data.cases[case].kind in SLIPS for case in flags[name])
            line.append(f"{hits / max(data.errors[name], 1):8.1%}")
        marked = sum(bool(data.cases[case].kind) for case in flags["running_text_ud"])
        line.append(f"{marked:5} of {len(flags['running_text_ud'])}")
        print(" ".join(line))
    for name in FILES[:4]:
        hit = [case for case in by_file[name] if data.cases[case].kind in SLIPS and odds[case] >= PROBABLE]
        found = [_place(data.cases[case], order[case]) for case in hit]
        first, three = np.mean([at < 1 for at in found]), np.mean([at < 3 for at in found])
        print(f"{name}: right word first {first:.1%}, among three {three:.1%} of {len(hit)} hits")


def _place(case: Case, order: list[int]) -> int:
    for place, index in enumerate(order):
        if case.candidates[index].word.lower() == (case.right or "").lower():
            return place
    return 99


if __name__ == "__main__":
    main()
