"""The model of Cryptoki that replays calls: library, slots, sessions, logins, operations and objects of each process.

Nothing is assumed: what the trace does not show is unknown (None), and every fact carries the call that shows it.
"""
