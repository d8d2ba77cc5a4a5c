"""A filter for Python's logging that adds the meaning to return codes in messages.

>>> import logging
>>> logging.getLogger("signer").addFilter(Annotate())
"""

from __future__ import annotations

import logging

_MARK = "ckr_annotated"
# Without one of these a message holds no return code, and nothing is imported for it.
_SIGNS = ("CKR_", "C_", "rv", "0x", "kcs11", "KCS11", "ryptoki")


class Annotate(logging.Filter):
    """Appends the meaning of each return code to a record's message, once for each record."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Annotate the record and return True; a record that was annotated before stays as it is."""
        if getattr(record, _MARK, False):
            return True
        try:
            message = record.getMessage()
        except (TypeError, ValueError):
            return True  # the handler reports arguments that do not fit
        setattr(record, _MARK, True)
        if any(sign in message for sign in _SIGNS):
            from ckrtool._api import annotate

            annotated = "\n".join(annotate(message.split("\n")))
            if annotated != message:
                record.msg, record.args = annotated, ()
        return True
