"""Observations as dataclasses, dictionaries and a DataFrame."""
import ast
import dataclasses
import doctest
import inspect
import json
import pathlib
import pickle
from decimal import Decimal

import pytest
import zhibiao
import zhibiao._zhibiao
from conftest import reports

SAMPLE = pathlib.Path("samples/xinglongtai_2023_work_report.txt")


@pytest.fixture(scope="module")
def report():
    return zhibiao.extract(SAMPLE)


def test_a_dictionary_is_the_line():
    for one in zhibiao.extract_many(reports()):
        lines = [json.loads(line) for line in one.to_json().splitlines()]
        assert [o.to_dict() for o in one] == lines
        assert all(list(o.to_dict()) == list(line) for o, line in zip(one, lines))


def test_numbers_are_exact():
    o = zhibiao.extract("2022年粮食产量0.1234567890123456789万吨。")[0]
    assert o.value == Decimal("0.1234567890123456789")
    assert isinstance(zhibiao.extract("2022年引进企业7484户。")[0].to_dict()["value"], int)


def test_fields_have_their_types(report):
    first = report[0]
    assert dataclasses.is_dataclass(first) and dataclasses.is_dataclass(first.spans)
    assert [field.name for field in dataclasses.fields(first)] == list(first.to_dict())[1:]
    assert (first.indicator, first.value, first.unit, first.low) == ("地区生产总值", Decimal(424), "亿元", None)
    assert isinstance(first.section, tuple) and isinstance(first.rules, tuple) and isinstance(first.spans.value, slice)
    assert any(o.members is not None and len(o.members) > 1 for one in zhibiao.extract_many(reports()) for o in one)
    with pytest.raises(dataclasses.FrozenInstanceError):
        first.value = 1


def test_observations_are_values(report):
    again = zhibiao.extract(SAMPLE)
    assert report.observations == again.observations and len(set(report) | set(again)) == len(report)
    assert pickle.loads(pickle.dumps(report[0])) == report[0]
    assert dataclasses.replace(report[0], unit="元").unit == "元"


def test_frame(report):
    frame = report.to_frame()
    assert len(frame) == len(report)
    assert frame["value"].dtype == "float64" and frame["base_value"].dtype == "float64"
    row = frame.iloc[0]
    assert (row["indicator"], row["value"], row["base_value"]) == ("地区生产总值", 424, 42400000000)
    assert report.text[row["begin"] : row["end"]] == row["value_text"]
    assert row["section"] == " / ".join(report[0].section)
    both = zhibiao.to_frame([report, report[0]])
    assert len(both) == len(report) + 1
    assert zhibiao.to_frame(zhibiao.extract_many([SAMPLE])).equals(frame)
    nothing = zhibiao.extract("").to_frame()
    assert len(nothing) == 0 and list(nothing.columns) == list(frame.columns)


def test_the_stub_names_what_is_there():
    stub = ast.parse(pathlib.Path("lib/python/zhibiao/_zhibiao.pyi").read_text())
    for node in (node for node in stub.body if isinstance(node, ast.ClassDef)):
        real = getattr(zhibiao._zhibiao, node.name)
        for member in (member for member in node.body if isinstance(member, ast.FunctionDef)):
            assert hasattr(real, member.name), f"{node.name}.{member.name}"
    named = {node.name for node in stub.body if isinstance(node, ast.ClassDef)}
    assert {name for name in dir(zhibiao._zhibiao) if not name.startswith("__")} == named


def test_everything_public_is_documented():
    for name in zhibiao.__all__:
        if name.startswith("__"):
            continue
        one = getattr(zhibiao, name)
        assert inspect.getdoc(one), name
        if inspect.isfunction(one):
            hints = inspect.signature(one)
            assert all(p.annotation is not p.empty for p in hints.parameters.values()), name
            assert hints.return_annotation is not hints.empty, name


def test_the_example_of_the_package():
    found = doctest.testmod(zhibiao)
    assert found.attempted >= 3 and found.failed == 0
