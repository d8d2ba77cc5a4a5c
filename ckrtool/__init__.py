"""`ckr`: explains the return codes of PKCS #11 (CK_RV). Importing this package costs nothing: its names are loaded on first use.

>>> import ckrtool
>>> ckrtool.decode("0xA0").name
'CKR_PIN_INCORRECT'
>>> ckrtool.check("C_Sign", "CKR_TOKEN_NOT_PRESENT").verdict
'excluded'
>>> ckrtool.may_retry("C_Login", 0x30)
False

The functions are described in `ckrtool(3)`.
"""

__version__ = "0.2.0"
TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool._api import annotate as annotate
    from ckrtool._api import check as check
    from ckrtool._api import decode as decode
    from ckrtool._api import explain as explain
    from ckrtool._api import legal as legal
    from ckrtool._api import may_retry as may_retry
    from ckrtool._api import merge as merge
    from ckrtool._api import retry as retry
    from ckrtool._api import scan as scan
    from ckrtool._api import why as why
    from ckrtool._exception_codes import rv_of as rv_of
    from ckrtool._exceptions import Explaining as Explaining
    from ckrtool._exceptions import explaining as explaining
    from ckrtool._results import Advice as Advice
    from ckrtool._results import Cause as Cause
    from ckrtool._results import Decoded as Decoded
    from ckrtool._results import Diagnosis as Diagnosis
    from ckrtool._results import Explanation as Explanation
    from ckrtool._results import Failure as Failure
    from ckrtool._results import Legal as Legal
    from ckrtool._results import Result as Result
    from ckrtool._results import Summary as Summary
    from ckrtool._results import Verdict as Verdict

__all__ = [
    "Advice", "Cause", "Decoded", "Diagnosis", "Explaining", "Explanation", "Failure", "Legal", "Result", "Summary", "Verdict",
    "annotate", "check", "decode", "explain", "explaining", "legal", "may_retry", "merge", "retry", "rv_of", "scan", "why",
]  # fmt: skip


if not TYPE_CHECKING:  # else a type checker would take any name for one of these

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module 'ckrtool' has no attribute {name!r}")
        from importlib import import_module

        # Not an import statement: the modules below import this one, and its names are theirs.
        homes = {"explaining": "_exceptions", "Explaining": "_exceptions", "rv_of": "_exception_codes"}
        home = homes.get(name, "_results" if name[0].isupper() else "_api")
        return getattr(import_module(f"ckrtool.{home}"), name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
