"""zhibiao (指标): every claim with a number in a Chinese government report, with its exact place in the text.

>>> import zhibiao
>>> report = zhibiao.extract("2022年地区生产总值424亿元，增速-2.6%，总量全市第一。")
>>> for o in report:
...     print(o.indicator, o.measure, o.value_text, o.value, report.text[o.spans.value])
地区生产总值 level 424亿元 424 424亿元
地区生产总值 growth -2.6% -2.6 -2.6%
地区生产总值 rank 第一 1 第一
"""

from ._zhibiao import __version__
from .errors import DocumentError, Error, GrammarError
from .extraction import Grammar, extract, extract_corpus, extract_many
from .frame import to_frame
from .observation import Observation, Spans
from .report import Report

__all__ = [
    "DocumentError",
    "Error",
    "Grammar",
    "GrammarError",
    "Observation",
    "Report",
    "Spans",
    "__version__",
    "extract",
    "extract_corpus",
    "extract_many",
    "to_frame",
]
