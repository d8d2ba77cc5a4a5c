"""Shares C_Initialize and the login between the sequences of a worker: made once, undone after the last."""

from __future__ import annotations

from ckrtool.probe.worker import compare
from ckrtool.probe.worker.guards import is_login

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.cryptoki.values import Context
    from ckrtool.probe.protocol import Step
    from ckrtool.probe.worker.course import Course
    from ckrtool.probe.worker.state import State

_NO_LOGOUT = {"shared": "login-shared", "unsure": "state-unknown"}


class Sharing:
    """Decides which steps are left out because another sequence of this worker has made them, or will undo them later."""

    def __init__(self, context: Context, state: State) -> None:
        self._context = context
        self._state = state
        self.logout_due = False

    def reason_to_leave_out(self, step: Step, course: Course) -> str | None:
        """Return why a step is left out ("shared", "login-shared", "state-unknown"), None if it must be made."""
        name = step["call"]
        state = self._state
        if not compare.expects_ok(step):
            return None
        if name == "C_Initialize":
            return "shared" if course.inherited else None
        if is_login(name) and state.logged_in and not step.get("relogin"):
            return "login-shared" if state.logged_in == "shared" else "shared"
        if name == "C_Logout" and state.logged_in in _NO_LOGOUT:
            return _NO_LOGOUT[state.logged_in]
        if course.last:
            return None
        if name == "C_Logout" and state.logged_in == "own":
            self.logout_due = True
            return "shared"
        if name == "C_Finalize" and state.logged_in:
            return "shared"
        if name == "C_CloseSession" and state.login_session is not None:
            given = step["args"].get("hSession")
            if given and self._context.number(given) == state.login_session:
                return "shared"
        return None
