"""The letters of run codes: Crockford's 32, in groups of four, the last of which checks the others."""

from __future__ import annotations

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
POLYNOMIAL = 0b100101  # x^5 + x^2 + 1 over GF(32): a wrong letter or two swapped neighbours never pass
LONGEST = 32


def cleaned(code: str) -> str:
    """A code as its letters: capitals, no spaces or dashes, O as 0, I and L as 1; other signs are dropped."""
    return "".join(letter for letter in code.upper().translate(LIKE) if letter in LETTERS)


def grouped(code: str) -> str:
    """A code in groups of four, to be read aloud."""
    return "-".join(code[place : place + 4] for place in range(0, len(code), 4))


def looks_like(text: str) -> bool:
    """Whether a text can only be meant as a code: no path, no more signs than a code has."""
    return "/" not in text and "\\" not in text and "." not in text and 8 <= len(cleaned(text)) <= LONGEST


def spell(number: int) -> str:
    """A number as letters, the first the most worth."""
    letters = ""
    while number:
        number, place = divmod(number, len(LETTERS))
        letters = LETTERS[place] + letters
    return letters


def value(letters: str) -> int:
    """The number that letters spell."""
    number = 0
    for letter in letters:
        number = number * len(LETTERS) + LETTERS.index(letter)
    return number


def check(letters: str) -> int:
    """The remainder that makes a code whole: Horner's scheme at x in GF(32), begun at the length."""
    found = len(letters) % (len(LETTERS) - 1) + 1
    for letter in letters:
        found = _times_x(found) ^ LETTERS.index(letter)
    return _times_x(found)


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ POLYNOMIAL if doubled & len(LETTERS) else doubled
