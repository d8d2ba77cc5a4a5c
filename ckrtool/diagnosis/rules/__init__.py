"""Rules, one module per family of causes; a rule yields the causes that it finds for a failed call in the model."""
