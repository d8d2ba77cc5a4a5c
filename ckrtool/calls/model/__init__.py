"""A model of Cryptoki that replays calls: library, slots, sessions, logins, operations and objects of each process.

The model makes no assumptions: a fact that the trace does not show is unknown (None), and every fact refers to the call
that shows it.
"""
