// Batches that are stopped: by SIGKILL at any moment, by SIGINT, by what the system refuses. Nothing that was complete
// is lost, and a run with --resume ends with the bytes of a run that nothing disturbed.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <map>
#include <random>
#include <vector>

#include "tests/run_program.h"
#include "tests/testing.h"

extern char** environ;

namespace zhibiao {
namespace {

namespace fs = std::filesystem;

class Resume : public ::testing::Test {
 protected:
  Resume() {
    folder.shell("mkdir d; pwd > where");
    where = folder.read("where");
    where.pop_back();
    for (int i = 0; i < 40; ++i) {
      std::string text = "某县" + std::to_string(1990 + i) + "年政府工作报告\n";
      for (int k = 0; k < 40 * (1 + i % 5); ++k) {
        text += "新增市场主体" + std::to_string(1000 * i + k) + "户，增长" + std::to_string(k % 17) + ".5%。\n";
      }
      folder.write("d/r" + std::to_string(100 + i) + ".txt", text);
    }
    folder.write("d/r120x.txt", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
    folder.shell("zhibiao read -q d | grep -v '\"type\":\"error\"' > d.jsonl; echo '{' >> d.jsonl");
  }

  // Relative to the folder of the test.
  std::map<std::string, std::string> files_below(const std::string& name) const {
    std::map<std::string, std::string> files;
    if (!fs::exists(where + "/" + name)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(where + "/" + name)) {
      const std::string path = entry.path().lexically_relative(where).string();
      if (entry.is_regular_file()) files[path] = folder.read(path);
    }
    return files;
  }

  // Starts the program with its messages dropped, sends `signal` after a while; the status as waitpid gives it.
  int run_and_signal(const std::string& arguments, int signal, unsigned microseconds) const {
    std::string command =
        "cd '" + where + "'; exec '" + ProgramFolder::program() + "' " + arguments + " >/dev/null 2>&1";
    const char* argv[] = {"bash", "-c", command.c_str(), nullptr};
    pid_t process = 0;
    if (::posix_spawnp(&process, "bash", nullptr, nullptr, const_cast<char**>(argv), environ) != 0) return -1;
    ::usleep(microseconds);
    ::kill(process, signal);
    int status = 0;
    ::waitpid(process, &status, 0);
    return status;
  }

  // Kills so many times, and checks after each that no file is there that is not whole.
  template <typename Check>
  void kill_again_and_again(const std::string& arguments, const std::string& remove, unsigned seed, Check check) {
    const int kills = testing::kSanitized ? 4 : 50;
    std::mt19937 random(seed);
    int killed = 0, finished = 0;
    for (int i = 0; i < kills * 20 && killed < kills; ++i) {
      const int status = run_and_signal(arguments + " --resume", SIGKILL, 5'000 + random() % 90'000);
      const bool is_finished = WIFEXITED(status);
      is_finished ? ++finished : ++killed;
      ASSERT_TRUE(!is_finished || WEXITSTATUS(status) == 4) << status;
      check(is_finished);
      if (::testing::Test::HasFatalFailure()) return;
      if (is_finished) folder.shell(remove);
    }
    EXPECT_EQ(killed, kills);
    folder.shell("zhibiao " + arguments + " --resume");
    check(true);
  }

  void kill_into_a_file(const std::string& input, unsigned seed) {
    folder.shell("zhibiao extract -q " + input + " > wanted");
    const std::string wanted = folder.read("wanted");
    ASSERT_GT(wanted.size(), 100'000u);
    kill_again_and_again("extract " + input + " --output out.ndjson", "rm out.ndjson*", seed, [&](bool is_finished) {
      if (is_finished || fs::exists(where + "/out.ndjson")) {
        ASSERT_TRUE(folder.read("out.ndjson") == wanted);
      }
      if (is_finished) {
        ASSERT_FALSE(fs::exists(where + "/out.ndjson.part"));
      }
    });
  }

  void kill_into_a_folder(const std::string& input, unsigned seed) {
    folder.shell("zhibiao extract -q " + input + " --output res/; mv res wanted");
    const std::map<std::string, std::string> wanted = files_below("wanted");
    ASSERT_EQ(wanted.size(), 41u);
    kill_again_and_again("extract " + input + " --output res/", "rm -r res", seed, [&](bool is_finished) {
      const auto files = files_below("res");
      for (const auto& [name, bytes] : files) {
        if (name.ends_with(".ndjson")) {
          ASSERT_TRUE(bytes == wanted.at("wanted" + name.substr(3))) << name;
        }
      }
      if (is_finished) {
        ASSERT_EQ(files.size(), wanted.size());
        ASSERT_EQ(files.at("res/.zhibiao.journal"), wanted.at("wanted/.zhibiao.journal"));
      }
    });
  }

  ProgramFolder folder;
  std::string where;
};

TEST_F(Resume, KilledWhileWritingAFile) { kill_into_a_file("-j 1 d", 1); }
TEST_F(Resume, KilledWhileWritingAFileFromACorpus) { kill_into_a_file("-j 3 --jsonl d.jsonl", 2); }
TEST_F(Resume, KilledWhileWritingAFolder) { kill_into_a_folder("-j 3 d", 3); }
TEST_F(Resume, KilledWhileWritingAFolderFromACorpus) { kill_into_a_folder("-j 2 --jsonl d.jsonl", 4); }

// The first documents of a corpus into a file, as a kill would leave it.
class Cut : public Resume {
 protected:
  void cut(const std::string& arguments) {
    for (unsigned wait = 1'000'000; !fs::exists(where + "/out.ndjson.part.journal") && wait < 9'000'000;
         wait += 1'000'000) {
      folder.shell("rm -f out.ndjson*; mkfifo pipe; (head -20 d.jsonl; sleep 1000) > pipe & echo $! > feeder");
      run_and_signal("extract --jsonl --output out.ndjson " + arguments + " < pipe", SIGKILL, wait);
      folder.shell("kill $(cat feeder); rm pipe");
    }
  }
};

TEST_F(Cut, WhatIsDoneIsNotDoneAgain) {
  cut("");
  const Ran ran = folder.shell("zhibiao extract --jsonl d.jsonl --output out.ndjson --resume");
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.err.find("40 documents, 1 failed, 20 done before"), std::string::npos) << ran.err;
}

TEST_F(Cut, WhatChangedIsDoneAgain) {
  cut("");
  folder.shell("sed -i '8s/增长/下降/' d.jsonl");
  const Ran ran = folder.shell(
      "zhibiao extract --jsonl d.jsonl --output out.ndjson --resume; zhibiao extract -q --jsonl d.jsonl | cmp - "
      "out.ndjson");
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.err.find(" 7 done before"), std::string::npos) << ran.err;
}

TEST_F(Cut, OtherOptionsOrAnotherGrammarBeginAnew) {
  cut("");
  EXPECT_EQ(folder.shell("zhibiao extract --jsonl d.jsonl --offsets bytes --output out.ndjson --resume")
                .err.find("done before"),
            std::string::npos);
  cut("");
  folder.shell("cp -r '" ZHIBIAO_SOURCE_DIR "/grammars' g; echo '# more' >> g/fact/level.toml; ls g/fact > names");
  EXPECT_EQ(
      folder.shell("zhibiao --grammars g extract --jsonl d.jsonl --output out.ndjson --resume").err.find("done before"),
      std::string::npos);
}

TEST_F(Resume, AFolderIsKeptUpToDate) {
  folder.shell("zhibiao extract d --output res/; sed -i 's/增长/下降/' d/r105.txt");
  folder.write("d/r099.txt", "新增市场主体7户。");
  const Ran ran = folder.shell("zhibiao extract d --output res --resume");
  EXPECT_NE(ran.err.find("41 documents, 1 failed, 39 done before"), std::string::npos) << ran.err;
  EXPECT_NE(folder.read("res/d/r099.txt.ndjson").find("\"value\":7,"), std::string::npos);
  EXPECT_EQ(folder.shell("for f in d/r???.txt; do zhibiao extract $f | cmp - res/$f.ndjson; done").out, "");
}

TEST_F(Resume, NamesStayBelowTheFolder) {
  folder.write("odd.jsonl",
               "{\"doc\":\"../../up\",\"text\":\"产值5亿元。\"}\n{\"doc\":\"/root/a\",\"text\":\"产值5亿元。\"}\n"
               "{\"doc\":\"\",\"text\":\"产值5亿元。\"}\n{\"doc\":\"a\\u0000\\n%\",\"text\":\"产值5亿元。\"}\n"
               "{\"doc\":\"" +
                   std::string(5000, 'n') + "\",\"text\":\"产值5亿元。\"}\n");
  EXPECT_EQ(folder.shell("mkdir -p x/y; zhibiao extract --jsonl odd.jsonl --output x/y/res/").code, 0);
  EXPECT_EQ(files_below("x").size(), 6u);
  EXPECT_EQ(files_below("x/y/res").size(), 6u);
}

TEST_F(Resume, WhatCannotBeIsRefused) {
  for (const char* arguments : {"d --resume", "d --output /proc/nothing/x", "d --output res/ --format csv",
                                "d --output x.csv --format csv --resume", "d --output /proc/x.ndjson"}) {
    const Ran ran = folder.shell(std::string("zhibiao extract ") + arguments);
    EXPECT_EQ(ran.code, 2) << arguments;
    EXPECT_NE(ran.err, "") << arguments;
  }
  EXPECT_EQ(folder
                .shell("zhibiao extract d --format csv --output x.csv; zhibiao extract -q d --format csv | cmp - "
                       "x.csv; ls x.csv*")
                .out,
            "x.csv\n");
}

TEST_F(Resume, TwoDoNotWriteTheSameFile) {
  const Ran ran = folder.shell(
      "mkfifo pipe; zhibiao extract --jsonl --output out.ndjson < pipe & exec 3> pipe; "
      "head -3 d.jsonl >&3; until [ -s out.ndjson.part.journal ]; do sleep 0.05; done; "
      "zhibiao extract d --output out.ndjson; echo $?; exec 3>&-; wait; wc -l < out.ndjson");
  EXPECT_EQ(ran.out.substr(0, 2), "2\n") << ran.out;
  EXPECT_NE(ran.err.find("another zhibiao"), std::string::npos) << ran.err;
}

TEST_F(Resume, AnInterruptEndsAfterTheDocumentAtHand) {
  for (const char* jobs : {"1", "3"}) {
    const Ran ran =
        folder.shell("mkfifo pipe; env --default-signal=INT '" + ProgramFolder::program() + "' extract -j " + jobs +
                     " --jsonl < pipe > made & P=$!; exec 3> pipe; head -12 d.jsonl >&3; "
                     "until [ \"$(grep -c '\"doc\":\"d/r111.txt\"' made)\" -gt 50 ]; do sleep 0.05; done; "
                     "kill -INT $P; wait $P; echo $?; exec 3>&-; rm pipe; "
                     "head -12 d.jsonl | zhibiao extract --jsonl | cmp - made && echo same");
    EXPECT_EQ(ran.out, "130\nsame\n") << ran.err;
    EXPECT_NE(ran.err.find("interrupted; 12 documents"), std::string::npos) << ran.err;
  }
}

TEST_F(Resume, AFullDiskIsToldAndWhatWasCompleteIsThere) {
  for (const char* jobs : {"1", "3"}) {
    const Ran ran = folder.shell("zhibiao extract d -j " + std::string(jobs) + " > /dev/full");
    EXPECT_EQ(ran.code, 2);
    EXPECT_NE(ran.err.find("No space left on device"), std::string::npos) << ran.err;
  }
  EXPECT_NE(folder.shell("zhibiao extract d --output /dev/full").err.find("No space left on device"),
            std::string::npos);
  if (::geteuid() != 0 || folder.shell("mkdir small; mount -t tmpfs -o size=300k none small").code != 0) {
    GTEST_SKIP() << "no small file system without root";
  }
  const Ran full = folder.shell("zhibiao extract d --output small/out.ndjson");
  const Ran again = folder.shell(
      "mount -o remount,size=50m small; zhibiao extract d --output small/out.ndjson --resume; "
      "zhibiao extract -q d | cmp - small/out.ndjson && echo same; umount small");
  EXPECT_EQ(full.code, 2);
  EXPECT_NE(full.err.find("No space left on device"), std::string::npos) << full.err;
  EXPECT_EQ(again.out, "same\n");
}

TEST_F(Resume, AClosedPipeIsTheEnd) {
  for (const char* jobs : {"1", "3"}) {
    const Ran ran = folder.shell("mkfifo pipe; exec 3<>pipe; cat d.jsonl d.jsonl >&3 & timeout 15 '" +
                                 ProgramFolder::program() + "' extract -q --jsonl -j " + jobs +
                                 " < pipe | head -1 > /dev/null; echo ${PIPESTATUS[0]}; kill %1; rm pipe");
    EXPECT_EQ(ran.out, "0\n") << ran.err;
  }
}

TEST_F(Resume, VanishedInputsAreErrorsOfTheirOwn) {
  const Ran ran = folder.shell("ln -s nothing d/r105y.txt; zhibiao extract d d/gone.txt --output out.ndjson");
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.err.find("d/r105y.txt: No such file"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("40 documents, 3 failed"), std::string::npos) << ran.err;
}

TEST_F(Resume, FewDescriptorsAndLittleMemory) {
  // The sanitizers open pipes to see whether an address is readable, and map memory of their own.
  if (testing::kSanitized) GTEST_SKIP();
  const Ran few = folder.shell("exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-; ulimit -n 5; zhibiao extract d -j 2");
  EXPECT_TRUE(few.code == 4 || few.code == 2) << few.code;
  EXPECT_NE(few.err.find("Too many open files"), std::string::npos) << few.err;
  EXPECT_EQ(folder.shell("ulimit -n 32; zhibiao extract d -j 2 | cmp - <(zhibiao extract -q d)").out, "");
  folder.shell("for i in $(seq 4000); do cat d/r104.txt; done > d/r110large.txt");
  const Ran little = folder.shell("ulimit -v 220000; zhibiao extract d -j 1");
  EXPECT_NE(little.err.find("r110large.txt: out of memory"), std::string::npos) << little.err;
  EXPECT_EQ(little.code, 4);
  EXPECT_NE(little.err.find("40 documents, 2 failed"), std::string::npos) << little.err;
}

TEST_F(Resume, AFileThatGrowsIsToldOf) {
  const Ran ran = folder.shell(
      "for i in $(seq 300); do cat d/r104.txt; done > g.txt; "
      "(while :; do echo 产值5亿元。; done) >> g.txt & P=$!; "
      "for i in $(seq 100); do zhibiao read g.txt d/r100.txt > made; C=$?; [ $C = 0 ] || break; done; "
      "kill $P; echo $C; grep -c r100.txt made");
  EXPECT_EQ(ran.out, "4\n1\n");
  EXPECT_NE(ran.err.find("g.txt: changes while it is read"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace zhibiao
