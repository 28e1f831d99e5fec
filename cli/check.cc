// check: figures held against each other. Observations come as NDJSON or are extracted here from files and folders.
#include <unistd.h>

#include <algorithm>

#include "chain.h"
#include "check/check_report.h"
#include "check/checker.h"
#include "cli/commands.h"
#include "cli/documents.h"

namespace zhibiao::cli {
namespace {

bool names(const std::vector<std::string>& kinds, const std::string& kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

class Checking {
 public:
  explicit Checking(Session& session) : session_(session), checker_(session.grammar()) {
    in_words_ = session.options.format.has_value() || (!session.options.ndjson && ::isatty(STDOUT_FILENO) != 0);
    session.writes_ndjson = !in_words_;
  }

  void see(Document document) {
    const ReportYears years = years_of(document.meta.doc_type, document.meta.year, document.meta.report_year);
    std::vector<Observation> observations;
    Chain chain(session_.grammar(), {}, OffsetUnit::codepoints);
    chain.run(std::move(document), [&observations](MadeLine line) {
      if (const auto* made = std::get_if<const Observation*>(&line)) observations.push_back(**made);
    });
    write(checker_.document(observations, years));
  }

  // Of lines the observations of one document stand together.
  void see(Line& line) {
    if (auto* document = std::get_if<DocumentLine>(&line)) {
      finish_lines();
      const Metadata& meta = document->document.meta;
      years_ = years_of(meta.doc_type, meta.year, meta.report_year);
    } else if (auto* sentence = std::get_if<SentenceLine>(&line)) {
      const ReportMeta& meta = *sentence->sentence.sentence.meta;
      if (observations_.empty() && !years_) years_ = years_of(meta.doc_type, meta.year, meta.report_year);
    } else if (auto* observation = std::get_if<Observation>(&line)) {
      if (!observations_.empty() && observations_.front().doc != observation->doc) finish_lines();
      observations_.push_back(std::move(*observation));
    } else if (const auto* error = std::get_if<ErrorLine>(&line)) {
      if (!in_words_) session_.write(*error);
    }
  }

  void finish_lines() {
    if (!observations_.empty()) write(checker_.document(observations_, years_.value_or(ReportYears{})));
    observations_.clear();
    years_.reset();
  }

  void finish() {
    write(checker_.across());
    if (in_words_) append_check_totals(session_.out.buffer, totals_);
  }

 private:
  void write(const std::vector<Finding>& findings) {
    const Options& options = session_.options;
    for (const Finding& finding : findings) {
      if (!options.kinds.empty() && !names(options.kinds, finding.kind)) continue;
      ++(finding.ok ? totals_[finding.kind].passed : totals_[finding.kind].failed);
      const bool fails = !finding.ok && (names(options.fail_on, finding.kind) || names(options.fail_on, "any"));
      session_.flagged = session_.flagged || fails;
      if (options.failed && finding.ok) continue;
      session_.found = true;
      in_words_ ? append_finding(session_.out.buffer, finding, options.color == "always")
                : append_json(session_.out.buffer, finding);
      session_.out.flush_if_full();
    }
  }

  Session& session_;
  Checker checker_;
  CheckTotals totals_;
  bool in_words_ = false;
  std::vector<Observation> observations_;  // of the document whose lines are coming in
  std::optional<ReportYears> years_;
};

bool is_lines(const std::string& path) { return path == "-" || path.ends_with(".ndjson") || path.ends_with(".jsonl"); }

}  // namespace

void run_check(Session& session) {
  Checking checking(session);
  const Options& options = session.options;
  const bool has_documents = options.jsonl || !options.files_from.empty();
  std::vector<std::string> files = options.files.empty() && !has_documents ? inputs(options) : options.files;
  const auto documents = std::stable_partition(files.begin(), files.end(), [&options](const std::string& path) {
    return options.lines || (is_lines(path) && !options.jsonl);
  });
  session.options.files.assign(files.begin(), documents);
  if (documents != files.begin()) {
    session.each_line("check", [&checking](Line& line, std::string_view) { checking.see(line); });
    checking.finish_lines();
  }
  session.options.files.assign(documents, files.end());
  if (documents != files.end() || has_documents) {
    each_document_in_turn(session, [&checking](Document document) { checking.see(std::move(document)); });
  }
  checking.finish();
}

}  // namespace zhibiao::cli
