"""How good and how fast the reader is, measured with texts and scorers that stand beside the repository."""
