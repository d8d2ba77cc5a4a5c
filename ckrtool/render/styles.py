"""The styles of a terminal: colour means good or bad, and brings its own ground.

No colour of the usual palettes has a contrast of 4.5 on white and on black. White on dark red and black on green have more
than that wherever they are shown, also on a terminal of 16 colours. Everything else is bold or plain, in the terminal's
own colours.
"""

BAD = "bold color(231) on color(124)"
GOOD = "bold color(16) on color(40)"
WARN = "bold color(16) on color(220)"
# The same as escape sequences, for text that is written without Rich.
SEQUENCES = {"bad": "\x1b[1;38;5;231;48;5;124m", "good": "\x1b[1;38;5;16;48;5;40m"}
END = "\x1b[0m"
