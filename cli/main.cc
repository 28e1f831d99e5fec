// zhibiao: every numeric claim of a Chinese report, as JSON Lines. This file turns what happened into an exit code.
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <new>

#include "cli/command_line.h"

namespace zhibiao::cli {
namespace {

constexpr int kNotStarted = 2;
constexpr int kGrammar = 3;

// A file opened in place of a closed standard stream would get its number and be written to.
bool open_standard_streams() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(fd, F_GETFD) != -1) continue;
    if (fd == STDOUT_FILENO || ::open("/dev/null", O_RDWR) != fd) return false;
  }
  return true;
}

int failed(int code, const std::string& what) {
  std::fprintf(stderr, "zhibiao: %s\n", what.c_str());
  return code;
}

// Whatever stops a command, the lines before it are written.
int run_command(Session& session, const std::function<void(Session&)>& command) {
  try {
    command(session);
  } catch (...) {
    session.out.flush();
    throw;
  }
  session.out.flush();
  return session.exit_code();
}

int run(CommandLine line) {
  Session session(std::move(line.options));
  if (line.version) {
    session.out.buffer = "zhibiao " ZHIBIAO_VERSION ", grammar " + session.grammar().hash() + "\n";
  } else if (!line.run) {
    session.out.buffer = line.message;
  } else {
    return run_command(session, line.run);
  }
  session.out.flush();
  return 0;
}

int run_safely(int argc, char** argv) {
  try {
    return run(parse_command_line(argc, argv));
  } catch (const ReaderGone&) {
    return 0;
  } catch (const GrammarProblem& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return kGrammar;
  } catch (const UsageError& error) {
    return failed(kNotStarted, std::string(error.what()) + " (see zhibiao --help)");
  } catch (const std::bad_alloc&) {
    return failed(kNotStarted, "out of memory");
  } catch (const std::exception& error) {
    return failed(kNotStarted, error.what());
  }
}

}  // namespace
}  // namespace zhibiao::cli

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  if (!zhibiao::cli::open_standard_streams()) return zhibiao::cli::failed(2, "standard output is closed");
  return zhibiao::cli::run_safely(argc, argv);
}
