"""What a report claims. Field by field as in docs/observation.md; what is null there is None."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Literal, Optional, Tuple


@dataclass(frozen=True, slots=True)
class Spans:
    """Where in the report's text the fields were read: ``report.text[observation.spans.value]``. None for a field that
    the text does not tell, or that was inherited from somewhere else."""

    value: slice
    sentence: slice
    indicator: Optional[slice]
    subject: Optional[slice]
    scope: Optional[slice]
    ratio_to: Optional[slice]
    period: Optional[slice]
    status: Optional[slice]
    tone: Optional[slice]
    basis: Optional[slice]
    rank_scope: Optional[slice]
    condition: Optional[slice]

    def __hash__(self) -> int:  # slices have none
        return hash((self.value.start, self.value.stop))

    def to_dict(self) -> dict[str, list[int]]:
        """Name to [begin, end), of the fields that have a span."""
        spans = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {field: [span.start, span.stop] for field, span in spans if span is not None}


@dataclass(frozen=True, slots=True)
class Observation:
    """One claim with a number: what is measured, how much, of what year, reached or planned, and where it is said."""

    doc: str
    id: int
    indicator: Optional[str]
    members: Optional[Tuple[str, ...]]
    indicator_id: Optional[str]
    subject: Optional[str]
    scope: Optional[str]
    measure: Literal["level", "growth", "change", "rank"]
    value: Optional[Decimal]
    low: Optional[Decimal]
    high: Optional[Decimal]
    unit: Optional[str]
    bound: Literal["exact", "at_least", "more", "at_most", "less", "about"]
    ratio_to: Optional[str]
    region: Optional[str]
    region_code: Optional[str]
    period: Optional[str]
    status: Literal["actual", "estimate", "target", "baseline"]
    tone: Optional[str]
    basis: Optional[str]
    rank_of: Optional[Literal["level", "growth"]]
    rank_scope: Optional[str]
    condition: Optional[str]
    base_value: Optional[str]
    base_low: Optional[str]
    base_high: Optional[str]
    base_unit: Optional[str]
    value_text: str
    section: Tuple[str, ...]
    sentence: str
    spans: Spans
    group: int
    part_of: Optional[int]
    rules: Tuple[str, ...]

    def __hash__(self) -> int:
        return hash((self.doc, self.id, self.spans))

    def to_dict(self) -> dict[str, Any]:
        """What ``json.loads`` makes of the line that ``zhibiao extract`` prints: numbers are int or float. The exact ones
        are the attributes."""
        told: dict[str, Any] = {"type": "observation"}
        for field in FIELDS:
            told[field] = _plain(getattr(self, field))
        return told


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Spans):
        return value.to_dict()
    return value


FIELDS = tuple(field.name for field in fields(Observation))
