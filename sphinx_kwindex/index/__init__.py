"""Stage 3: the occurrences of the whole corpus in, the keyword index out. Pure: no Sphinx, no files, no clock."""
