"""`python -m ckrtool` is `ckr`."""

from ckrtool.cli.main import process

process()
