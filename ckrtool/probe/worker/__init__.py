"""What runs in the worker process, beside the module. It knows `ckrtool.cryptoki`, the protocol and itself.

No names of codes, no words for people, no judgement beyond "as the plan expects, or not".
"""
