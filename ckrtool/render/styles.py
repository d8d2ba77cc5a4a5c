"""The styles for a terminal: colours mean good or bad, and have their own background.

No colour of the usual palettes has a contrast of 4.5 on white and on black. White on dark red and black on green have a
higher contrast on every background, also on a terminal of 16 colours. All other text is bold or plain, in the default
colours of the terminal.
"""

BAD = "bold color(231) on color(124)"
GOOD = "bold color(16) on color(40)"
WARN = "bold color(16) on color(220)"
# The same styles as escape sequences, for text that is written without Rich.
SEQUENCES = {"bad": "\x1b[1;38;5;231;48;5;124m", "good": "\x1b[1;38;5;16;48;5;40m"}
END = "\x1b[0m"
