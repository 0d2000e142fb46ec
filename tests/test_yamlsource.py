"""YAML as a person who writes a word list means it, with the line of every key and value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.errors import ConfigError
from lint.yamlsource import MAX_NODES, load


def problem(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        load(text, "house.yml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("off", "off"),
        ("on", "on"),
        ("no", "no"),
        ("yes", "yes"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("1.5", 1.5),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("2027-01-31", "2027-01-31"),
        ("'12'", "12"),
        ("!!str 12", "12"),
        ("[цитата]", ["цитата"]),
        ("'[цитата]'", "[цитата]"),
    ],
)
def test_a_value_is_what_a_writer_means(written: str, value: object) -> None:
    assert load(f"key: {written}", "house.yml").value == {"key": value}


def test_a_word_that_yaml_takes_for_something_else_keeps_its_letters() -> None:
    node = load("find: [007, no, null, 1.50]", "house.yml")
    assert [item.text for item in node["find"]] == ["007", "no", "null", "1.50"]


def test_keys_are_strings_as_written() -> None:
    assert load("no: a\n7: b\n2027-01-31: c", "house.yml").value == {"no": "a", "7": "b", "2027-01-31": "c"}


def test_lines_of_keys_and_elements() -> None:
    node = load("pack: house\nrules:\n  - id: a\n    find: [x,\n      y]\n  - id: b\n", "house.yml")
    assert node.line_of("rules") == 2
    assert node.line_of("rules", 0, "find") == 4
    assert node.line_of("rules", 0, "find", 1) == 5
    assert node.line_of("rules", 1, "id") == 6
    assert node.line_of("rules", 1, "missing", "deeper") == 6
    assert node["rules"][1].column == 5


def test_an_empty_file_is_a_node_without_a_value() -> None:
    assert load("# nothing yet\n", "house.yml").value is None


def test_a_byte_order_mark_is_not_part_of_the_first_key() -> None:
    assert load("\ufeffpack: house", "house.yml").value == {"pack": "house"}


def test_an_alias_stands_for_what_its_anchor_names() -> None:
    node = load("a: &words [x, y]\nb: *words", "house.yml")
    assert node.value == {"a": ["x", "y"], "b": ["x", "y"]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3", 'house.yml:3: the key "a" stands here and on line 1'),
        (
            "a: b: c",
            "house.yml:1: not valid YAML: mapping values are not allowed in this context; "
            "put quotation marks around text that holds a colon and a space",
        ),
        (
            "a:\n\t- x",
            "house.yml:2: not valid YAML: found character that cannot start any token; "
            "indent with spaces, not with tabs",
        ),
        ("a: !foo x", 'house.yml:1: the tag "!foo" has no meaning here'),
        (
            "a: !!python/name:os.system x",
            'house.yml:1: the tag "tag:yaml.org,2002:python/name:os.system" has no meaning here',
        ),
        ("a: 1\n<<: {b: 2}", 'house.yml:2: merge keys ("<<") are not read; write the keys out'),
        ("&a [*a]", "house.yml:1: an alias stands inside the value that it names"),
        ("a: b\nc: \x07", "house.yml:2: holds a character that YAML does not allow"),
        ("a: b\nc: \ud800", "house.yml:2: holds a character that YAML does not allow"),
        ("[" * 5000 + "]" * 5000, "house.yml: is nested too deeply"),
        ("[" * 200_000 + "]" * 200_000, "house.yml: is nested too deeply"),
        ("- " * 200_000, "house.yml: is nested too deeply"),
        ("\n".join(" " * depth + "a:" for depth in range(3000)), "house.yml: is nested too deeply"),
    ],
    ids=lambda value: value[:20],
)
def test_a_mistake_is_told_with_its_line(text: str, said: str) -> None:
    assert problem(text) == said


def test_all_keys_that_stand_twice_are_told_at_once() -> None:
    assert problem("a: 1\na: 2\nb: {c: 1, c: 2}").splitlines() == [
        'house.yml:2: the key "a" stands here and on line 1',
        'house.yml:3: the key "c" stands here and on line 3',
    ]


def test_aliases_that_multiply_are_refused() -> None:
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert problem("\n".join(lines)) == f"house.yml:6: aliases make more than {MAX_NODES} values of this"


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    try:
        load(text, "house.yml")
    except ConfigError as error:
        assert str(error).startswith("house.yml")
