"""What the standard, the vendors and the field say: codes, functions, legality, precedence, advice, stacks."""
