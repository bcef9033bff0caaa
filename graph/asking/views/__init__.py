"""What pages show, as frozen values put together from a few queries each. They know no HTTP and no HTML."""
