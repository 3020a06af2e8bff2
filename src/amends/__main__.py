"""`python -m amends` is the command `amends`."""

from amends import cli

cli.main()
