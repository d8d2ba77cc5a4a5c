"""A filter for Python's logging that adds the meaning of return codes to messages.

>>> import logging
>>> logging.getLogger("signer").addFilter(Annotate())
"""

from __future__ import annotations

import logging

_MARK = "ckr_annotated"


class Annotate(logging.Filter):
    """Appends the meaning of each return code to the message of a record, once per record. It passes all records."""

    def __init__(self) -> None:
        super().__init__()
        # Loaded here and not with the first record, so that a log call is not delayed and does not report errors of the overlay.
        from ckrtool.logs.messages import Messages

        self._annotated = Messages().annotated

    def filter(self, record: logging.LogRecord) -> bool:
        """Annotate the record and return True; a record that is already annotated is not changed."""
        if hasattr(record, _MARK):
            return True
        try:
            message = record.getMessage()
            annotated = self._annotated(message)
        except Exception:  # noqa: BLE001 - the handler reports wrong arguments; a filter must not stop the program
            return True
        setattr(record, _MARK, True)
        if annotated != message:
            record.msg, record.args = annotated, ()
        return True
