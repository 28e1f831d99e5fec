// Folders, archives and lists of files on the command line, and what is told of them at the end.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "emit/json.h"
#include "tests/format_files.h"
#include "tests/run_program.h"
#include "text/decode.h"
#include "text/error.h"
#include "text/read.h"

namespace zhibiao {
namespace {

class Batch : public ::testing::Test {
 protected:
  Batch() {
    shell("mkdir -p d/sub d/empty");
    folder.write("d/b.txt", "新增市场主体7484户。\n");
    folder.write("d/a.md", "# 报告\n");
    folder.write("d/sub/c.html", "<html><p>引进项目31个。</p>");
    folder.write("d/skipped.bin", "\x01\x02");
    folder.write("d/.hidden.txt", "x");
  }
  Ran shell(const std::string& command) const { return folder.shell(command); }

  // The names of the documents and errors, in order.
  std::vector<std::string> names(const std::string& command) const {
    std::vector<std::string> found;
    const Ran ran = shell(command);
    for (size_t begin = 0; begin < ran.out.size();) {
      const size_t end = ran.out.find('\n', begin);
      const Line line = parse_line(ran.out.substr(begin, end - begin));
      if (const auto* document = std::get_if<DocumentLine>(&line)) found.push_back(document->document.doc);
      if (const auto* error = std::get_if<ErrorLine>(&line)) found.push_back("! " + error->doc.value_or("?"));
      begin = end + 1;
    }
    return found;
  }

