"""Finding the place names of a text, deciding which place each one means, and gathering them."""
