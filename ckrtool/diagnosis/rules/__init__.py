"""One file per family of causes; a rule looks at a failed call and at the model, and gives what it finds."""