  ProgramFolder folder;
};

using Names = std::vector<std::string>;

TEST_F(Batch, FoldersInOrder) {
  EXPECT_EQ(names("zhibiao read d"), (Names{"d/a.md", "d/b.txt", "d/sub/c.html"}));
  EXPECT_EQ(names("zhibiao read d/sub d/b.txt d/sub"), (Names{"d/sub/c.html", "d/b.txt", "d/sub/c.html#2"}));
  EXPECT_EQ(names("zhibiao read d/empty"), (Names{"! d/empty"}));
}

TEST_F(Batch, LinksMakeNoLoops) {
  shell("ln -s .. d/sub/up; ln -s b.txt d/link.txt; ln -s self.txt d/self.txt; ln -s d e");
  EXPECT_EQ(names("zhibiao read d"), (Names{"d/a.md", "d/b.txt", "d/link.txt", "! d/self.txt", "d/sub/c.html"}));
  EXPECT_EQ(names("zhibiao read e").size(), 5u);
}

TEST_F(Batch, NamesThatAreNoUtf8) {
  shell("mkdir n; printf 产值424亿元。 > $'n/\\xB1\\xA8.txt'; printf '\\x89PNG' > $'n/\\xB2\\xA8.txt'");
  const char* commands[] = {"extract --format csv", "extract", "panel --format csv"};
  for (const char* command : commands) {
    const Ran ran = shell(std::string("zhibiao ") + command + " -q n");
    EXPECT_EQ(valid_utf8_prefix(ran.out), ran.out.size()) << command;
    EXPECT_NE(ran.out.find("\uFFFD"), std::string::npos) << command;
  }
  EXPECT_EQ(shell("zhibiao panel --indicators $'\\xB1' n").code, 2);
  EXPECT_EQ(shell("zhibiao read --meta region=$'\\xB1' d/b.txt").code, 2);
}

TEST_F(Batch, FilesFromAList) {
  EXPECT_EQ(names("printf 'd/b.txt\\r\\n\\nd/sub\\n' > list; zhibiao read --files-from list"),
            (Names{"d/b.txt", "d/sub/c.html"}));
  EXPECT_EQ(names("find d -name '*.txt' -not -name '.*' -print0 | zhibiao read -0 --files-from - d/a.md"),
            (Names{"d/a.md", "d/b.txt"}));
  EXPECT_EQ(shell("zhibiao read --files-from nowhere").code, 2);
}

TEST_F(Batch, Archives) {
  shell("tar czf a.tar.gz d; tar cf a.tar d; gzip -k d/b.txt");
  const Names members = names("zhibiao read a.tar.gz");
  EXPECT_EQ(members.size(), 3u);
  EXPECT_NE(std::find(members.begin(), members.end(), "a.tar.gz!d/sub/c.html"), members.end());
  EXPECT_EQ(names("zhibiao read a.tar").size(), 3u);
  EXPECT_EQ(names("cat a.tar.gz | zhibiao read -").size(), 3u);
  EXPECT_EQ(names("zhibiao read d/b.txt.gz"), (Names{"d/b.txt.gz"}));
  EXPECT_EQ(names("zhibiao read 'a.tar.gz!*.html'"), (Names{"a.tar.gz!d/sub/c.html"}));
  EXPECT_EQ(names("zhibiao read 'a.tar.gz!*.pdf'"), (Names{"! a.tar.gz"}));
  EXPECT_NE(shell("zhibiao extract a.tar.gz").out.find("7484"), std::string::npos);
}

TEST_F(Batch, ZipMembersKeepTheirNames) {
  folder.write("u.zip", testing::zip_of({{"2023/报告.txt", "产值424亿元。"}}));
  EXPECT_EQ(names("zhibiao read u.zip"), (Names{"u.zip!2023/报告.txt"}));
  folder.write("g.zip", testing::zip_of({{"\xB1\xA8\xB8\xE6.txt", "产值424亿元。"}}, 0));
  EXPECT_EQ(names("zhibiao read g.zip"), (Names{"g.zip!报告.txt"}));
}

TEST_F(Batch, BombsAreRefused) {
  shell("yes 产值 | head -c 50000000 | gzip -9 > bomb.gz; truncate -s 3G big.txt");
  const Ran bomb = shell("zhibiao read bomb.gz d/b.txt");
  EXPECT_EQ(bomb.code, 4);
  EXPECT_NE(bomb.err.find("--max-ratio"), std::string::npos) << bomb.err;
  EXPECT_NE(bomb.out.find("7484"), std::string::npos);
  EXPECT_NE(shell("zhibiao read big.txt").err.find("--max-bytes"), std::string::npos);
  EXPECT_NE(shell("zhibiao read --max-bytes 10 d/b.txt").err.find("--max-bytes"), std::string::npos);
  EXPECT_NE(shell("zhibiao read --max-bytes 1MB /dev/zero").err.find("--max-bytes"), std::string::npos);
}

TEST_F(Batch, HolesInATarAreNuls) {
  shell(
      "printf 产值424亿元。 > h.txt; truncate -s 100000 h.txt; printf 引进项目31个。 >> h.txt; truncate -s 300000 "
      "h.txt\n"
      "truncate -s 50000 e.txt; for f in gnu pax; do tar --format=$f -cSf $f.tar h.txt e.txt; done");
  for (const char* name : {"gnu.tar", "pax.tar"}) {
    std::vector<std::string> members;
    each_packed(
        name, source_of(folder.read(name)), {}, [](std::string_view) { return true; },
        [&](const Packed& packed) { members.push_back(packed.problem + packed.bytes); });
    ASSERT_EQ(members.size(), 2u) << name;
    EXPECT_TRUE(members[0] == folder.read("h.txt")) << name << ": " << members[0].size() << " bytes";
    EXPECT_TRUE(members[1] == folder.read("e.txt")) << name << ": " << members[1].size() << " bytes";
  }
}

// Ten gigabytes in ten megabytes, and as a file full of holes in a tar.
TEST_F(Batch, MembersOfTenGigabytesAreGivenUp) {
  shell(
      "yes 产值 | head -c 10000000 | gzip -9 > z; for i in $(seq 1000); do cat z; done > big.gz\n"
      "truncate -s 10G big.txt; echo x >> big.txt; tar cSf big.tar big.txt d");
  EXPECT_NE(shell("zhibiao read big.gz").err.find("--max-ratio"), std::string::npos);
  EXPECT_NE(shell("zhibiao read --max-ratio 1000000 --max-bytes 1MB big.gz").err.find("--max-bytes"),
            std::string::npos);
  EXPECT_NE(shell("zhibiao read big.tar").err.find("--max-ratio"), std::string::npos);
  const Ran ran = shell("zhibiao read --max-ratio 100000000 --max-bytes 1MB big.tar");
  EXPECT_NE(ran.err.find("--max-bytes"), std::string::npos) << ran.err;
  EXPECT_NE(ran.out.find("7484"), std::string::npos) << "what stands behind it is read";
}

TEST_F(Batch, TruncatedArchivesAreErrors) {
  shell("rm d/skipped.bin; tar czf a.tar.gz d; gzip -kc d/b.txt > b.gz; tar cf a.tar d");
  for (const char* name : {"a.tar.gz", "b.gz", "a.tar"}) {
    const std::string whole = folder.read(name);
    ASSERT_GT(whole.size(), 50u);
    for (size_t length = 0; length<whole.size(); length += whole.size()> 5000 ? 97 : 1) {
      const std::string prefix = whole.substr(0, length);
      try {
        each_packed(
            name, source_of(prefix), {}, [](std::string_view) { return true; }, [](const Packed&) {});
      } catch (const Error& error) {
        ASSERT_FALSE(std::string(error.what()).empty()) << name << length;
      }
    }
  }
}

TEST_F(Batch, NamesThatLieAreSeenThrough) {
  folder.write("page.docx", "<!doctype html><html><body><p>产值424亿元。</p></body></html>");
  folder.write("text.pdf", "产值424亿元。\n");
  folder.write("word.txt", testing::docx_of(testing::paragraph("产值424亿元。")));
  folder.write("packed.html", testing::zip_of({{"a.txt", "产值424亿元。"}}));
  const Ran ran = shell("zhibiao extract --format tsv --columns doc,value page.docx text.pdf word.txt packed.html");
  EXPECT_EQ(ran.out, "doc\tvalue\npage.docx\t424\ntext.pdf\t424\nword.txt\t424\npacked.html!a.txt\t424\n");
}

// A pipe that is silent for longer than the line waits between two looks makes the batch long enough to be told of.
TEST_F(Batch, ALineTellsHowFarTheWorkIs) {
  shell("mkfifo p; head -c 300000 /dev/zero | tr '\\0' a > z.txt; printf '\\x89PNG' > a.txt");
  const std::string command = "(sleep 2; echo 产值424亿元。 > p) & zhibiao=" + ProgramFolder::program() +
                              "; ${zhibiao} read a.txt d/b.txt p z.txt";
  const Ran ran = shell("script -qec '" + command + " > out.ndjson' typescript > /dev/null; cat typescript");
  EXPECT_NE(ran.out.find("\x1B[K2 documents, "), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find(" MB/s, 1 failed, "), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find(" left"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("3 documents, 1 failed, "), std::string::npos) << "the summary";
  const std::string piped = shell(command + " > out.ndjson").err;
  EXPECT_EQ(piped.find(" MB/s"), std::string::npos) << piped;
  EXPECT_EQ(piped.find('\x1B'), std::string::npos) << piped;
}

TEST_F(Batch, WhatFailedIsListed) {
  const Ran ran = shell("printf '\\x89PNG' > d/p.txt; zhibiao read --errors failed.tsv d nowhere");
  EXPECT_EQ(ran.code, 4);
  EXPECT_EQ(folder.read("failed.tsv"), "d/p.txt\tis a picture\nnowhere\tNo such file or directory\n");
  EXPECT_NE(ran.err.find("zhibiao: 3 documents, 2 failed, "), std::string::npos) << ran.err;
  EXPECT_EQ(shell("zhibiao read -q d/a.md d/b.txt").err, "");
  EXPECT_EQ(shell("zhibiao read d/b.txt").err, "") << "one document needs no summary";
  EXPECT_EQ(shell("zhibiao read --errors nowhere/x d").code, 2);
}

TEST_F(Batch, WhatIsKnownWins) {
  const auto meta = [this](const std::string& command) {
    const Ran ran = shell(command);
    return std::get<DocumentLine>(parse_line(ran.out.substr(0, ran.out.find('\n')))).document.meta;
  };
  EXPECT_EQ(meta("zhibiao read --meta region=甲市 --meta year=1999 d/b.txt").region, "甲市");
  EXPECT_EQ(meta("zhibiao read --meta region=甲市 --meta year=1999 d/b.txt").year, 1999);
  folder.write("m.tsv", "doc\tregion\tspeaker\nb.txt\t乙县\t王某\n");
  EXPECT_EQ(meta("zhibiao read --meta region=甲市 --meta-file m.tsv d/b.txt").region, "乙县");
  EXPECT_EQ(meta("zhibiao read --meta-file m.tsv d/b.txt").speaker, "王某");
  EXPECT_EQ(meta("zhibiao read --meta meeting=市人代会 d/b.txt").meeting, "市人代会");
  EXPECT_EQ(shell("zhibiao read --meta year=19 d/b.txt").code, 2);
  EXPECT_EQ(shell("zhibiao read --meta nothing d/b.txt").code, 2);
  EXPECT_EQ(shell("zhibiao read --input-format odt d/b.txt").code, 2);
}

TEST_F(Batch, ExtractIsThePipe) {
  shell("tar czf a.tar.gz d");
  EXPECT_EQ(shell("zhibiao extract d a.tar.gz").out,
            shell("zhibiao read d a.tar.gz | zhibiao segment | zhibiao match | zhibiao observe | zhibiao canon").out);
}

}  // namespace
}  // namespace zhibiao
