"""Jobs given in a browser: a queue beside the store, and the one process that works through it."""
