"""One module per return code: its passages and advice, loaded only when that code is explained."""
