"""Finding thousands of words and patterns in a text at once.

`shadow` turns a text into bytes in which a word's edge is a space; `automaton` finds many byte keys
in one pass; `words` reads what an editor writes (words and phrases); `required` finds what text a
regular expression cannot do without, and `cost` guards against those that run away (both read the
pattern's `trees`); `forms` inflects;
`scope` and `wording` say whether a match counts and what is said of it.
"""
