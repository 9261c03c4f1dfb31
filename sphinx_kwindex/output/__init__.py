"""Stage 4: the index in, what people and programs read out."""
