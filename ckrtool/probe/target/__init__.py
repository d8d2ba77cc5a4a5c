"""Which module, which slot: names and paths of modules, p11-kit's files, PKCS #11 URIs, the token that is meant."""
