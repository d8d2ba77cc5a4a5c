"""`ckr`: explains the return codes of PKCS #11 (CK_RV). Importing this package costs nothing."""

__version__ = "0.2.0"
