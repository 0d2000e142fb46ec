"""The configuration: found, read, validated with lines, and merged for one draft."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lint.config import build, effective, find, load, parse, place_of
from lint.config.keys import CONFIGURATION, schema
from lint.errors import ConfigError
from lint.model import Config, Term

EVERYTHING = """\
packs: [default, ./house.yml]
language: en-GB
languages: [en, ru]
select: [leftovers, house.utilize]
ignore: names
severity: {house: error, house.utilize: off}
accept:
  - Nigde
  - {term: fast-track, reason: the ministry writes it so}
  - /[A-Z]{2}-\\d+/
exclude: [archive/, "*.generated.md"]
fail-on: error
min-severity: warning
encoding: cp1252
languagetool: {mode: on, timeout: 20, daemon: false, mirrors: [https://maven.example.org]}
paths:
  - files: blog/**
    language: en-US
    ignore: [house]
    severity: {leftovers: suggestion}
    accept: [blogroll]
"""


def read(text: str, path: str = "copydesk.yml") -> Config:
    return build(parse(text.encode(), path), path)


def problems(text: str, path: str = "copydesk.yml") -> list[str]:
    with pytest.raises(ConfigError) as caught:
        parse(text.encode(), path)
    return str(caught.value).splitlines()


def test_every_key_is_read() -> None:
    config = read(EVERYTHING)
    assert config.packs == ("default", "./house.yml")
    assert (config.language, config.languages) == ("en-GB", ("en", "ru"))
    assert config.select == ("leftovers", "house.utilize")
    assert config.ignore == ("names",)
    assert config.severity == {"house": "error", "house.utilize": "off"}
    assert config.accept == (
        Term("Nigde", "", "copydesk.yml:8"),
        Term("fast-track", "the ministry writes it so", "copydesk.yml:9"),
        Term(r"/[A-Z]{2}-\d+/", "", "copydesk.yml:10"),
    )
    assert config.exclude == ("archive/", "*.generated.md")
    assert (config.fail_on, config.min_severity, config.encoding) == ("error", "warning", "cp1252")
    assert config.languagetool == {
        "mode": "on",
        "timeout": 20,
        "daemon": False,
        "mirrors": ["https://maven.example.org"],
    }


def test_an_empty_configuration_is_the_default() -> None:
    assert read("# nothing yet\n") == Config(origin="copydesk.yml")


@pytest.mark.parametrize(
    ("written", "mode"),
    [("off", "off"), ("on", "on"), ("auto", "auto"), ("false", "off"), ("{mode: on}", "on")],
)
def test_languagetool_may_be_one_word(written: str, mode: str) -> None:
    assert read(f"languagetool: {written}").languagetool == {"mode": mode}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "fail_on: error",
            'copydesk.yml:1: unknown key "fail_on" in the configuration; did you mean "fail-on"?',
        ),
        (
            "language: english",
            'copydesk.yml:1: "language" in the configuration cannot be "english"; for example "en-GB"',
        ),
        (
            "severity: {house: eror}",
            'copydesk.yml:1: "house" in "severity" in the configuration cannot be "eror"; '
            'did you mean "error"?',
        ),
        ("severity: error", 'copydesk.yml:1: "severity" in the configuration must be a mapping'),
        ("accept: [/[/]", "copydesk.yml:1: not valid YAML"),
        ("accept: ['/[/']", "copydesk.yml:1: the pattern /[/ cannot be used: it is not a valid regular"),
        ("accept: [/a*/]", "copydesk.yml:1: the pattern /a*/ cannot be used: it can match an empty string"),
        (
            "accept: [/(a+)+b/]",
            "copydesk.yml:1: the pattern /(a+)+b/ cannot be used: a repeat inside a repeat",
        ),
        ("accept: [{reason: x}]", 'copydesk.yml:1: "accept" in the configuration needs "term"'),
        ("encoding: utf-99", 'copydesk.yml:1: there is no encoding "utf-99"; for example "cp1252"'),
        (
            "formats: [htm]",
            'copydesk.yml:1: "formats" in the configuration cannot be "htm"; did you mean "html"?',
        ),
        ("encoding: base64", 'copydesk.yml:1: there is no encoding "base64"'),
        (
            "language: en-UK",
            'copydesk.yml:1: there is no language "en-UK"; did you mean "en-GB"?',
        ),
        (
            "languages: [en, xx]",
            'copydesk.yml:1: there is no language "xx"; codes are those of ISO 639, such as "en-GB" or "ru"',
        ),
        (
            "languagetool: onn",
            'copydesk.yml:1: "languagetool" in the configuration cannot be "onn"; did you mean "on"?',
        ),
        (
            "languagetool:\n  tiemout: 3",
            'copydesk.yml:2: unknown key "tiemout" in "languagetool" in the configuration; '
            'did you mean "timeout"?',
        ),
        ("paths: [{ignore: house}]", 'copydesk.yml:1: "paths" in the configuration needs "files"'),
        ("paths: [{files: a, encoding: x}]", 'copydesk.yml:1: unknown key "encoding" in "paths"'),
        ("exclude:", 'copydesk.yml:1: "exclude" in the configuration must be text'),
        ("- packs", "copydesk.yml:1: the configuration must be a mapping"),
    ],
)
def test_a_mistake_names_its_line_and_what_to_write(text: str, said: str) -> None:
    (line,) = problems(text)
    assert line.startswith(said)


