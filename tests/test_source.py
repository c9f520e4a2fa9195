"""Documents: numbered lines over the text as it is, encodings told apart, bad files refused with a place."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from geungeo.loaders.source import discover, document, read
from geungeo.ontology.errors import SourceError
from hypothesis import given
from hypothesis import strategies as st

from .texts import doc


def test_only_line_ends_end_a_line() -> None:
    made = doc("하나\x0c둘\x0b셋\u2028넷\u0085다섯\r\n여섯\r일곱\n")
    assert [line.text for line in made.lines] == ["하나\x0c둘\x0b셋\u2028넷\u0085다섯", "여섯", "일곱", ""]
    assert [line.number for line in made.lines] == [1, 2, 3, 4]


@given(st.text(alphabet="가나 \n\r\t\x0c\u2028\u0085A"))
def test_the_lines_are_the_text(text: str) -> None:
    made = doc(text)
    assert all(made.text[line.start : line.end] == line.text for line in made.lines)
    ends = zip(made.lines, made.lines[1:], strict=False)
    assert all(made.text[a.end : b.start] in ("\n", "\r", "\r\n") for a, b in ends)
    assert made.lines[-1].end == len(made.text)


def test_offsets_point_into_the_composed_text() -> None:
    made = doc("\u1112\u1161\u11ab\u1100\u1173\u11af ㆍ ㅇ ㎡")
    assert made.text == "한글 ㆍ ㅇ ㎡"
    assert made.line_span(made.lines[0], 0, 2).quote == "한글"


def test_a_span_without_columns_leaves_outer_blanks_out() -> None:
    made = doc(" 가 나 　\n  다  ")
    assert made.line_span(made.lines[0]).quote == "가 나"
    assert made.lines_span(made.lines).quote == "가 나 　\n  다"
    assert (made.lines_span(made.lines).first_line, made.lines_span(made.lines).last_line) == (1, 2)


def test_a_blank_line_gives_an_empty_span() -> None:
    made = doc("   ")
    assert made.line_span(made.lines[0]).quote == ""


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_both_encodings_give_the_same_text(tmp_path: Path, encoding: str) -> None:
    path, text = tmp_path / "a.txt", "Ⅰ. 일반현황\r\nㅇ 추진근거 : 「하천법」"
    path.write_bytes(text.encode(encoding))
    made = read(path)
    assert (made.text, made.encoding, made.id) == (text, encoding, "a.txt")
    assert made.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "업무보고".encode())
    assert (read(path, "x").text, read(path).encoding, read(path, "x").id) == ("업무보고", "utf-8", "x")


def test_a_text_in_memory_is_hashed_too() -> None:
    assert document("가", id="x").sha256 == hashlib.sha256("가".encode()).hexdigest()


@pytest.mark.parametrize(
    ("raw", "line", "words"),
    [
        (b"", 1, "empty"),
        (b" \r\n\t", 1, "empty"),
        ("보고".encode("utf-16"), 1, "UTF-16"),
        ("보고\n".encode() + b"PK\x03\x04\x00", 2, "binary"),
        ("가나\n다라\n".encode() + b"\xff\xfe\n", 3, "unknown encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(tmp_path: Path, raw: bytes, line: int, words: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(raw)
    with pytest.raises(SourceError) as caught:
        read(path)
    assert (caught.value.line, caught.value.file) == (line, str(path))
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_a_file_that_ends_inside_a_character_is_read_up_to_there(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "cut.txt"
    path.write_bytes("가나\n다라마".encode(encoding)[:-1])
    assert (read(path).text, read(path).encoding, read(path).cut) == ("가나\n다라", encoding, True)
    path.write_bytes("가나\n다라마".encode(encoding))
    assert not read(path).cut


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(SourceError, match="cannot be read"):
        read(tmp_path)


def test_sources_are_known_by_their_path_below_the_argument(tmp_path: Path) -> None:
    for name in ("나.txt", "가/a.TXT", "가/b.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [id for id, _ in discover([tmp_path])] == ["가/a.TXT", "나.txt"]
    assert [id for id, _ in discover([tmp_path / "나.txt", tmp_path / "나.txt"])] == ["나.txt"]


def test_two_sources_of_one_name_are_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "r.txt").write_text("x", encoding="utf-8")
    with pytest.raises(SourceError, match=r"two sources are called r\.txt"):
        discover([tmp_path / "a", tmp_path / "b"])


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no report"):
        discover([tmp_path])
