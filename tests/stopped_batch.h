// A batch of forty reports, one of them broken, that is stopped: what the tests of kills and of refusals share.
#pragma once

#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <map>
#include <random>

#include "tests/run_program.h"
#include "tests/testing.h"

extern char** environ;

namespace zhibiao {

namespace fs = std::filesystem;

class StoppedBatch : public ::testing::Test {
 protected:
  StoppedBatch() {
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
    const int kills = kSanitized ? 4 : 50;
    std::mt19937 random(seed);
    int killed = 0, finished = 0;
    for (int i = 0; i < kills * 20 && killed < kills; ++i) {
      const int status = run_and_signal(arguments, SIGKILL, 5'000 + random() % 90'000);
      const bool is_finished = WIFEXITED(status);
      is_finished ? ++finished : ++killed;
      ASSERT_TRUE(!is_finished || WEXITSTATUS(status) == 4) << status;  // one of the reports is broken
      check(is_finished);
      if (::testing::Test::HasFatalFailure()) return;
      if (is_finished) folder.shell(remove);
    }
    EXPECT_EQ(killed, kills);
    folder.shell("zhibiao " + arguments);
    check(true);
  }

  ProgramFolder folder;
  std::string where;
};

}  // namespace zhibiao
