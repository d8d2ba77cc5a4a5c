"""A filter for Python's logging that adds the meaning to return codes in messages.

>>> import logging
>>> logging.getLogger("signer").addFilter(Annotate())
"""

from __future__ import annotations

import logging

_MARK = "ckr_annotated"


class Annotate(logging.Filter):
    """Appends the meaning of each return code to a record's message, once for each record. It drops no record."""

    def __init__(self) -> None:
        super().__init__()
        # Loaded here and not with the first record: a log call is no place for a delay or for an error of the overlay.
        from ckrtool.logs.messages import Messages

        self._annotated = Messages().annotated

    def filter(self, record: logging.LogRecord) -> bool:
        """Annotate the record and return True; a record that was annotated before stays as it is."""
        if hasattr(record, _MARK):
            return True
        try:
            message = record.getMessage()
            annotated = self._annotated(message)
        except Exception:  # noqa: BLE001 - a handler reports arguments that do not fit; a filter must not stop the program
            return True
        setattr(record, _MARK, True)
        if annotated != message:
            record.msg, record.args = annotated, ()
        return True
