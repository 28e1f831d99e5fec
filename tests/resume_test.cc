// Batches that are stopped, by SIGKILL at any moment and by SIGINT: nothing that was complete is lost, and a run with
// --resume ends with the bytes of a run that nothing disturbed.
#include "tests/stopped_batch.h"

namespace zhibiao {
namespace {

class Resume : public StoppedBatch {
 protected:
  void kill_into_a_file(const std::string& input, unsigned seed) {
    folder.shell("zhibiao extract -q " + input + " > wanted");
    const std::string wanted = folder.read("wanted");
    ASSERT_GT(wanted.size(), 100'000u);
    kill_again_and_again("extract " + input + " --output out.ndjson --resume", "rm out.ndjson*", seed,
                         [&](bool is_finished) {
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
    kill_again_and_again("extract " + input + " --output res/ --resume", "rm -r res", seed, [&](bool is_finished) {
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
};

#if ZHIBIAO_SQLITE
// A database is written at once: after a kill it is as it was, and the next run makes the bytes of one that was not
// killed.
TEST_F(Resume, KilledWhileWritingADatabase) {
  folder.shell("zhibiao panel -q d -o wanted.sqlite");
  const std::string wanted = folder.read("wanted.sqlite");
  ASSERT_GT(wanted.size(), 100'000u);
  kill_again_and_again("panel d -o out.sqlite", "rm out.sqlite*", 5,
                       [&](bool is_finished) { ASSERT_TRUE(!is_finished || folder.read("out.sqlite") == wanted); });
}
#endif

TEST_F(Resume, KilledWhileWritingAFile) { kill_into_a_file("-j 1 d", 1); }
TEST_F(Resume, KilledWhileWritingAFileFromACorpus) { kill_into_a_file("-j 3 --jsonl d.jsonl", 2); }
TEST_F(Resume, KilledWhileWritingAFolder) { kill_into_a_folder("-j 3 d", 3); }
TEST_F(Resume, KilledWhileWritingAFolderFromACorpus) { kill_into_a_folder("-j 2 --jsonl d.jsonl", 4); }

// The first twenty documents of a corpus into a file, as a kill would leave it: the rest does not come, and the kill
// not before the journal has the twenty.
class Cut : public Resume {
 protected:
  void cut() {
    const Ran ran =
        folder.shell("rm -f out.ndjson* pipe; mkfifo pipe; (head -20 d.jsonl; exec sleep 1000) > pipe & feeder=$!; '" +
                     ProgramFolder::program() +
                     "' extract --jsonl --output out.ndjson < pipe & for i in $(seq 600); do "
                     "[ \"$(grep -c . out.ndjson.part.journal)\" = 21 ] && echo cut && break; sleep 0.1; done; kill -9 "
                     "$!; kill $feeder");
    ASSERT_EQ(ran.out, "cut\n") << ran.err;
  }
};

TEST_F(Cut, WhatIsDoneIsNotDoneAgain) {
  cut();
  const Ran ran = folder.shell("zhibiao extract --jsonl d.jsonl --output out.ndjson --resume");
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.err.find("40 documents, 1 failed, 20 done before"), std::string::npos) << ran.err;
}

TEST_F(Cut, WhatChangedIsDoneAgain) {
  cut();
  folder.shell("sed -i '8s/增长/下降/' d.jsonl");
  const Ran ran = folder.shell(
      "zhibiao extract --jsonl d.jsonl --output out.ndjson --resume; zhibiao extract -q --jsonl d.jsonl | cmp - "
      "out.ndjson");
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.err.find(" 7 done before"), std::string::npos) << ran.err;
}

TEST_F(Cut, OtherOptionsOrAnotherGrammarBeginAnew) {
  cut();
  EXPECT_EQ(folder.shell("zhibiao extract --jsonl d.jsonl --offsets bytes --output out.ndjson --resume")
                .err.find("done before"),
            std::string::npos);
  cut();
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

TEST_F(Resume, AFolderOfAnotherGrammarIsDoneAgain) {
  folder.shell("zhibiao extract d --output res/; cp -r '" ZHIBIAO_SOURCE_DIR
               "/grammars' g; echo '# more' >> g/fact/70_level.toml");
  const Ran same = folder.shell("zhibiao extract d --output res/ --resume");
  EXPECT_NE(same.err.find(" 40 done before"), std::string::npos) << same.err;
  const Ran other = folder.shell("zhibiao --grammars g extract d --output res/ --resume");
  EXPECT_EQ(other.err.find("done before"), std::string::npos) << other.err;
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

}  // namespace
}  // namespace zhibiao
