"""Citations of laws: the register, and the reader that finds, splits and resolves them in Korean text."""

from .basis import find_basis
from .mentions import find_mentions
from .models import Entry, Found, Resolution
from .register import Register, law_of

__all__ = ["Entry", "Found", "Register", "Resolution", "find_basis", "find_mentions", "law_of"]