def test_all_mistakes_are_told_at_once() -> None:
    lines = problems("fail_on: error\nlanguage: english\npaths:\n  - files: x\n    ignroe: y\n")
    assert [line.partition(": ")[0] for line in lines] == [
        "copydesk.yml:1",
        "copydesk.yml:2",
        "copydesk.yml:5",
    ]


def test_a_file_that_is_not_utf8_says_so() -> None:
    with pytest.raises(ConfigError, match=r"copydesk.yml:2: is not UTF-8; save it as UTF-8"):
        parse(b"packs: []\n# \xe9\n", "copydesk.yml")


def test_pyproject_holds_the_same_keys() -> None:
    toml = (
        '[project]\nname = "x"\n[tool.copydesk]\nlanguage = "en-GB"\nlanguagetool = false\n'
        '[tool.copydesk.severity]\nhouse = "off"\n[[tool.copydesk.paths]]\nfiles = "blog/**"\n'
    )
    config = read(toml, "pyproject.toml")
    assert config.language == "en-GB"
    assert config.languagetool == {"mode": "off"}
    assert config.severity == {"house": "off"}
    assert config.overrides[0].files == ("blog/**",)


def test_mistakes_in_pyproject_have_lines() -> None:
    toml = (
        "[tool.copydesk]\nselect = ['a']\nfail_on = 'x'\n\n[tool.copydesk.severity]\na = 'eror'\n"
        "[[tool.copydesk.paths]]\nfiles = 'x'\n[[tool.copydesk.paths]]\nlanguage = 'english'\n"
    )
    assert [line.partition(" in ")[0] for line in problems(toml, "pyproject.toml")] == [
        'pyproject.toml:3: unknown key "fail_on"',
        'pyproject.toml:6: "a"',
        'pyproject.toml:9: "paths"',
        'pyproject.toml:10: "language"',
    ]


def test_files_of_accepted_words(tmp_path: Path) -> None:
    (tmp_path / "terms.txt").write_text(
        "# places\nNigde\nBab al-Salam  # a border gate\n\n", encoding="utf-8"
    )
    path = str(tmp_path / "copydesk.yml")
    config = build(parse(b"accept-files: terms.txt", path), path)
    listed = tmp_path / "terms.txt"
    assert config.accept == (
        Term("Nigde", "", f"{listed}:2"),
        Term("Bab al-Salam", "a border gate", f"{listed}:3"),
    )


def test_a_missing_file_of_accepted_words_is_an_error(tmp_path: Path) -> None:
    path = str(tmp_path / "copydesk.yml")
    with pytest.raises(ConfigError, match=r"the file of accepted words .* cannot be read: No such file"):
        build(parse(b"accept-files: terms.txt", path), path)


def test_the_nearest_configuration_is_found_up_to_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "repository" / "notes" / "deep"
    inner.mkdir(parents=True)
    (tmp_path / "copydesk.yml").touch()
    monkeypatch.chdir(inner)
    assert find() == "../../../copydesk.yml"
    (tmp_path / "repository" / ".git").mkdir()
    assert find() is None
    (tmp_path / "repository" / "pyproject.toml").write_text("[project]\n")
    assert find() is None
    (tmp_path / "repository" / "pyproject.toml").write_text("[tool.copydesk]\n")
    assert find() == "../../pyproject.toml"
    (inner.parent / ".copydesk.yml").touch()
    assert find() == "../.copydesk.yml"
    (inner / "copydesk.yaml").touch()
    assert find() == "copydesk.yaml"


