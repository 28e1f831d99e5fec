// shard and merge: what comes out is what one machine writes, and whatever is missing or doubled is told.
#include <gtest/gtest.h>

#include <algorithm>

#include "emit/manifest.h"
#include "tests/run_program.h"
#include "tests/testing.h"
#include "text/error.h"

namespace zhibiao {
namespace {

TEST(Manifest, LinesReadBackAsTheyWere) {
  const std::vector<ManifestLine> lines = {
      ShardedDocument{"a\t\"b\".txt", 3, "f00"},
      ErrorLine{"b.pdf", std::nullopt, "read", "is a scan"},
      ShardEnd{3, "shard-0003.jsonl", 7, 123456789012, "f01"},
  };
  for (const ManifestLine& line : lines) {
    std::string json;
    std::visit([&json](const auto& kind) { append_json(json, kind); }, line);
    json.pop_back();
    EXPECT_TRUE(parse_manifest_line(json) == line) << json;
  }
  for (const char* wrong :
       {"", "{}", "{\"type\":\"sharded\"}", "{\"type\":\"document\",\"shard\":1,\"shard_id\":\"\"}"}) {
    EXPECT_THROW(parse_manifest_line(wrong), Error) << wrong;
  }
}

TEST(Manifest, TheLineOfAShardIsTheDocument) {
  Document document{"a.txt", {}, "产值5亿元。\n\0"};
  document.meta.region = "某县";
  document.meta.year = 2022;
  document.meta.damaged = {{"nul", 1}};
  document.meta.extra = {{"shard_id", "\"mine\""}, {"tags", "[1,\"x\"]"}};
  const ShardLine line = shard_line(document);
  Document back = parse_corpus_line(std::string_view(line.json).substr(0, line.json.size() - 1));
  EXPECT_EQ(take_shard_id(back.meta), line.id);
  EXPECT_TRUE(back == document);
  document.text += "!";
  EXPECT_NE(shard_line(document).id, line.id);
}

class Shard : public ::testing::Test {
 protected:
  Shard() {
    folder.shell("mkdir d");
    for (int i = 0; i < 12; ++i) {
      std::string text = "某县" + std::to_string(2000 + i) + "年政府工作报告\n";
      for (int k = 0; k < 3 + 5 * (i % 4); ++k) text += "新增市场主体" + std::to_string(100 * i + k) + "户。\n";
      folder.write("d/r" + std::to_string(10 + i) + ".txt", i == 5 ? "" : text);
    }
    folder.write("d/r13x.txt", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
    folder.shell(
        "cp d/r12.txt x.md; zhibiao extract -q d x.md d/r12.txt > wanted; zhibiao shard -q d x.md d/r12.txt "
        "--shards 3 -o s; " +
        kExtract);
    wanted = folder.read("wanted");
  }

  // What is told when the results are so.
  Ran merge_after(const std::string& damage) const {
    return folder.shell(
        "rm -rf bad; cp -r r bad; cd bad; " + damage +
        "; cd ..; rm -f all; zhibiao merge s bad -o all >/dev/null 2>told; echo $?; ls all 2>/dev/null; "
        "zhibiao merge s bad 2>/dev/null >out.ndjson; cat told >&2");
  }

  static inline const std::string kExtract =
      "mkdir r; for f in s/*.jsonl; do zhibiao extract -q --jsonl --keep document $f -o r/$(basename $f "
      ".jsonl).ndjson; done";
  ProgramFolder folder;
  std::string wanted;
};

TEST_F(Shard, MergedIsWhatOneMachineWrites) {
  const Ran ran = folder.shell("zhibiao merge s r");
  EXPECT_EQ(ran.code, 4);  // of a picture
  EXPECT_TRUE(ran.out == wanted);
  EXPECT_NE(ran.out.find("\"doc\":\"d/r12.txt#2\""), std::string::npos);
  EXPECT_NE(ran.err.find("d/r13x.txt"), std::string::npos) << ran.err;
  EXPECT_EQ(folder.shell("zhibiao merge s/manifest.ndjson r -o all; cmp all wanted").code, 0);
}

TEST_F(Shard, DocumentLinesAreAsTheyWere) {
  folder.shell("rm -r r; " + kExtract + "; zhibiao extract -q --keep document d x.md d/r12.txt > wanted");
  EXPECT_EQ(folder.shell("zhibiao merge -q --keep document s r | cmp - wanted").code, 0);
  EXPECT_EQ(folder.shell("grep -c shard_id wanted").out, "0\n");
}

TEST_F(Shard, ACorpusGoesInAsWell) {
  folder.shell(
      "zhibiao read -q d/r1[0-4].txt | sed 's/{\"type\":\"document\",//;s/^/{\"note\":[1.50,\"x\"],/' > c.jsonl; "
      "echo '{' >> c.jsonl; zhibiao extract -q --jsonl --keep document c.jsonl > wanted; rm -r s r; "
      "zhibiao shard -q --jsonl c.jsonl --shard-bytes 2kb -o s; " +
      kExtract);
  EXPECT_EQ(folder.shell("zhibiao merge -q --keep document s r | cmp - wanted").code, 0);
  EXPECT_GT(folder.shell("ls s | wc -l").out, "3\n");
}

TEST_F(Shard, ShardsAreEven) {
  const Ran sizes = folder.shell("for f in s/*.jsonl; do wc -c < $f; done | sort -n; wc -c < d/r13.txt");
  std::istringstream numbers(sizes.out);
  size_t smallest = 0, middle = 0, largest = 0, document = 0;
  numbers >> smallest >> middle >> largest >> document;
  EXPECT_GT(smallest, 1000u);
  EXPECT_LT(largest - smallest, document + 1000) << sizes.out;
  EXPECT_EQ(folder.shell("zhibiao -j 1 shard -q d x.md d/r12.txt --shards 3 -o t; diff -r s t").code, 0);
  EXPECT_EQ(folder.shell("zhibiao shard -q d --shards 40 -o many; ls many | wc -l").out, "41\n");
}

TEST_F(Shard, WhatIsMissingOrDoubledIsNamed) {
  struct Case {
    const char* damage;
    const char* told;
  };
  for (const auto& [damage, told] : std::initializer_list<Case>{
           {"rm shard-0002.ndjson", "bad/shard-0002.ndjson: No such file or directory: "},
           {": > shard-0002.ndjson", "bad/shard-0002.ndjson: lacks d/r1"},
           {"sed -i '/r19.txt/d' *.ndjson", ": lacks d/r19.txt"},
           {"sed -i '/\"document\".*r19.txt/p' *.ndjson", ": holds d/r19.txt twice"},
           {"cat shard-0001.ndjson >> shard-0002.ndjson",
            "bad/shard-0002.ndjson: holds d/r10.txt, which is none of its shard"},
           {"cat shard-0003.ndjson >> shard-0003.ndjson.x; cat shard-0003.ndjson.x >> shard-0003.ndjson", " twice"},
           {"sed -i '$d' shard-0001.ndjson", "bad/shard-0001.ndjson: ends before shard-0001.jsonl does"},
           {"sed -i '/r19.txt\",\"id\":3,/d' *.ndjson", "is not observation 3 of this document"},
           {"sed -i 's/\\(r19.txt\",\"id\":3,.*\\).$/\\1/' *.ndjson", " is cut off"},
           {"sed -i 's/r18.txt\",\"id\"/r17.txt\",\"id\"/' *.ndjson", "is not observation 1 of this document"},
           {"sed -i 's/,\"shard_id\":\"[^\"]*\"//' *.ndjson", "which is none of its shard"},
           {"sed -i 's/\"shard_id\":\"./\"shard_id\":\"x/' shard-0001.ndjson", "which is none of its shard"},
           {"sed -i '/\"document\"/d' shard-0001.ndjson", "begins with no document line (extract --keep document)"},
           {"echo '{\"type\":\"error\",\"doc\":null,\"line\":3,\"stage\":\"read\",\"message\":\"out of memory\"}' >> "
            "shard-0001.ndjson; tac shard-0001.ndjson > x; mv x shard-0001.ndjson",
            "bad/shard-0001.ndjson: begins with no document line"},
       }) {
    const Ran ran = merge_after(damage);
    EXPECT_EQ(ran.out, "4\n") << damage;  // and no file
    EXPECT_NE(ran.err.find(told), std::string::npos) << damage << "\n" << ran.err;
    EXPECT_NE(ran.err.find("all: not written, since it would not be complete"), std::string::npos) << ran.err;
    EXPECT_NE(folder.read("out.ndjson").find("\"stage\":\"merge\""), std::string::npos) << damage;
  }
}

TEST_F(Shard, TheRestIsWritten) {
  merge_after("sed -i '/r19.txt/d' *.ndjson");
  EXPECT_EQ(folder.shell("grep -v r19.txt wanted > w; grep -v '\"stage\":\"merge\"' out.ndjson | cmp - w").code, 0);
}

TEST_F(Shard, NothingIsOverwritten) {
  const Ran again = folder.shell("zhibiao shard d -o s");
  EXPECT_EQ(again.code, 2);
  EXPECT_NE(again.err.find("s: is there already"), std::string::npos) << again.err;
  for (const char* arguments :
       {"shard nothing.txt -o new", "shard d -o /proc/new", "merge new r", "merge d r", "shard d"}) {
    EXPECT_EQ(folder.shell(std::string("zhibiao ") + arguments).code, 2) << arguments;
  }
  EXPECT_EQ(folder.shell("ls -d new* 2>/dev/null").out, "");
}

TEST_F(Shard, AFolderAppearsWhenItIsWhole) {
  const Ran ran = folder.shell(
      "mkfifo p; '" + ProgramFolder::program() +
      "' shard --jsonl - -o new < p 2>/dev/null & P=$!; exec 3> p; "
      "zhibiao read -q d/r10.txt >&3; until [ -e new.part/manifest.ndjson.part ]; do sleep 0.05; done; ls -d new; "
      "kill -KILL $P; wait $P; exec 3>&-; touch new.part/shard-9999.jsonl; zhibiao shard -q d -o new --shards 1; ls "
      "new");
  EXPECT_EQ(ran.out, "manifest.ndjson\nshard-0001.jsonl\n") << ran.err;
}

}  // namespace
}  // namespace zhibiao
