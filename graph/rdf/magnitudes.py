"""Magnitudes: how large a number is, roughly, so that the largest of a million are found by looking up few exact values."""

HIGHEST = 30  # no edge has 2^31 claims


def magnitude(number: int) -> int:
    """The power of two that a number from 1 on reaches: 0 for 1, 1 for 2 and 3, 2 for 4 to 7.

    >>> [magnitude(each) for each in (1, 2, 3, 4, 1000)]
    [0, 1, 1, 2, 9]
    """
    return number.bit_length() - 1
