// One run of the program: where lines go, what was met on the way, and the exit code that follows from it.
#pragma once

#include <atomic>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "cli/delivery.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/pool.h"
#include "cli/progress.h"
#include "cli/usage.h"
#include "emit/json.h"
#include "grammar/grammar.h"

namespace zhibiao::cli {

// The grammar does not load or does not hold; what() lists every problem.
struct GrammarProblem : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Session {
 public:
  // Throws UsageError when the file of --errors cannot be written.
  explicit Session(Options given);

  // The embedded grammar, or --grammars. Throws GrammarProblem.
  const Grammar& grammar();
  std::string grammar_hash();  // without loading what is built in

  // Appends the line and counts it as something found.
  template <typename AnyLine>
  void write(const AnyLine& line) {
    append_json(out.buffer, line);
    out.flush_if_full();
  }
  void write_raw(std::string_view line);

  // An error line on standard output (where that is NDJSON) and its message on standard error. `where` names the file.
  void fail(const std::string& where, const ErrorLine& error);
  // An input that cannot be opened or read.
  void fail_input(const std::string& path, std::string_view stage, const Error& error);
  // The same from a job: told in its turn.
  void fail(Outlet& outlet, const std::string& where, const ErrorLine& error);
  void fail_input(Outlet& outlet, const std::string& path, std::string_view stage, const std::string& problem,
                  bool is_missing);
  void warn(const std::string& what) const;
  void report(const std::string& what) const;  // only with -v
  // The summary of a batch, on standard error.
  void summarize();

  // Calls see(line, raw) for each NDJSON line of the named files or of standard input. A line that does not parse
  // becomes an error line; an error line from upstream is remembered.
  void each_line(std::string_view stage, const std::function<void(Line&, std::string_view)>& see);

  // Runs the jobs that `produce` puts, their results in order on standard output. SIGINT ends it after the jobs that
  // have begun.
  void run_jobs(size_t workers, const std::function<void(const PutJob&)>& produce);
  // Of --jobs, or one a core.
  size_t workers() const;

  // --output: results go to a file or a folder from now on. Throws UsageError.
  void deliver();
  // Main thread: around what one document, or one input that is none, writes.
  void begin_item(const std::optional<std::string>& doc);
  void end_item(const std::optional<std::string>& doc, const std::string& id);
  // Main thread: the item is done from before; tells again what failed.
  void skip_item(const JournalEntry& entry);

  int exit_code() const;
  // All that was named is missing: what is there under the name of the output stays.
  bool read_nothing() const { return missing_ && !has_input; }

  Options options;
  Output out;
  mutable Progress progress;
  bool writes_ndjson = true;
  std::atomic<bool> found{false};      // for -e
  std::atomic<bool> had_error{false};  // an error line, ours or from upstream
  bool flagged = false;                // something that --fail-on names
  bool has_input = false;              // at least one input exists
  // Also told of each failure, for what has a place for it in its output.
  std::function<void(const ErrorLine&)> on_failure;
  bool item_found = false;             // the item at hand has observations
  std::unique_ptr<Delivery> delivery;  // nullptr: standard output

 private:
  void fail_path(const std::string& path, std::string_view stage, const std::string& problem, bool is_missing);
  void each_line_of(const std::string& path, std::string_view stage,
                    const std::function<void(Line&, std::string_view)>& see);

  void tell_failure(const std::string& where, const ErrorLine& error);
  void say(const std::string& what) const;

  std::optional<Grammar> loaded_;
  std::ofstream errors_;  // of --errors
  bool missing_ = false;
  JournalEntry item_;  // what is to be remembered of the item at hand
};

// Appends the line to what the job writes.
template <typename AnyLine>
void write_line(Outlet& outlet, const AnyLine& line) {
  append_json(outlet.buffer, line);
  outlet.flush_if_full();
}
void write_raw(Outlet& outlet, std::string_view line);

// Files, or "-" when none is named. Throws UsageError when that would wait for somebody at a terminal.
std::vector<std::string> inputs(const Options& options);

}  // namespace zhibiao::cli
