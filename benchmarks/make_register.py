"""Make the bundled law register: facts of the national laws (an archive of Markdown files) and of local ordinances.

    python benchmarks/make_register.py kr.tar.xz ordinances.csv [--out loaders/data]

The archive is read as a stream, nothing is unpacked. Only facts go into the register: titles, kinds, ids, numbers,
dates, ministries, and the act to which a decree or rule belongs.
"""

from __future__ import annotations

import argparse
import csv
import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

Row = dict[str, str]

COLUMNS = (
    "title",
    "kind",
    "jurisdiction",
    "law_id",
    "number",
    "promulgated",
    "in_force",
    "ministry",
    "parent",
    "page",
)
ACTS = ("법률", "헌법", "군정법령", "군정법률", "조선총독부법률", "조선총독부법령", "대통령긴급명령")
DECREES = ("대통령령", "각령")
SITE = "https://www.law.go.kr/"
HEAD_BYTES = 4096


def kind_of(enacted_as: str) -> str:
    """The kind code of a 법령구분: 법률 → act, 대통령령 → decree, any 부령 or 규칙 → rule."""
    if enacted_as in ACTS:
        return "act"
    return "decree" if enacted_as in DECREES else "rule"


def front_matter(text: str) -> dict[str, list[str]]:
    """The plain values of a YAML head: `key: value`, or a list of `- value` below `key:`; nothing deeper."""
    facts: dict[str, list[str]] = {}
    key = ""
    for line in text.removeprefix("---\n").split("\n---", 1)[0].splitlines():
        if found := re.match(r"([^\s:-][^:]*):\s*(.*)", line):
            key = found[1]
            facts[key] = [value] if (value := found[2].strip("'\" ")) not in ("", "[]") else []
        elif line.startswith("- ") and ": " not in line:
            facts[key].append(line[2:].strip("'\" "))
    return facts


def national(archive: Path) -> Iterator[tuple[str, Row]]:
    """Each law of the archive with the folder it lies in."""
    with tarfile.open(archive, "r|*") as tar:
        for member in tar:
            if (stream := tar.extractfile(member)) and member.name.endswith(".md"):
                text = stream.read(HEAD_BYTES).decode("utf-8", "ignore")
                yield Path(member.name).parent.name, national_row(front_matter(text))


def national_row(facts: dict[str, list[str]]) -> Row:
    def one(key: str) -> str:
        return (facts.get(key) or [""])[0]

    title = one("제목")
    return {
        "title": title,
        "kind": kind_of(one("법령구분")),
        "jurisdiction": "대한민국",
        "law_id": one("법령ID"),
        "number": one("공포번호").lstrip("0"),
        "promulgated": one("공포일자"),
        "in_force": one("시행일자"),
        "ministry": "|".join(facts.get("소관부처", [])),
        "parent": "",
        "page": page(one("출처"), "법령", title),
    }


def page(address: str, folder: str, title: str) -> str:
    """The register page, or nothing if it follows from the title."""
    return "" if address == f"{SITE}{folder}/{title.replace(' ', '')}" else address


def with_parents(rows: Iterable[tuple[str, Row]]) -> Iterator[Row]:
    """Fill `parent`: the act (or decree) of the same folder, or else the one whose title the 시행령 carries."""
    found = sorted(rows, key=lambda pair: pair[1]["promulgated"])
    folders = {folder: row["law_id"] for folder, row in found if not is_child(row)}
    titles: dict[str, str] = defaultdict(str)
    titles.update({squeezed(row["title"]): row["law_id"] for _, row in found if not is_child(row)})
    for folder, row in found:
        if is_child(row):
            row["parent"] = folders.get(folder) or titles[re.sub("시행(령|규칙)$", "", squeezed(row["title"]))]
        yield row


def is_child(row: Row) -> bool:
    return row["title"].endswith(("시행령", "시행규칙"))


def squeezed(title: str) -> str:
    return title.replace(" ", "")


def ordinances(table: Path) -> Iterator[Row]:
    """The rows of a table of ordinances (title, kind, jurisdiction, numbers, dates, department, page)."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield {
                "title": row["title"],
                "kind": row["kind"],
                "jurisdiction": row["jurisdiction"],
                "law_id": row["law_id"],
                "number": row["promulgation_number"],
                "promulgated": row["promulgation_date"],
                "in_force": row["effective_date"],
                "ministry": row["department"],
                "parent": "",
                "page": page(row["url"], "자치법규", row["title"]),
            }


def write(target: Path, rows: Iterable[Row]) -> int:
    """Write a register table in a fixed order; returns the number of rows."""
    ordered = sorted(rows, key=lambda row: (row["title"], row["promulgated"], row["law_id"]))
    with target.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        out.writeheader()
        out.writerows(ordered)
    return len(ordered)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, help="kr.tar.xz: one Markdown file with front matter per national law")
    parser.add_argument("ordinances", type=Path, help="ordinances.csv: facts of local ordinances")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "loaders" / "data")
    args = parser.parse_args()
    laws = write(args.out / "laws.csv", with_parents(national(args.archive)))
    local = write(args.out / "ordinances.csv", ordinances(args.ordinances))
    print(f"{laws} national laws, {local} ordinances -> {args.out}")


if __name__ == "__main__":
    main()
