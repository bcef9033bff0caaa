"""One module for each group of commands; `cli` says which there are and loads them when they are called."""
