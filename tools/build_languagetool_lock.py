"""Make lint/languagetool/lock.json: which jars LanguageTool needs, with SHA-256 and size.

    python tools/build_languagetool_lock.py [--version 6.8] [--output lint/languagetool/lock.json]
    python tools/build_languagetool_lock.py --catalogue lint/languagetool/catalogue.txt

The versions of all jars follow from LanguageTool's own poms. Which of the jars are kept is decided
here, by name: of everything that LanguageTool depends on, these suffice (tests/languagetool checks
drafts with them). The dictionaries of Catalan, Portuguese and (outside its own set) Spanish are left
out; the code of those languages must stay, since LanguageTool's word-frequency check loads it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

GROUP = "org.languagetool"

SETS = {
    "en": """
        languagetool-server language-en language-es language-ca language-pt logback-classic
        jackson-databind languagetool-core languagetool-gui-commons mybatis slf4j-api
        opennlp-chunk-models opennlp-postag-models opennlp-tokenize-models opennlp-tools
        english-pos-dict commons-lang3 logback-core jackson-annotations jackson-core simpleclient hppc
        guava protobuf-java aho-corasick-double-array-trie language-detector commons-logging
        resilience4j-circuitbreaker opentelemetry-api opentelemetry-semconv simpleclient_guava unit-api
        segment commons-pool2 commons-text morfologik-fsa morfologik-fsa-builders morfologik-speller
        morfologik-stemming fastutil-core indriya simpleclient_tracer_otel failureaccess
        opentelemetry-context grpc-api uom-lib-common jcl-over-slf4j simpleclient_tracer_common
        jakarta.xml.bind-api openregex java-diff-utils
    """,
    "ru": "language-ru",
    "uk": "language-uk morfologik-ukrainian-lt",
    "de": "language-de german-pos-dict jwordsplitter hunspell jna",
    "fr": "language-fr french-pos-dict",
    "es": "spanish-pos-dict",
}


CODES = ("en-US", "en-GB", "en-CA", "en-AU", "ru-RU", "uk-UA", "de-DE", "de-AT", "de-CH", "fr", "es")


def resolve(version: str, repository: Path) -> dict[str, str]:
    """Artifact -> `group:artifact:version`, for all that LanguageTool and its languages depend on."""
    from jgo.maven import MavenContext

    context = MavenContext(repo_cache=repository, timeout=60)
    artifacts = [name for names in SETS.values() for name in names.split()]
    roots = [name for name in artifacts if name.startswith(("language-", "languagetool-server"))]
    roots.remove("language-detector")
    inputs, found = context.resolver.resolve(
        [context.create_dependency(f"{GROUP}:{name}:{version}") for name in roots]
    )
    return {each.artifactId: f"{each.groupId}:{each.artifactId}:{each.version}" for each in (*inputs, *found)}


def measure(coordinate: str, repository: Path) -> tuple[str, int]:
    """SHA-256 and size of a jar."""
    from jgo.maven import MavenContext

    group, artifact, version = coordinate.split(":")
    context = MavenContext(repo_cache=repository, timeout=60)
    data = context.project(group, artifact).at_version(version).artifact("", "jar").resolve().read_bytes()
    return hashlib.sha256(data).hexdigest(), len(data)


def write_catalogue(output: Path) -> None:
    """A line a category, with the names of its rules in all languages, sorted."""
    from lint.languagetool.fetch import by_jgo
    from lint.languagetool.install import install
    from lint.languagetool.session import Session
    from lint.languagetool.settings import Settings

    install(SETS, [by_jgo()])
    session = Session(Settings(daemon=False))
    categories: dict[str, set[str]] = {}
    for language in CODES:
        for rule in session.rules(language):
            categories.setdefault(rule["categoryId"], set()).add(rule["ruleId"])
    session.close()
    lines = [f"{name}: {' '.join(sorted(rules))}\n" for name, rules in sorted(categories.items())]
    output.write_text("".join(lines), encoding="utf-8")
    print(f"{sum(map(len, categories.values()))} rules in {len(categories)} categories -> {output}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--version", default="6.8")
    parser.add_argument("--output", type=Path, default=Path("lint/languagetool/lock.json"))
    parser.add_argument("--repository", type=Path, help="a local Maven repository to fill and reuse")
    parser.add_argument("--catalogue", type=Path, help="write the names of all rules there, and nothing else")
    options = parser.parse_args()
    if options.catalogue:
        write_catalogue(options.catalogue)
        return
    with tempfile.TemporaryDirectory() as scratch:
        repository = options.repository or Path(scratch)
        known = resolve(options.version, repository)
        jars = []
        for language, names in SETS.items():
            for name in names.split():
                sha256, size = measure(known[name], repository)
                jars.append({"coordinate": known[name], "sha256": sha256, "size": size, "set": language})
    lines = ",\n".join(f"  {json.dumps(jar)}" for jar in jars)
    options.output.write_text(
        f'{{"version": "{options.version}", "jars": [\n{lines}\n]}}\n', encoding="utf-8"
    )
    print(f"{len(jars)} jars, {sum(jar['size'] for jar in jars) / 1e6:.1f} MB -> {options.output}")


if __name__ == "__main__":
    main()
