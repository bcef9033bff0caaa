"""`python -m graph` is the command `depesche`."""

from .cli import main

if __name__ == "__main__":
    main(prog_name="depesche")
