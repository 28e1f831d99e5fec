#include "cli/session.h"

#include <unistd.h>

#include <cstdio>
#include <thread>
#include <utility>

#include "cli/stop.h"
#include "emit/width.h"
#include "grammar/loader.h"
#include "text/sha256.h"

namespace zhibiao::cli {
namespace {

constexpr int kInterrupted = 130;

std::string shown(const std::string& path) { return path == "-" ? "standard input" : path; }

// What the results of a document depend on beside the document.
std::string made_by(const Options& options, const std::string& grammar) {
  std::string said;
  const ReadOptions& read = options.read;
  Document known;
  known.meta = read.known;
  append_json(said, DocumentLine{std::move(known), true, ""});
  if (!options.meta_file.empty()) said += read_all(options.meta_file);
  const Keep& keep = options.keep;
  for (const uint64_t number :
       {uint64_t{keep.document}, uint64_t{keep.sentence}, uint64_t{keep.term}, uint64_t{keep.text},
        static_cast<uint64_t>(options.offsets), uint64_t{options.jsonl},
        read.format ? static_cast<uint64_t>(*read.format) + 1 : 0, read.limits.bytes, options.fields.wanted()}) {
    said += ' ' + std::to_string(number);
  }
  return "zhibiao " ZHIBIAO_VERSION "\t" + grammar + "\t" + sha256_hex(said + read.encoding);
}

}  // namespace

Session::Session(Options given) : options(std::move(given)), progress(options.language) {
  if (options.errors_file.empty()) return;
  errors_.open(options.errors_file);
  if (!errors_) throw UsageError("--errors " + options.errors_file + ": cannot be written");
}

void Session::say(const std::string& what) const {
  progress.clear();
  const std::string line = "zhibiao: " + plain_line(translated(what, options.language)) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void Session::summarize() {
  progress.clear();
  const std::string summary = progress.summary();
  if (interrupted())
    return warn("interrupted; " + (summary.empty() ? "what is complete is written" : summary) +
                (delivery && delivery->keeps_journal() ? "; --resume goes on" : ""));
  if (!summary.empty()) warn(summary);
}

const Grammar& Session::grammar() {
  try {
    if (options.grammars.empty()) return Grammar::embedded();
    if (!loaded_) loaded_ = Grammar::load(options.grammars);
    return *loaded_;
  } catch (const Error& error) {
    throw GrammarProblem(error.what());
  }
}

std::string Session::grammar_hash() { return options.grammars.empty() ? embedded_grammar_hash() : grammar().hash(); }

void Session::write_raw(std::string_view line) {
  out.buffer += line;
  out.buffer += '\n';
  out.flush_if_full();
}

void Session::fail(const std::string& where, const ErrorLine& error) {
  std::string line;
  append_json(line, error);
  item_.failed_at = where;
  item_.error = line;
  if (writes_ndjson) {
    if (delivery && delivery->is_folder())
      write_all(STDOUT_FILENO, line, "standard output");
    else
      out.buffer += line;
    out.flush_if_full();
  }
  tell_failure(where, error);
}

void Session::tell_failure(const std::string& where, const ErrorLine& error) {
  had_error = true;
  progress.add_failure();
  if (on_failure) on_failure(error);
  if (errors_.is_open()) {
    errors_ << plain_line(error.doc.value_or(where)) << '\t' << plain_line(error.message) << std::endl;
  }
  say(translated(shown(where), options.language) + (error.line ? ":" + std::to_string(*error.line) : "") + ": " +
      translated(error.message, options.language));
}

void Session::fail_input(const std::string& path, std::string_view stage, const Error& error) {
  fail_path(path, stage, error.what(), dynamic_cast<const Missing*>(&error) != nullptr);
}

void Session::fail_path(const std::string& path, std::string_view stage, const std::string& problem, bool is_missing) {
  (is_missing ? missing_ : has_input) = true;
  fail(path, {path, std::nullopt, std::string(stage), problem});
}

void Session::fail(Outlet& outlet, const std::string& where, const ErrorLine& error) {
  outlet.then([this, where, error] { fail(where, error); });
}

void Session::fail_input(Outlet& outlet, const std::string& path, std::string_view stage, const std::string& problem,
                         bool is_missing) {
  outlet.then(
      [this, path, stage = std::string(stage), problem, is_missing] { fail_path(path, stage, problem, is_missing); });
}

void Session::warn(const std::string& what) const {
  if (!options.quiet) say(what);
}

void Session::report(const std::string& what) const {
  if (options.verbose) say(what);
}

void Session::each_line(std::string_view stage, const std::function<void(Line&, std::string_view)>& see) {
  for (const std::string& path : inputs(options)) {
    try {
      each_line_of(path, stage, see);
    } catch (const Error& error) {
      fail_input(path, stage, error);
    }
  }
}

void Session::each_line_of(const std::string& path, std::string_view stage,
                           const std::function<void(Line&, std::string_view)>& see) {
  LineReader reader(path);
  has_input = true;
  while (const std::optional<std::string_view> raw = reader.next()) {
    if (raw->find_first_not_of(" \t\r") == std::string_view::npos) continue;
    std::optional<Line> line;
    try {
      line = parse_line(*raw);
    } catch (const Error& error) {
      fail(path, {std::nullopt, reader.number(), std::string(stage), error.what()});
    }
    if (line) {
      if (std::holds_alternative<ErrorLine>(*line)) had_error = true;
      try {
        see(*line, *raw);
      } catch (const Error& error) {  // no failure of the line: what is made of it cannot be written
        throw OutputFailed(error.what());
      }
    }
    if (!reader.has_line()) out.flush();  // somebody may be waiting at the other end
  }
}

void Session::run_jobs(size_t workers, const std::function<void(const PutJob&)>& produce) {
  heed_interrupt();
  run_in_order(workers, {produce, [this](std::string& bytes) { out.take(bytes); }, [this] { out.flush(); }});
}

void Session::deliver() {
  if (!options.output.empty()) delivery = std::make_unique<Delivery>(options, made_by(options, grammar().hash()), out);
}

void Session::begin_item(const std::optional<std::string>& doc) {
  item_ = {};
  item_found = false;
  if (delivery) delivery->begin(doc);
}

void Session::end_item(const std::optional<std::string>& doc, const std::string& id) {
  if (!delivery) return;
  item_.id = id;
  item_.doc = doc.value_or("");
  item_.found = item_found;
  delivery->end(std::exchange(item_, {}));
}

void Session::skip_item(const JournalEntry& entry) {
  delivery->skip();
  if (entry.found) found = true;
  if (entry.failed_at.empty()) {
    progress.add_done();
  } else if (const Line line = parse_line(std::string_view(entry.error).substr(0, entry.error.size() - 1));
             const auto* error = std::get_if<ErrorLine>(&line)) {
    tell_failure(entry.failed_at, *error);
  }
}

size_t Session::workers() const {
  return options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

int Session::exit_code() const {
  if (interrupted()) return kInterrupted;
  if (read_nothing()) return 2;
  if (had_error) return 4;
  if (flagged) return 5;
  return options.exit_if_empty && !found ? 1 : 0;
}

void write_raw(Outlet& outlet, std::string_view line) {
  outlet.buffer += line;
  outlet.buffer += '\n';
  outlet.flush_if_full();
}

std::vector<std::string> inputs(const Options& options) {
  if (!options.files.empty()) return options.files;
  if (::isatty(STDIN_FILENO) != 0) throw UsageError("no input: name files, pipe something in, or say - to type it");
  return {"-"};
}

}  // namespace zhibiao::cli
