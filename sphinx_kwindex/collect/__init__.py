"""Stage 1: one resolved document in, its occurrences out. Reads nodes, keeps evidence, decides nothing."""
