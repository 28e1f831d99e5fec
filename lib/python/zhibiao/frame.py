"""Observations as a pandas DataFrame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Union

from .observation import FIELDS, Observation
from .report import Report

if TYPE_CHECKING:
    import pandas

_NUMBERS = ("value", "low", "high", "base_value", "base_low", "base_high")
_LISTS = ("members", "section", "rules")


def to_frame(observations: Iterable[Union[Observation, Report]]) -> pandas.DataFrame:
    """A row for each observation, columns named and ordered as its fields. Numbers are float64, NaN where there is none;
    headings, members and rules are joined with `` / ``; `begin` and `end` in place of `spans` are those of the value.
    Takes observations, reports, or an iterator of either. Needs pandas (Debian: python3-pandas)."""
    import pandas

    rows: list[Observation] = []
    for one in observations:
        rows.extend(one) if isinstance(one, Report) else rows.append(one)
    columns = {field: [getattr(row, field) for row in rows] for field in FIELDS if field != "spans"}
    frame = pandas.DataFrame(columns, columns=[field for field in FIELDS if field != "spans"])
    for field in _NUMBERS:
        frame[field] = frame[field].astype("float64")
    for field in _LISTS:
        frame[field] = [" / ".join(texts) if texts else None for texts in columns[field]]
    frame["part_of"] = frame["part_of"].astype("Int64")
    place = frame.columns.get_loc("sentence") + 1
    frame.insert(place, "begin", [row.spans.value.start for row in rows])
    frame.insert(place + 1, "end", [row.spans.value.stop for row in rows])
    return frame
