"""Reports in, observations out."""

from __future__ import annotations

import json
import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Deque, Iterable, Iterator, Literal, Mapping, Optional, Tuple, Union, overload

from . import _zhibiao
from .errors import DocumentError, GrammarError
from .report import Report

Path = Union[str, "os.PathLike[str]"]


class Grammar:
    """How things are said. ``Grammar()`` is the one that is built in, ``Grammar(path)`` a folder like ``grammars/``. It
    never changes, and threads may share it. Raises :class:`GrammarError` that names all problems."""

    def __init__(self, path: Optional[Path] = None) -> None:
        try:
            self._extractor = _zhibiao.Extractor(None if path is None else os.fspath(path))
        except _zhibiao.Error as error:
            raise GrammarError(str(error)) from None

    @property
    def hash(self) -> str:
        """16 hex digits, of all its files."""
        return self._extractor.hash

    def __reduce__(self) -> Tuple[object, ...]:
        raise TypeError("a Grammar stays in its process; make it anew from its folder in the other")


_embedded: Optional[Grammar] = None


def _grammar(given: Optional[Grammar]) -> Grammar:
    global _embedded
    if given is not None:
        return given
    if _embedded is None:
        _embedded = Grammar()
    return _embedded


def extract(
    source: Union[str, bytes, "os.PathLike[str]"],
    *,
    name: Optional[str] = None,
    grammar: Optional[Grammar] = None,
    format: Optional[str] = None,
    encoding: Optional[str] = None,
    meta: Optional[Mapping[str, object]] = None,
) -> Report:
    """Reads one report and finds every claim with a number.

    ``source`` is the text of a report (``str``), the bytes of a file in any format that the command reads (``bytes``), or
    the file (``pathlib.Path``). ``name`` becomes ``doc``; a path is its own name. ``format`` (txt, md, html, docx, doc,
    pdf) and ``encoding`` are detected where they are not given. ``meta`` is what is known of the report, as with the
    command's ``--meta``: ``{"region": "盘锦市", "year": 2022}``; it wins over what is detected.

    Raises :class:`DocumentError` for what cannot be read, ``OSError`` for a file that cannot be opened, ``ValueError`` for
    an option that cannot be. Releases the GIL while it works.
    """
    if isinstance(source, str):
        given = source.encode("utf-8", "replace")  # a lone surrogate becomes one "?": spans stay right
        if source.startswith("\ufeff"):
            given = b"\xef\xbb\xbf" + given  # the reader drops one
        content, format, encoding = given, format or "txt", "utf-8"
    elif isinstance(source, (bytes, bytearray, memoryview)):
        content = bytes(source)
    else:
        path = os.fspath(source)  # a number is no path, though open() takes it
        with open(path, "rb") as file:
            content = file.read()
        name = path if name is None else name
    known = [(key, str(value)) for key, value in (meta or {}).items() if value is not None]
    return _extract(content, name or "", _grammar(grammar), format, encoding, known)


def _extract(
    content: bytes,
    name: str,
    grammar: Grammar,
    format: Optional[str],
    encoding: Optional[str],
    known: list[tuple[str, str]],
) -> Report:
    try:
        return Report(grammar._extractor.extract(content, name, format, encoding, known))
    except _zhibiao.Error as error:
        raise DocumentError(name, str(error)) from None


def extract_corpus(path: Path, *, grammar: Optional[Grammar] = None) -> Iterator[Report]:
    """Reads a JSON Lines corpus, or a shard of one, and yields its reports in order: an object a line with ``doc`` and
    ``text``; more keys are what is known of the report. The observations are those of the command's ``--jsonl``; ``meta``
    tells of texts, whatever they were made of, and keeps of keys of your own those that are strings or numbers.

    Raises ``ValueError`` for a line that is no such object, ``OSError`` for a file that cannot be opened.
    """
    names = _zhibiao.UniqueNames()
    with open(path, "rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                known = json.loads(line)
                text, name = known.pop("text"), known.pop("doc")
            except (ValueError, TypeError, AttributeError, KeyError) as error:
                raise ValueError(f"{os.fspath(path)}:{number}: {error!r}") from None
            meta = {key: value for key, value in known.items() if key not in _OF_FILES and value != "" and _is_plain(value)}
            yield extract(text, name=names.unique(name), grammar=grammar, meta=meta)


_OF_FILES = ("format", "encoding", "damaged", "sha256")


def _is_plain(value: object) -> bool:
    return isinstance(value, (str, int, float)) and not isinstance(value, bool)


@overload
def extract_many(
    paths: Iterable[Path],
    *,
    jobs: Optional[int] = ...,
    errors: Literal["raise"] = ...,
    grammar: Optional[Grammar] = ...,
    format: Optional[str] = ...,
    encoding: Optional[str] = ...,
    meta: Optional[Mapping[str, object]] = ...,
) -> Iterator[Report]: ...


@overload
def extract_many(
    paths: Iterable[Path],
    *,
    jobs: Optional[int] = ...,
    errors: Literal["return"],
    grammar: Optional[Grammar] = ...,
    format: Optional[str] = ...,
    encoding: Optional[str] = ...,
    meta: Optional[Mapping[str, object]] = ...,
) -> Iterator[Union[Report, DocumentError, OSError]]: ...


def extract_many(
    paths: Iterable[Path],
    *,
    jobs: Optional[int] = None,
    errors: Literal["raise", "return"] = "raise",
    grammar: Optional[Grammar] = None,
    format: Optional[str] = None,
    encoding: Optional[str] = None,
    meta: Optional[Mapping[str, object]] = None,
) -> Iterator[Union[Report, DocumentError, OSError]]:
    """Reads files in ``jobs`` threads (default: one a core) and yields their reports in the order of ``paths``, whichever is
    done first. Only a few reports are held at once, so ``paths`` may be endless. A second document of a name is called
    ``name#2``, as the command does.

    A file that cannot be read raises what :func:`extract` raises, which ends the iteration; with ``errors="return"`` the
    exception comes in the report's place, and the next file follows.
    """
    if errors not in ("raise", "return"):
        raise ValueError(f'errors is "raise" or "return", not {errors!r}')
    workers = jobs or os.cpu_count() or 1
    if workers < 1:
        raise ValueError(f"jobs: {jobs}")
    chosen, names = _grammar(grammar), _zhibiao.UniqueNames()

    def one(path: Path, name: str) -> Union[Report, DocumentError, OSError]:
        try:
            with open(path, "rb") as file:
                content = file.read()
            return extract(content, name=name, grammar=chosen, format=format, encoding=encoding, meta=meta)
        except (DocumentError, OSError) as error:
            if errors == "raise":
                raise
            return error

    def in_order() -> Iterator[Union[Report, DocumentError, OSError]]:
        waiting: Deque[Future[Union[Report, DocumentError, OSError]]] = deque()
        with ThreadPoolExecutor(workers) as pool:
            try:
                for path in paths:
                    waiting.append(pool.submit(one, path, names.unique(os.fspath(path))))
                    if len(waiting) > 2 * workers:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()

    def alone() -> Iterator[Union[Report, DocumentError, OSError]]:
        for path in paths:
            yield one(path, names.unique(os.fspath(path)))

    return alone() if workers == 1 else in_order()
