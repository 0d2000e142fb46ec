"""Reads the words of a cspell dictionary (text format "TrieXv3", gzip)."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

_SIGNS = frozenset("$<#0123456789")


class Node:
    """A letter of the trie: the letters that may follow it, and whether a word ends here."""

    __slots__ = ("children", "ends")

    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        self.ends = False


def read_words(package_file: bytes) -> Iterator[str]:
    """All words of the dictionary, in the order of the trie.

    After the header each letter descends, `$` ends a word and goes back, `<` goes back, digits say how many
    letters back, `#n;` continues like node n (in base 32), and a backslash takes the next sign as a letter.
    Only nodes that neither end a word as a leaf nor point to another node are numbered.
    """
    text = gzip.decompress(package_file).decode().partition("__DATA__")[2]
    root = Node()
    numbered, path = [root], [root]
    at = 0
    while at < len(text):
        sign = text[at]
        at += 1
        if sign == "\n":
            continue
        if sign == "#":
            end = text.index(";", at)
            other = numbered[int(text[at:end], 32)]
            if numbered[-1] is path[-1]:
                numbered.pop()
            path[-1].children.update(other.children)
            path[-1].ends |= other.ends
            at = end + 1
        elif sign in "$<":
            if sign == "$":
                path[-1].ends = True
                if numbered[-1] is path[-1] and not path[-1].children:
                    numbered.pop()
            end = at
            while text[end : end + 1].isdigit():
                end += 1
            del path[-int(text[at:end] or "1") :]
            at = end
        else:
            if sign == "\\":
                sign = text[at]
                at += 1
            node = Node()
            path[-1].children[sign] = node
            path.append(node)
            numbered.append(node)
    yield from _words(root, "")


def _words(node: Node, before: str) -> Iterator[str]:
    if node.ends:
        yield before
    for letter, child in node.children.items():
        yield from _words(child, before + letter)


def read_file(path: Path) -> Iterator[str]:
    yield from read_words(path.read_bytes())
