"""`python -m ckrtool` is `ckr`."""

from ckrtool.cli.main import main

raise SystemExit(main())
