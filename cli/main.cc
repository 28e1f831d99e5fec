// zhibiao: every numeric claim of a Chinese report, as JSON Lines. This file turns what happened into an exit code.
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <new>
#include <sstream>
#include <utility>

#include "cli/command_line.h"
#include "cli/guide.h"
#include "text/formats/isolated.h"

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

// Every line of it may be a message of its own.
int failed(int code, const std::string& what, Language language, const char* before = "zhibiao: ") {
  std::istringstream lines(what);
  for (std::string line; std::getline(lines, line);) {
    std::fprintf(stderr, "%s%s\n", before, translated(line, language).c_str());
  }
  return code;
}

// Whatever stops a command, the lines before it are written.
int run_command(Session& session, const std::function<void(Session&)>& command) {
  prepare_isolation();  // before there are threads, and files that other processes should not keep open
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
    session.out.buffer = "zhibiao " ZHIBIAO_VERSION ", grammar " + session.grammar_hash() + "\n";
  } else if (!line.run) {
    session.out.buffer = line.message;
  } else {
    return run_command(session, line.run);
  }
  session.out.flush();
  return 0;
}

int run_safely(int argc, char** argv) {
  Language language = language_asked(argc, argv);
  try {
    CommandLine line = parse_command_line(argc, argv);
    language = line.options.language;
    return run(std::move(line));
  } catch (const ReaderGone&) {
    return 0;
  } catch (const GrammarProblem& problem) {
    return failed(kGrammar, problem.what(), language, "");
  } catch (const UsageError& error) {
    const std::string hint = translated(" (see zhibiao --help)", language);
    return failed(kNotStarted, translated(error.what(), language) + hint, Language::en);
  } catch (const std::bad_alloc&) {
    return failed(kNotStarted, "out of memory", language);
  } catch (const std::exception& error) {
    return failed(kNotStarted, error.what(), language);
  }
}

}  // namespace
}  // namespace zhibiao::cli

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  if (!zhibiao::cli::open_standard_streams()) {
    return zhibiao::cli::failed(2, "standard output is closed", zhibiao::cli::language_asked(argc, argv));
  }
  return zhibiao::cli::run_safely(argc, argv);
}
