"""`python -m lint`: the same as `copydesk`."""

from lint.cli import main

main()
