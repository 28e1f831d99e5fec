// The same bytes in, the same bytes out: whatever the locale, the time zone, the number of workers, the order in which
// a folder's entries were made.
#include <gtest/gtest.h>

#include <string>

#include "tests/run_program.h"

namespace zhibiao {
namespace {

constexpr const char* kEnvironments[] = {
    "LC_ALL=C TZ=UTC zhibiao -j 1",
    "LC_ALL=C.UTF-8 TZ=Asia/Shanghai zhibiao -j 2",
    "LC_ALL=tr_TR.UTF-8 LANG=de_DE TZ=America/St_Johns zhibiao -j 5",
    "env -i HOME=/nowhere zhibiao",
};

class Determinism : public ::testing::Test {
 protected:
  // Copies of the samples in folders whose entries were made in opposite orders.
  Determinism() {
    folder.shell("mkdir -p a/samples b/samples; cd '" ZHIBIAO_SOURCE_DIR
                 "/samples'; for f in *.txt; do cp $f \"$OLDPWD/a/samples\"; done; "
                 "for f in $(ls -r *.txt); do cp $f \"$OLDPWD/b/samples\"; done");
  }

  Ran run(const std::string& environment, const std::string& where, const std::string& arguments) const {
    std::string command = environment;
    const size_t program = command.find("zhibiao");
    command.replace(program, 7, "'" + ProgramFolder::program() + "'");
    return folder.shell("cd " + where + "; " + command + " " + arguments);
  }

  void expect_the_same(const std::string& arguments) const {
    const std::string wanted = run(kEnvironments[0], "a", arguments).out;
    ASSERT_GT(wanted.size(), 1000u);
    for (const char* environment : kEnvironments) {
      EXPECT_TRUE(run(environment, "b", arguments).out == wanted) << environment << " " << arguments;
    }
  }

  ProgramFolder folder;
};

TEST_F(Determinism, Extract) { expect_the_same("extract -q --keep document,sentence,term samples"); }
TEST_F(Determinism, Table) { expect_the_same("extract -q --format table samples"); }
TEST_F(Determinism, Audit) { expect_the_same("audit -q samples"); }

}  // namespace
}  // namespace zhibiao
