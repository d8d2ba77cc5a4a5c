"""A filter for Python's logging that adds the meaning of return codes to messages.

>>> import logging
>>> logging.getLogger("signer").addFilter(Annotate())
"""

from __future__ import annotations

import logging
from collections.abc import Mapping


class Annotate(logging.Filter):
    """Appends the meaning of each return code to the message of a record, once per record. It passes all records.

    A message that is a mapping, as structured logging uses it, is not changed.
    """

    def __init__(self) -> None:
        super().__init__()
        # Loaded here and not with the first record, so that a log call is not delayed and does not report errors of the overlay.
        from ckrtool.logs.messages import Messages

        self._messages = Messages()

    def filter(self, record: logging.LogRecord) -> bool:
        """Annotate the record and return True; a record that is already annotated is not changed."""
        if isinstance(record.msg, Mapping):
            return True
        try:
            message = record.getMessage()
            # The text itself shows whether it is annotated: an attribute would be printed as a field by formatters for JSON,
            # and a record that comes from another process or a queue has lost its arguments.
            annotated = message if self._messages.is_annotated(message) else self._messages.annotated(message)
        except Exception:  # noqa: BLE001 - the handler reports wrong arguments; a filter must not stop the program
            return True
        if annotated != message:
            record.msg, record.args = annotated, ()
        return True
