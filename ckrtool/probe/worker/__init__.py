"""The worker process, which loads the module and makes the calls. It imports only `ckrtool.cryptoki`, the protocol and itself.

It contains no names of codes and no messages for users, and judges only whether a result is as the plan expects.
"""
