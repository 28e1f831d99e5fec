"""extract, extract_many, Grammar and the errors: the same bytes and the same words as the command."""
import itertools
import json
import pathlib
import pickle
import threading

import pytest
import zhibiao
from conftest import reports

SAMPLE = pathlib.Path("samples/xinglongtai_2023_work_report.txt")
SENTENCE = "2022年地区生产总值完成424亿元，下降2.6%，总量全市第一。"


def test_the_bytes_of_the_command(command):
    wanted, code = command("extract", "-j1", *reports())
    assert code == 0
    assert b"".join(zhibiao.extract(path).to_json() for path in reports()) == wanted
    assert b"".join(report.to_json() for report in zhibiao.extract_many(reports(), jobs=3)) == wanted


def test_text_bytes_and_path_are_the_same_report():
    of_path = zhibiao.extract(SAMPLE)
    of_bytes = zhibiao.extract(SAMPLE.read_bytes(), name=str(SAMPLE))
    of_text = zhibiao.extract(SAMPLE.read_bytes().decode(), name=str(SAMPLE))
    assert of_path.to_json() == of_bytes.to_json() == of_text.to_json()
    assert of_path.doc == str(SAMPLE)
    assert len(of_path) > 100


def test_other_encodings():
    text = SAMPLE.read_text(encoding="utf-8")
    assert zhibiao.extract(text.encode("gb18030"), name="a").to_json() == zhibiao.extract(text, name="a").to_json()
    assert zhibiao.extract(text.encode("utf-16-le"), name="a", encoding="utf-16le").text == text


@pytest.mark.parametrize("text", ["\ufeff" + SENTENCE, "𝒢\r\n" + SENTENCE, "\ud800" + SENTENCE, "<html>" + SENTENCE, ""])
def test_spans_slice_the_string_as_it_is(text):
    report = zhibiao.extract(text)
    for o in report:
        assert text[o.spans.value] == o.value_text
        assert text[o.spans.sentence] == report.text[o.spans.sentence]
    assert [o.value_text for o in report] == (["424亿元", "2.6%", "第一"] if text else [])


def test_spans_of_all_reports():
    for report in zhibiao.extract_many(reports()):
        for o in report:
            assert report.text[o.spans.value] == o.value_text
            assert o.spans.sentence.start <= o.spans.value.start < o.spans.value.stop <= o.spans.sentence.stop


def test_meta_wins(command):
    report = zhibiao.extract(SENTENCE, meta={"region": "盘锦市", "year": 2021, "source": "web", "date": None})
    assert report.meta["region"] == "盘锦市" and report.meta["year"] == 2021 and report.meta["source"] == "web"
    assert report[0].region == "盘锦市"
    told = command("read", "--meta", "region=盘锦市", SAMPLE)[0]
    wanted = json.loads(told)["meta"]
    assert zhibiao.extract(SAMPLE, meta={"region": "盘锦市"}).meta == wanted
    with pytest.raises(ValueError, match="year is no year of four digits"):
        zhibiao.extract(SENTENCE, meta={"year": "last"})


def test_a_report_is_a_sequence():
    report = zhibiao.extract(SENTENCE)
    assert len(report) == 3 and report[-1].measure == "rank" and report[:2] == report.observations[:2]
    assert [o.id for o in report] == [1, 2, 3] and report[1] in report
    assert repr(report) == "<Report '' with 3 observations>"


def test_a_corpus_is_what_the_command_reads(command, tmp_path):
    command("shard", *reports(), "--shards", "1", "-o", tmp_path / "shards")
    shard = tmp_path / "shards" / "shard-0001.jsonl"
    wanted, _ = command("extract", "--jsonl", shard)
    read = list(zhibiao.extract_corpus(shard))
    assert b"".join(report.to_json() for report in read) == wanted
    (tmp_path / "shard-0001.ndjson").write_bytes(b"".join(report.to_json(document=True) for report in read))
    merged, code = command("merge", tmp_path / "shards", tmp_path)
    assert merged == wanted and code == 0
    for wrong in ('{"doc": "a"}', "{", "[]", '"text"'):
        shard.write_text('{"doc": "a", "text": "产值5亿元。", "year": 2021, "own": [1]}\n\n' + wrong)
        corpus = zhibiao.extract_corpus(shard)
        assert next(corpus).meta["year"] == 2021
        with pytest.raises(ValueError, match="shard-0001.jsonl:3: "):
            next(corpus)


