// Many documents at once: whatever the number of workers, the same bytes in the same order, and bounded memory.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <string>
#include <vector>

#include "tests/format_files.h"
#include "tests/run_program.h"
#include "tests/testing.h"

namespace zhibiao {
namespace {

// A report of its own for each number, a few sentences to a few hundred long.
std::string report(int number, int sentences) {
  std::string text = "某县" + std::to_string(2000 + number % 25) + "年政府工作报告\n\n一、工作回顾\n\n";
  for (int i = 0; i < sentences; ++i) {
    text += "地区生产总值达到" + std::to_string(100 + number * 7 + i) + "亿元，同比增长" + std::to_string(i % 9) + "." +
            std::to_string(number % 10) + "%。\n";
  }
  return text;
}

std::string corpus_line(const std::string& doc, int number, int sentences) {
  std::string text = report(number, sentences);
  for (size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.replace(at, 1, "\\n");
  return "{\"doc\":\"" + doc + "\",\"text\":\"" + text + "\"}\n";
}

constexpr int kMany = kSanitized ? 300 : 4000;  // sentences of the report that takes longest

class Parallel : public ::testing::Test {
 protected:
  Parallel() {
    folder.shell("mkdir -p d/sub");
    for (int i = 0; i < 30; ++i) {
      folder.write((i % 3 == 0 ? "d/sub/r" : "d/r") + std::to_string(i) + ".txt", report(i, i == 4 ? kMany : 5 + i));
    }
    folder.write("d/broken.txt", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
    folder.write("d/page.html", "<html><p>引进项目31个。</p></html>");
    for (int i = 0; i < 8; ++i) {
      folder.write("d/p" + std::to_string(i) + ".pdf", testing::pdf_of({{{72, 72, u"2022年地区生产总值424亿元。"}}}));
    }
    folder.write("d/word.zip", testing::zip_of({{"2023/报告.txt", report(3, 9)}, {"2024/报告.txt", report(4, 9)}}));
    folder.shell("tar czf all.tar.gz d");
    folder.write("corpus.jsonl", corpus());
  }

  static std::string corpus() {
    std::string lines = corpus_line("large", 1, kMany);
    for (int i = 0; i < 300; ++i) {
      if (i % 50 == 7) lines += "{\"doc\":\"broken\", \n\n";
      lines += corpus_line("r" + std::to_string(i % 40), i, i % 30);
    }
    return lines;
  }

  // Output, messages without the time that it took, and exit code are the same for every number of workers.
  void expect_the_same(const std::string& before, const std::string& command, const std::string& after) const {
    const auto run = [&](int jobs) {
      return folder.shell("{ " + before + " zhibiao " + command + " -j " + std::to_string(jobs) + " " + after +
                          "; echo code $?; } 2> messages; sed 's/ in [0-9.]* s$//' messages; "
                          "if [ -e failed.tsv ]; then cat failed.tsv; fi; rm -f failed.tsv");
    };
    const Ran one = run(1);
    ASSERT_NE(one.out.find("code "), std::string::npos);
    ASSERT_GT(one.out.size(), 500u) << command << "\n" << one.out;
    for (const int jobs : kSanitized ? std::vector{3} : std::vector{2, 3, 16}) {
      const Ran more = run(jobs);
      EXPECT_TRUE(more.out == one.out) << command << " -j " << jobs;
    }
  }

  ProgramFolder folder;
};

TEST_F(Parallel, FilesFoldersArchivesAndTheirErrors) {
  for (const char* command : {"extract", "read", "audit", "extract --format csv", "extract -v --offsets utf16"}) {
    expect_the_same("", command, "--errors failed.tsv d d/r1.txt nowhere.txt d/r1.txt all.tar.gz d/r2.txt");
  }
}

TEST_F(Parallel, ACorpusAndItsErrors) {
  for (const char* command : {"extract", "read", "extract --keep document,sentence,term --keep-text"}) {
    expect_the_same("", command, "--errors failed.tsv --jsonl corpus.jsonl corpus.jsonl");
    expect_the_same("cat corpus.jsonl |", command, "--errors failed.tsv --jsonl");
  }
}

TEST_F(Parallel, TheStages) {
  folder.shell(
      "zhibiao read -q d > read; zhibiao segment --keep-text read > segment; echo '{' >> segment; "
      "zhibiao match -q segment > match; zhibiao observe -q match > observe; cat match >> observe");
  expect_the_same("", "segment", "read nowhere read");
  expect_the_same("", "match", "segment");
  expect_the_same("", "observe", "match segment match");
  expect_the_same("", "canon", "observe");
  expect_the_same("", "canon --offsets bytes --keep document,sentence,term", "observe");
}

TEST_F(Parallel, NamesThatAreGivenTwiceAreNumberedInOrder) {
  const Ran ran =
      folder.shell("zhibiao read -q -j 4 --jsonl corpus.jsonl | grep -o '\"doc\":\"r7[#0-9]*\"' | tr '\\n' ' '");
  std::string want;
  for (int i = 1; i <= 8; ++i) want += "\"doc\":\"r7" + (i == 1 ? "" : "#" + std::to_string(i)) + "\" ";
  EXPECT_EQ(ran.out.substr(0, want.size()), want.substr(0, ran.out.size()));
  EXPECT_GE(ran.out.size(), want.size() - 10);
}

TEST_F(Parallel, TheTableOfNoDocumentsIsTheSame) {
  EXPECT_EQ(folder.shell("zhibiao extract -j 4 --format csv /dev/null").out,
            folder.shell("zhibiao extract -j 1 --format csv /dev/null").out);
}

// What stands in the pipe is worked on before more comes.
TEST_F(Parallel, NobodyWaitsForMoreInput) {
  for (const std::string& jobs : {std::string(" -j 1"), std::string(" -j 3")}) {
    for (const std::string& rest :
         {"zhibiao extract --jsonl" + jobs, "zhibiao read --jsonl" + jobs + " | zhibiao segment" + jobs +
                                                " | zhibiao match" + jobs + " | zhibiao observe" + jobs}) {
      const Ran ran = folder.shell("mkfifo p; exec 3<>p; { " + rest +
                                   "; } < p > made 3>&- & head -1 corpus.jsonl >&3 & "
                                   "for i in $(seq 150); do grep -qs '\"observation\"' made && break; sleep 0.1; done; "
                                   "grep -m 1 -c '\"observation\"' made; exec 3>&-; wait; rm p made");
      EXPECT_EQ(ran.out, "1\n") << rest;
    }
  }
}

TEST_F(Parallel, MemoryDoesNotGrowWithTheNumberOfDocuments) {
  if (kSanitized) return;
  const auto peak_of = [&](int times) {
    const Ran ran = folder.shell("for i in $(seq " + std::to_string(times) +
                                 "); do tail -n +2 corpus.jsonl; done > many.jsonl; "
                                 "python3 - <<'END'\nimport resource, subprocess\n"
                                 "subprocess.run(['" +
                                 ProgramFolder::program() +
                                 "', 'extract', '-q', '-j', '4', '--jsonl', 'many.jsonl'], stdout=subprocess.DEVNULL, "
                                 "stderr=subprocess.DEVNULL)\n"
                                 "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\nEND\n");
    return std::stol(ran.out);
  };
  const long few = peak_of(4);
  EXPECT_LT(peak_of(40), few + few / 2);
}

}  // namespace
}  // namespace zhibiao