def test_two_configurations_in_one_folder_are_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("copydesk.yml").touch()
    Path(".copydesk.yml").touch()
    with pytest.raises(ConfigError, match=r"copydesk.yml: is one of two .*; remove it or .copydesk.yml"):
        find()


def test_what_holds_for_a_draft() -> None:
    config = read(EVERYTHING)
    own = effective(config, "blog/2027/post.md")
    assert own.language == "en-US"
    assert own.ignore == ("names", "house")
    assert own.severity == {"house": "error", "house.utilize": "off", "leftovers": "suggestion"}
    assert [term.text for term in own.accept][-1] == "blogroll"
    assert own.select == config.select
    assert effective(config, "news/post.md").language == "en-GB"


def test_drafts_that_the_same_overrides_meet_share_one_configuration() -> None:
    config = read(EVERYTHING)
    assert effective(config, "blog/a.md") is effective(config, "./blog/b.md")
    assert effective(config, "a.md") is effective(config, "b.md")


def test_globs_start_at_the_configurations_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "blog").mkdir()
    (tmp_path / "copydesk.yml").write_text(EVERYTHING)
    monkeypatch.chdir(tmp_path / "blog")
    config = load(find())
    assert effective(config, "post.md").language == "en-US"
    assert effective(config, str(tmp_path / "blog" / "post.md")).language == "en-US"
    assert effective(config, "../news/post.md").language == "en-GB"


class Kept(dict[tuple[str, bytes], object]):
    """A memory that lasts as long as the test."""

    def read(self, name: str, key: bytes) -> object | None:
        return self.get((name, key))

    def write(self, name: str, key: bytes, value: object) -> None:
        import marshal

        self[name, key] = marshal.loads(marshal.dumps(value))


def test_what_was_read_is_kept_by_content(tmp_path: Path) -> None:
    path = tmp_path / "copydesk.yml"
    path.write_text(EVERYTHING)
    kept = Kept()
    first = load(str(path), kept)
    assert len(kept) == 1
    assert load(str(path), kept) == first == load(str(path))
    path.write_text("language: en-AU")
    assert load(str(path), kept).language == "en-AU"


def test_a_name_that_turns_out_to_be_wrong_later_has_its_line(tmp_path: Path) -> None:
    path = tmp_path / "copydesk.yml"
    path.write_text("packs: [default]\nseverity:\n  leftovers.tkk: off\n")
    assert place_of(load(str(path)), "leftovers.tkk") == f"{path}:3"


def test_the_json_schema_holds_what_the_table_holds() -> None:
    made = schema()
    jsonschema.Draft202012Validator.check_schema(made)
    assert set(made["properties"]) == set(CONFIGURATION.keys)
    validator = jsonschema.Draft202012Validator(made)
    assert (
        list(
            validator.iter_errors(
                yaml.safe_load(EVERYTHING.replace("off", "'off'").replace(" on,", " 'on',"))
            )
        )
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "fail_on: error",
        "language: english",
        "severity: {house: eror}",
        "paths: [{ignore: house}]",
        "paths: [{files: a, encoding: x}]",
        "languagetool: {tiemout: 3}",
        "accept: [{reason: x}]",
        "exclude: {a: b}",
    ],
)
def test_the_json_schema_refuses_what_the_program_refuses(text: str) -> None:
    assert problems(text)
    assert not jsonschema.Draft202012Validator(schema()).is_valid(yaml.safe_load(text))


WORDS = st.sampled_from(
    ["house", "house.utilize", "error", "off", "en-GB", "/a+/", "/(/", "utf-8", "auto", "*.md", "", "x"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(WORDS | st.sampled_from(["term", "reason", "files", "mode"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*CONFIGURATION.keys, "fail_on"]), VALUES, max_size=4))
def test_any_configuration_is_read_or_refused_with_a_line(values: dict[str, object]) -> None:
    text = yaml.safe_dump(values, allow_unicode=True)
    try:
        settings = parse(text.encode(), "copydesk.yml")
    except ConfigError as error:
        assert all(line.startswith("copydesk.yml:") for line in str(error).splitlines())
    else:
        import marshal

        assert marshal.loads(marshal.dumps(settings)) == settings
        config = build({**settings, "accept-files": []}, "copydesk.yml")
        assert effective(config, "blog/post.md") is effective(config, "blog/post.md")
