"""A report that was read, with its observations."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Iterator, Optional, Tuple, Union, overload

from . import _zhibiao
from .observation import Observation, Spans

if TYPE_CHECKING:
    import pandas


class Report(Sequence[Observation]):
    """A sequence of observations in text order. Made by :func:`extract` and its like."""

    def __init__(self, report: _zhibiao.Report) -> None:
        self._report = report
        self._observations: Optional[Tuple[Observation, ...]] = None
        self._text: Optional[str] = None

    @property
    def doc(self) -> str:
        """The name under which it was read."""
        return self._report.doc

    @property
    def text(self) -> str:
        """The decoded text, which spans slice. Of a ``str`` that was passed in, that string."""
        if self._text is None:
            self._text = self._report.text
        return self._text

    @property
    def meta(self) -> dict[str, Any]:
        """What was found out about the report: title, doc_type, region, report_year, year, …"""
        meta: dict[str, Any] = json.loads(self._report.document_json())["meta"]
        return meta

    @property
    def observations(self) -> Tuple[Observation, ...]:
        if self._observations is None:
            maker = _zhibiao.ObservationMaker(Observation, Spans, Decimal)
            self._observations = tuple(self._report.observations(maker))
        return self._observations

    def to_json(self, *, document: bool = False) -> bytes:
        """JSON Lines, the very bytes that ``zhibiao extract`` prints, with ``document`` those of ``--keep document``. Makes
        no Python objects on the way."""
        return self._report.document_json() + self._report.json() if document else self._report.json()

    def to_frame(self) -> pandas.DataFrame:
        """A row for each observation; see :func:`zhibiao.to_frame`."""
        from .frame import to_frame

        return to_frame(self)

    def __len__(self) -> int:
        return len(self._report)

    @overload
    def __getitem__(self, index: int) -> Observation: ...

    @overload
    def __getitem__(self, index: slice) -> Tuple[Observation, ...]: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[Observation, Tuple[Observation, ...]]:
        return self.observations[index]

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.observations)

    def __repr__(self) -> str:
        return f"<Report {self.doc!r} with {len(self)} observations>"