def test_errors_are_the_commands(command, tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nno more")
    line, code = command("extract", broken)
    assert code == 4
    with pytest.raises(zhibiao.DocumentError) as raised:
        zhibiao.extract(broken)
    assert str(raised.value) == f"{broken} {json.loads(line)['message']}"
    assert raised.value.doc == str(broken) and isinstance(raised.value, zhibiao.Error)
    assert pickle.loads(pickle.dumps(raised.value)).doc == str(broken)
    with pytest.raises(FileNotFoundError):
        zhibiao.extract(tmp_path / "nothing")
    with pytest.raises(ValueError, match="unknown format: docy"):
        zhibiao.extract(b"x", format="docy")
    with pytest.raises(zhibiao.DocumentError, match="klingon"):
        zhibiao.extract(b"x", encoding="klingon")
    with pytest.raises(TypeError):
        zhibiao.extract(7)


def test_many_in_order_with_errors_in_place(tmp_path):
    broken, missing = tmp_path / "broken.pdf", tmp_path / "missing.txt"
    broken.write_bytes(b"%PDF-1.7")
    paths = [SAMPLE, broken, missing, str(SAMPLE)]
    first, second, third, fourth = zhibiao.extract_many(paths, jobs=4, errors="return")
    assert isinstance(second, zhibiao.DocumentError) and isinstance(third, FileNotFoundError)
    assert (first.doc, fourth.doc) == (str(SAMPLE), f"{SAMPLE}#2")
    several = zhibiao.extract_many(paths, jobs=2)
    assert next(several).doc == str(SAMPLE)
    with pytest.raises(zhibiao.DocumentError):
        next(several)
    with pytest.raises(ValueError):
        zhibiao.extract_many(paths, errors="ignore")
    with pytest.raises(ValueError):
        zhibiao.extract_many(paths, jobs=-1)


def test_many_holds_a_few_at_once(tmp_path):
    small = tmp_path / "small.txt"
    small.write_text(SENTENCE)
    asked = []
    endless = (asked.append(n) or small for n in itertools.count())
    several = zhibiao.extract_many(endless, jobs=2)
    assert [len(next(several)) for _ in range(10)] == [3] * 10
    assert len(asked) < 20
    several.close()


def test_the_gil_is_released():
    """While a long report is read in one thread, another one runs: it sees the first begin and not yet end."""
    long_report = (SENTENCE + "\n") * 20000
    done, turns = threading.Event(), 0
    thread = threading.Thread(target=lambda: (zhibiao.extract(long_report), done.set()))
    thread.start()
    while not done.wait(0.001):
        turns += 1
    thread.join()
    assert turns > 10


def test_threads_share_a_grammar():
    grammar = zhibiao.Grammar()
    wanted = zhibiao.extract(SAMPLE, grammar=grammar).to_json()
    found = []
    threads = [threading.Thread(target=lambda: found.append(zhibiao.extract(SAMPLE, grammar=grammar).to_json())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 4


def test_a_grammar_of_a_folder(tmp_path, command):
    grammar = zhibiao.Grammar(pathlib.Path("grammars"))
    assert grammar.hash == zhibiao.Grammar().hash and len(grammar.hash) == 16
    assert zhibiao.extract(SENTENCE, grammar=grammar).to_json() == zhibiao.extract(SENTENCE).to_json()
    with pytest.raises(zhibiao.GrammarError) as raised:
        zhibiao.Grammar(tmp_path)
    assert raised.value.problems and str(tmp_path) in raised.value.problems[0]


def test_the_version_is_the_commands(command):
    assert command("--version")[0].decode().startswith(f"zhibiao {zhibiao.__version__}, ")
