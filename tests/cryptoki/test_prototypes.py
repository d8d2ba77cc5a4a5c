"""Prototypes and structures against the headers' facts."""

from __future__ import annotations

import ctypes

from ckrtool.cryptoki import prototypes as p
from ckrtool.cryptoki import types as t


def test_the_function_lists_have_the_headers_lengths() -> None:
    assert len(p.NAMES) == p.LIST_3_2 == 104
    assert p.NAMES[p.LIST_2_40 - 1] == "C_WaitForSlotEvent"
    assert p.NAMES[p.LIST_2_40] == "C_GetInterfaceList"
    assert p.NAMES[p.LIST_3_0 - 1] == "C_MessageVerifyFinal"
    assert p.NAMES[p.LIST_3_0] == "C_EncapsulateKey"


def roles(function: str) -> dict[str, str]:
    return {parameter.name: parameter.role for parameter in p.parameters(function)}


def test_each_parameter_of_each_function_has_a_role() -> None:
    for name in p.NAMES:
        for parameter in p.parameters(name):
            assert parameter.role in vars(p).values()


def test_roles_that_the_types_alone_do_not_tell() -> None:
    assert roles("C_FindObjects") == {
        "hSession": "value",
        "phObject": "list",
        "ulMaxObjectCount": "length",
        "pulObjectCount": "number",
    }
    assert roles("C_GenerateRandom")["RandomData"] == "out"
    assert roles("C_SeedRandom")["pSeed"] == "in"
    assert roles("C_AsyncJoin") == {
        "hSession": "value",
        "pFunctionName": "string",
        "ulID": "value",
        "pData": "out",
        "ulData": "length",
    }
    assert roles("C_InitToken")["pLabel"] == "string"
    assert roles("C_Login")["pPin"] == "in"
    assert roles("C_GetObjectSize")["pulSize"] == "number"
    assert roles("C_Initialize")["pInitArgs"] == "initargs"


def test_structures_have_the_sizes_of_the_c_ones() -> None:
    # what a C compiler says on a system whose unsigned long and pointers have 8 bytes
    if ctypes.sizeof(ctypes.c_ulong) != 8:
        return
    sizes = {
        t.Version: 2, t.Info: 88, t.SlotInfo: 112, t.TokenInfo: 208, t.SessionInfo: 32, t.MechanismInfo: 24, t.Mechanism: 24,
        t.Attribute: 24, t.InitializeArgs: 48, t.Interface: 24, t.AsyncData: 40, t.GcmParams: 48, t.CcmParams: 48, t.CtrParams: 24,
        t.PssParams: 24, t.OaepParams: 40, t.Ecdh1Params: 40, t.EddsaParams: 24,
    }  # fmt: skip
    for structure, size in sizes.items():
        assert ctypes.sizeof(structure) == size, structure
