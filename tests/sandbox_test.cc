// What the program may touch: no network, no file that it was not told of, and nothing that is writable. And how it is
// built.
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

#include "tests/format_files.h"
#include "tests/run_program.h"
#include "tests/testing.h"

namespace zhibiao::testing {
namespace {

// What the loader, the allocator, the C library and the libraries of the formats read of the system; nothing of it is
// anybody's data.
const std::regex kSystem(
    "(/usr)?/lib.*|/usr/share/(poppler|locale)/.*|/etc/(ld\\.so\\.cache|localtime)|/dev/(null|urandom)|"
    "/sys/(kernel/mm|devices/system/cpu|fs/cgroup)/.*|/proc/(self/.*|sys/vm/.*)|/usr/local/lib.*");
// For a PDF whose fonts are not in it.
const std::regex kFonts(
    "/etc/fonts.*|/usr/(local/)?share/(fonts|fontconfig|X11|ghostscript|texmf).*|.*/\\.?fontconfig.*|.*/\\.?fonts.*");

// What needs a socket that is there already.
const std::set<std::string> kOnSockets = {"sendmsg", "recvmsg", "sendto", "recvfrom", "shutdown"};

class Sandbox : public ::testing::Test {
 protected:
  Sandbox() {
    folder.write("a.txt", "2022年地区生产总值424亿元。\n");
    folder.write("page.html",
                 "<!doctype html><html><head><link rel=stylesheet href=http://127.0.0.1:9/x.css></head><body>"
                 "<img src=http://127.0.0.1:9/x.png><script src=//127.0.0.1:9/x.js></script><p>引进项目31个。</p>"
                 "<iframe src=file:///etc/passwd></iframe></body></html>");
    folder.write("word.docx", docx_of(paragraph("新增市场主体7484户。"),
                                      "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"));
    folder.write("good.docx", docx_of(paragraph("新增市场主体7484户。")));
    folder.write("page.pdf", pdf_of({{{72, 72, u"2022年地区生产总值424亿元。"}}}));
    folder.write("all.zip", zip_of({{"../../etc/up.txt", "产值5亿元。"}, {"in.docx", folder.read("good.docx")}}));
    folder.write("lines.jsonl", "{\"doc\":\"/etc/passwd\",\"text\":\"产值5亿元。\"}\n");
    folder.write("table.csv", "地区,年份,地区生产总值(亿元)\n甲县,2022,424\n");
  }

  // Files that were opened, without those of the system, and calls that reach out of the process or start a program;
  // not what is said through a pair of sockets that it made for its own processes.
  std::set<std::string> touched(const std::string& arguments) const {
    folder.shell("strace -f -qq -s 300 -e trace=%file,%network,execve -o trace '" + ProgramFolder::program() + "' " +
                 arguments + " > made 2> said");
    std::set<std::string> found;
    std::istringstream trace(folder.read("trace"));
    const std::regex call("^\\d+ +(\\w+)\\((?:AT_FDCWD, )?(?:\"([^\"]*)\")?.*");
    std::smatch parts;
    for (std::string line; std::getline(trace, line);) {
      if (!std::regex_match(line, parts, call)) continue;
      const std::string name = parts[1], file = parts[2];
      const bool looks = name.find("stat") != name.npos || name == "access" || name == "readlink" || name == "getcwd";
      const bool is_own = line.find("socketpair(AF_UNIX,") != line.npos || kOnSockets.count(name) != 0;
      if (looks || is_own || std::regex_match(file, kSystem) || (name == "openat" && std::regex_match(file, kFonts)) ||
          (name == "execve" && file == ProgramFolder::program()))
        continue;
      found.insert(name + " " + file);
    }
    return found;
  }

  ProgramFolder folder;
};

using Touched = std::set<std::string>;

TEST_F(Sandbox, OnlyWhatWasNamedIsOpened) {
  if (kSanitized) GTEST_SKIP() << "the sanitizers open files and start programs";
  if (folder.shell("strace -qq true").code != 0) GTEST_SKIP() << "no strace, or it may trace nothing";
  const auto opened = [](const std::string& file) { return Touched{"openat " + file}; };
  EXPECT_EQ(touched("extract a.txt"), opened("a.txt"));
  EXPECT_EQ(touched("extract - < a.txt"), Touched{});
  EXPECT_EQ(touched("extract -j 3 page.html good.docx page.pdf all.zip"),
            (Touched{"openat page.html", "openat good.docx", "openat page.pdf", "openat all.zip"}));
  EXPECT_NE(folder.read("made").find("7484"), std::string::npos);
  EXPECT_EQ(touched("extract word.docx"), opened("word.docx"));
  EXPECT_EQ(folder.read("made").find("root:"), std::string::npos);
  EXPECT_EQ(touched("extract --jsonl lines.jsonl"), opened("lines.jsonl"));
  EXPECT_EQ(touched("check a.txt"), opened("a.txt"));
  EXPECT_EQ(touched("verify table.csv a.txt"), (Touched{"openat table.csv", "openat a.txt"}));
  EXPECT_EQ(touched("extract a.txt --output a.ndjson"),
            (Touched{"openat a.txt", "openat a.ndjson.part", "openat a.ndjson.part.journal", "rename a.ndjson.part",
                     "unlink a.ndjson.part.journal"}));
}

// An unprivileged user without capabilities, in namespaces of its own, all files read-only: what writes to standard
// output works, PDFs (a process each) too; what writes to a file says why it cannot.
TEST_F(Sandbox, RunsUnprivilegedInAReadOnlyContainer) {
  const std::string sandbox =
      "bwrap --ro-bind / / --dev /dev --proc /proc --unshare-all --die-with-parent --uid 65534 --gid 65534 "
      "--cap-drop ALL '" +
      ProgramFolder::program() + "' ";
  if (folder.shell("chmod -R a+rX .; bwrap --ro-bind / / --unshare-all --uid 65534 --gid 65534 true").code != 0) {
    GTEST_SKIP() << "no bubblewrap, or the kernel lets nobody make namespaces";
  }
  const std::string files = "a.txt page.html good.docx page.pdf all.zip";
  const Ran inside = folder.shell(sandbox + "extract -q -j 3 " + files);
  EXPECT_EQ(inside.code, 0) << inside.err;
  EXPECT_GT(inside.out.size(), 1000u);
  EXPECT_TRUE(inside.out == folder.shell("zhibiao extract -q " + files).out);
  EXPECT_EQ(folder.shell(sandbox + "check -q a.txt").code, 0);
  for (const char* refused : {"extract a.txt --output a.ndjson", "extract a.txt --output res/", "view a.txt -o a.html",
                              "panel a.txt -o p.sqlite"}) {
    const Ran ran = folder.shell(sandbox + refused);
    EXPECT_EQ(ran.code, 2) << refused;
    EXPECT_NE(ran.err, "") << refused;
  }
}

TEST_F(Sandbox, TheProgramIsHardened) {
  if (kSanitized || std::getenv("ZHIBIAO_BIN") != nullptr) GTEST_SKIP() << "another build";
  const Ran ran = folder.shell("readelf -W -h -l -d -s '" + ProgramFolder::program() + "'");
  for (const char* wanted : {"DYN (Position-Independent Executable file)", "GNU_RELRO", "BIND_NOW",
                             "GNU_STACK      0x000000 0x0000000000000000 0x0000000000000000 0x000000 0x000000 RW ",
                             "__stack_chk_fail@", "printf_chk@"}) {
    EXPECT_NE(ran.out.find(wanted), std::string::npos) << wanted;
  }
}

}  // namespace
}  // namespace zhibiao::testing
