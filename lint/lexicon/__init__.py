"""What is known about words and names.

`words.known`, `words.zipf`: is it a word, how frequent is it. `candidates.candidates`: what may have been
meant. `judge.judge`, `judge.judge_word`: is it a slip here. `is_name.evidence`: is it a name here.
"""
