"""The return code that an exception carries: exceptions of bindings, numbers in attributes, and what is none."""

from __future__ import annotations

import pytest

import ckrtool


def binding_class(name: str, module: str) -> type[Exception]:
    """Return an exception class of a module that is not installed here."""
    return type(name, (Exception,), {"__module__": module})


class TestReturnCodeOfAnException:
    """`rv_of` with the forms that are raised."""

    def test_classes_and_messages_of_python_pkcs11(self) -> None:
        exceptions = pytest.importorskip("pkcs11.exceptions")
        assert ckrtool.rv_of(exceptions.PinIncorrect()) == 0xA0
        already = "Initialisation error (already initialized). Should never see this."
        assert ckrtool.rv_of(exceptions.PKCS11Error(already)) == 0x191
        for value in (0x68, 0x12345, 0x80000005):
            assert ckrtool.rv_of(exceptions.PKCS11Error(f"Unmapped error code {value:#x}")) == value
        assert ckrtool.rv_of(exceptions.NoSuchKey("No key matching {}")) is None

    def test_values_of_pykcs11(self) -> None:
        pykcs11 = pytest.importorskip("PyKCS11")
        for value in (1, 0xA0, 0x12345, 0x80000005):
            assert ckrtool.rv_of(pykcs11.PyKCS11Error(value)) == value
        for value in (-1, -2, -3):  # PyKCS11's own errors
            assert ckrtool.rv_of(pykcs11.PyKCS11Error(value, "x.so: cannot open")) is None

    def test_the_cause_counts_where_the_exception_has_no_code(self) -> None:
        error = RuntimeError("wrapped")
        error.__cause__ = RuntimeError("pkcs11: 0x30: CKR_DEVICE_ERROR")
        assert ckrtool.rv_of(error) == 0x30
        error.__cause__.__cause__ = error  # a circle ends
        error.__cause__.args = ("wrapped",)
        assert ckrtool.rv_of(error) is None

    def test_subclasses_of_python_pkcs11_keep_the_code(self) -> None:
        exceptions = pytest.importorskip("pkcs11.exceptions")
        refused = type("TokenRefused", (exceptions.PinIncorrect,), {"__module__": "app"})
        assert ckrtool.rv_of(refused("the card refused the PIN")) == 0xA0
        assert ckrtool.rv_of(type("Again", (refused,), {})()) == 0xA0
        assert ckrtool.rv_of(type("DeviceError", (exceptions.PKCS11Error,), {"__module__": "app"})()) is None

    def test_numbers_that_a_program_adds_to_a_bindings_class(self) -> None:
        exceptions = pytest.importorskip("pkcs11.exceptions")
        kind = type("ApiError", (exceptions.PKCS11Error,), {"__module__": "app", "code": 404, "value": 404})
        assert ckrtool.rv_of(kind("no such order")) is None

    @pytest.mark.parametrize("attribute", ["ckrv", "ck_rv", "CKR"])
    @pytest.mark.parametrize("module", ["app.hsm", "app.http11"])
    def test_attributes_that_only_a_ck_rv_has(self, attribute: str, module: str) -> None:
        error = binding_class("Error", module)("login failed")
        setattr(error, attribute, 0xA0)
        assert ckrtool.rv_of(error) == 0xA0

    @pytest.mark.parametrize("attribute", ["rv", "return_value"])
    def test_attributes_that_other_apis_have_too(self, attribute: str) -> None:
        def rv_of(name: str, module: str, message: str, value: object = 0xA0) -> int | None:
            error = binding_class(name, module)(message)
            setattr(error, attribute, value)
            return ckrtool.rv_of(error)

        assert rv_of("Pkcs11Error", "app.hsm", "login failed") == 0xA0
        assert rv_of("Error", "app.pkcs11.low", "login failed") == 0xA0
        assert rv_of("HsmError", "acme.hsm", "C_Login failed") == 0xA0
        assert rv_of("HsmError", "acme.hsm", "refused: CKR_PIN_INCORRECT") == 0xA0
        assert rv_of("HttpError", "app.http11", "login failed") is None, "its numbers are another API's"
        assert rv_of("HsmError", "acme.hsm", "C_Login: CKR_DEVICE_ERROR") is None, "which one?"
        assert rv_of("Pkcs11Error", "app.hsm", "failed", value=True) is None
        assert rv_of("Pkcs11Error", "app.hsm", "failed", value=0) is None

    def test_a_number_of_ctypes_is_signed(self) -> None:
        error = binding_class("CkError", "pkcs11wrapper")("failed")
        vars(error)["ckrv"] = -2147483647
        assert ckrtool.rv_of(error) == 0x80000001
        vars(error)["ckrv"] = -1
        assert ckrtool.rv_of(error) is None, "the binding's own error"

    @pytest.mark.parametrize(
        ("module", "name", "base", "attributes"),
        [
            ("myapp.pkcs11.api", "NotFound", Exception, {"code": 404, "value": 404}),
            ("myapp.pkcs11.api", "HttpError", OSError, {"errno": 5, "status": 404}),
            ("myapp.pkcs11.cli", "Abort", SystemExit, {"code": 3, "rv": 3}),
            ("myapp.pkcs11", "Dead", Exception, {}),
            ("myapp.pkcs11", "DeadBeef", Exception, {}),
            ("myapp.pkcs11", "Cancel", Exception, {}),
        ],
    )
    @pytest.mark.parametrize("message", ["", "order 7 not found", "error: 404", "cancel", "status 0x5"])
    def test_a_programs_own_classes_near_pkcs11(
        self, module: str, name: str, base: type[BaseException], attributes: dict[str, int], message: str
    ) -> None:
        error = type(name, (base,), {"__module__": module})(message)
        for attribute, value in attributes.items():
            setattr(error, attribute, value)
        assert ckrtool.rv_of(error) is None

    def test_a_class_with_the_name_of_a_code(self) -> None:
        assert ckrtool.rv_of(binding_class("PinIncorrect", "myapp.pkcs11")("login failed")) == 0xA0
        assert ckrtool.rv_of(binding_class("PinIncorrect", "myapp.web")("login failed")) is None

    def test_what_is_no_exception_is_a_value_error(self) -> None:
        for other in ("CKR_PIN_INCORRECT", 0xA0, None, RuntimeError):
            with pytest.raises(ValueError, match="expected an exception"):
                ckrtool.rv_of(other)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        "error",
        [
            ValueError("160"),
            ValueError("deadbeef"),
            RuntimeError("cancel"),
            RuntimeError("error 0x00000005"),
            OSError(5, "Input/output error"),
            KeyError("x"),
            SystemExit(160),
            RuntimeError("C_Login: CKR_OK"),
            RuntimeError("C_Login: rv = 0xa0\nC_Logout: rv = 0x30"),
        ],
        ids=repr,
    )
    def test_other_exceptions_carry_none(self, error: BaseException) -> None:
        assert ckrtool.rv_of(error) is None

    def test_a_message_is_read_as_in_a_log_that_names_the_binding(self) -> None:
        message = "PKCS11 error: 0xa0"
        assert ckrtool.rv_of(binding_class("Pkcs11Error", "app.hsm")(message)) == 0xA0
        assert ckrtool.rv_of(binding_class("HttpError", "app.http11")("error: 0xa0")) is None

    def test_a_line_among_others(self) -> None:
        assert ckrtool.rv_of(RuntimeError("command failed:\nC_Login: rv = 0xa0\n")) == 0xA0

    def test_an_exception_that_cannot_be_read_stays_the_callers(self) -> None:
        class Pkcs11Broken(Exception):
            @property
            def rv(self) -> int:
                raise RuntimeError("closed")

            def __str__(self) -> str:
                raise RuntimeError("closed")

        original = Pkcs11Broken()
        assert ckrtool.rv_of(original) is None
        with pytest.raises(Pkcs11Broken) as caught, ckrtool.explaining():
            raise original
        assert caught.value is original
