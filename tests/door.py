"""The command line as the tests run it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from geungeo.cli import main

TINY = """\
서울특별시 미래실 주요업무보고 (2025. 1. 31. 기준)
 Ⅰ. 일반현황
 Ⅱ. 예산현황
"""


def run(*arguments: str | Path, input: str | bytes | None = None) -> Result:
    """The program with these arguments."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=input)


def failed(result: Result) -> str:
    """The one line with which a command has failed."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("geungeo: ")
    return line.removeprefix("geungeo: ")
