// What the system refuses a batch: room, descriptors, memory, files that go or grow. Each is told, and nothing that was
// complete is lost.
#include "tests/stopped_batch.h"

namespace zhibiao {
namespace {

class ResumeRefused : public StoppedBatch {
 protected:
  // A file system of its own at `name`; false where that takes root.
  bool mount(const std::string& name, const std::string& options) const {
    return ::geteuid() == 0 &&
           folder.shell("mkdir " + name + "; mount -t tmpfs -o " + options + " none " + name).code == 0;
  }
};

TEST_F(ResumeRefused, AFullDiskIsToldAndWhatWasCompleteIsThere) {
  for (const char* jobs : {"1", "3"}) {
    const Ran ran = folder.shell("zhibiao extract d -j " + std::string(jobs) + " > /dev/full");
    EXPECT_EQ(ran.code, 2);
    EXPECT_NE(ran.err.find("No space left on device"), std::string::npos) << ran.err;
  }
  EXPECT_NE(folder.shell("zhibiao extract d --output /dev/full").err.find("No space left on device"),
            std::string::npos);
  if (!mount("small", "size=300k")) GTEST_SKIP() << "no small file system without root";
  const Ran full = folder.shell("zhibiao extract d --output small/out.ndjson");
  const Ran again = folder.shell(
      "mount -o remount,size=50m small; zhibiao extract d --output small/out.ndjson --resume; "
      "zhibiao extract -q d | cmp - small/out.ndjson && echo same; umount small");
  EXPECT_EQ(full.code, 2);
  EXPECT_NE(full.err.find("No space left on device"), std::string::npos) << full.err;
  EXPECT_EQ(again.out, "same\n");
}

TEST_F(ResumeRefused, AFullDiskLosesNoFileOfAFolder) {
  folder.shell("zhibiao extract -q d --output wanted/");
  if (!mount("small", "size=300k")) GTEST_SKIP() << "no small file system without root";
  const Ran full = folder.shell("zhibiao extract d -j 2 --output small/res/");
  const auto made = files_below("small/res");
  const Ran again = folder.shell(
      "mount -o remount,size=50m small; zhibiao extract -q d --output small/res --resume > again; diff -r wanted "
      "small/res && "
      "echo same; umount small");
  EXPECT_EQ(full.code, 2);
  EXPECT_NE(full.err.find("No space left on device"), std::string::npos) << full.err;
  size_t whole = 0;
  for (const auto& [name, bytes] : made) {
    if (!name.ends_with(".ndjson")) continue;
    EXPECT_TRUE(bytes == folder.read("wanted" + name.substr(std::string("small/res").size()))) << name;
    ++whole;
  }
  EXPECT_GT(whole, 0u);
  EXPECT_LT(whole, 40u);
  EXPECT_EQ(again.out, "same\n") << again.err;
}

#if ZHIBIAO_SQLITE
TEST_F(ResumeRefused, AFullDiskLeavesADatabaseAsItWas) {
  if (!mount("small", "size=300k")) GTEST_SKIP() << "no small file system without root";
  const Ran ran = folder.shell(
      "dump() { python3 -c 'import sqlite3, sys; base = sqlite3.connect(sys.argv[1]); "
      "print(*base.execute(\"PRAGMA integrity_check\"), *base.iterdump(), sep=\"\\n\")' $1; }\n"
      "zhibiao panel -q d/r100.txt -o small/p.sqlite; dump small/p.sqlite > before; "
      "zhibiao panel -q d -o small/p.sqlite; echo $?; grep -c INSERT before > /dev/null && "
      "dump small/p.sqlite | cmp before - && echo same; umount small");
  EXPECT_EQ(ran.out, "2\nsame\n") << ran.err;
  EXPECT_NE(ran.err.find("small/p.sqlite: database or disk is full"), std::string::npos) << ran.err;
}
#endif

TEST_F(ResumeRefused, AReadOnlyFolderIsTold) {
  if (!mount("fixed", "size=1m")) GTEST_SKIP() << "no read-only file system without root";
  folder.shell("cp d/r100.txt fixed; mount -o remount,ro fixed");
  for (const char* arguments : {"extract fixed --output fixed/out.ndjson", "extract fixed --output fixed/res/",
                                "extract fixed --format csv --output fixed/x.csv", "view fixed -o fixed/x.html",
                                "panel fixed -o fixed/x.xlsx", "panel fixed -o fixed/x.sqlite"}) {
    const Ran ran = folder.shell(std::string("zhibiao ") + arguments);
    EXPECT_EQ(ran.code, 2) << arguments;
    EXPECT_NE(ran.err.find("fixed/"), std::string::npos) << arguments << ": " << ran.err;
  }
  EXPECT_EQ(folder.shell("zhibiao extract -q fixed | wc -l; umount fixed").out, "80\n");
}

TEST_F(ResumeRefused, AClosedPipeIsTheEnd) {
  for (const char* jobs : {"1", "3"}) {
    const Ran ran = folder.shell("mkfifo pipe; exec 3<>pipe; cat d.jsonl d.jsonl >&3 & timeout 15 '" +
                                 ProgramFolder::program() + "' extract -q --jsonl -j " + jobs +
                                 " < pipe | head -1 > /dev/null; echo ${PIPESTATUS[0]}; kill %1; rm pipe");
    EXPECT_EQ(ran.out, "0\n") << ran.err;
  }
}

TEST_F(ResumeRefused, VanishedInputsAreErrorsOfTheirOwn) {
  const Ran ran = folder.shell("ln -s nothing d/r105y.txt; zhibiao extract d d/gone.txt --output out.ndjson");
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.err.find("d/r105y.txt: No such file"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("40 documents, 3 failed"), std::string::npos) << ran.err;
}

// Named at the start, gone before its turn.
TEST_F(ResumeRefused, AFileThatGoesWhileOthersAreReadIsAnError) {
  const Ran ran = folder.shell(
      "mkfifo first; zhibiao extract first d --output out.ndjson & exec 3> first; rm d/r139.txt; cat d/r100.txt >&3; "
      "exec 3>&-; wait $!; echo $?; grep -c '\"doc\":\"d/r138.txt\"' out.ndjson");
  EXPECT_EQ(ran.out, "4\n320\n") << ran.err;
}

TEST_F(ResumeRefused, FewDescriptorsAndLittleMemory) {
  // The sanitizers open pipes to see whether an address is readable, and map memory of their own.
  if (kSanitized) GTEST_SKIP();
  const Ran few = folder.shell("exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-; ulimit -n 6; zhibiao extract d -j 2");
  EXPECT_TRUE(few.code == 4 || few.code == 2) << few.code;
  EXPECT_NE(few.err.find("Too many open files"), std::string::npos) << few.err;
  EXPECT_EQ(folder.shell("ulimit -n 32; zhibiao extract d -j 2 | cmp - <(zhibiao extract -q d)").out, "");
  folder.shell("r=$(cat d/r104.txt); for i in $(seq 4000); do echo \"$r\"; done > d/r110large.txt");
  const Ran little = folder.shell("ulimit -v 220000; zhibiao extract d -j 1");
  EXPECT_NE(little.err.find("r110large.txt: out of memory"), std::string::npos) << little.err;
  EXPECT_EQ(little.code, 4);
  EXPECT_NE(little.err.find("40 documents, 2 failed"), std::string::npos) << little.err;
}

TEST_F(ResumeRefused, AFileThatGrowsIsToldOf) {
  const Ran ran = folder.shell(
      "r=$(cat d/r104.txt); for i in $(seq 300); do echo \"$r\"; done > g.txt; "
      "(while :; do echo 产值5亿元。; done) >> g.txt & P=$!; "
      "for i in $(seq 100); do zhibiao read g.txt d/r100.txt > made; C=$?; [ $C = 0 ] || break; done; "
      "kill $P; echo $C; grep -c r100.txt made");
  EXPECT_EQ(ran.out, "4\n1\n");
  EXPECT_NE(ran.err.find("g.txt: changes while it is read"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace zhibiao
