"""``python -m aktenlage``."""

from aktenlage.cli import main

main()
