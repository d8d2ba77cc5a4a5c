"""The report `ckr.probe/1`: made, read back, compared with another, anonymized."""
