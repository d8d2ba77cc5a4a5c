"""`ckr --version`: the version of `ckr` and of its dependencies."""

from ckrtool import __version__
from ckrtool.cli.streams import Streams
from ckrtool.knowledge import registry

DEPENDENCIES = ("typer", "rich", "python-pkcs11", "platformdirs", "hyperscan")


def answer(streams: Streams, *, json: bool) -> int:
    """Print the version and return 0; a dependency that is not installed is null."""
    if not json:
        streams.write(f"ckr {__version__} (PKCS #11 {registry.CURRENT})\n")
        return 0
    import platform
    from importlib import metadata

    from ckrtool.render import jsontext

    versions: dict[str, str | None] = {}
    for name in DEPENDENCIES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            versions[name] = None
    streams.write(
        jsontext.line(
            "version",
            {
                "version": __version__,
                "python": platform.python_version(),
                "dependencies": versions,
                "standard": registry.CURRENT,
            },
        )
    )
    return 0
