// view: reports, or the lines that the chain made of them, as one HTML page.
#include <unistd.h>

#include <algorithm>

#include "chain.h"
#include "check/audit.h"
#include "check/checker.h"
#include "cli/commands.h"
#include "cli/documents.h"
#include "view/collect.h"
#include "view/page.h"

namespace zhibiao::cli {
namespace {

// What `audit` needs of the report whose lines are coming by.
class Viewing {
 public:
  explicit Viewing(Session& session) : session_(session), auditor_(session.grammar()) {
    session.on_failure = [this](const ErrorLine& error) { collector_.add(error); };
  }
  ~Viewing() { session_.on_failure = nullptr; }
  Viewing(const Viewing&) = delete;
  Viewing& operator=(const Viewing&) = delete;

  void see(Document document) {
    AuditInput input;
    input.doc = document.doc;
    input.text = document.text;
    Chain chain(session_.grammar(), {.document = true, .sentence = true}, OffsetUnit::codepoints);
    chain.run(std::move(document), [&](MadeLine line) {
      if (const auto* made = std::get_if<const DocumentLine*>(&line)) collector_.add(**made);
      if (const auto* made = std::get_if<const SentenceLine*>(&line)) {
        input.sentences.push_back(prepare((*made)->sentence, session_.grammar()));
        collector_.add(**made);
      }
      if (const auto* made = std::get_if<const Observation*>(&line)) {
        input.observations.push_back(**made);
        collector_.add(**made);
      }
    });
    session_.found = session_.found || !input.observations.empty();
    audit(std::move(input));
  }

  void see(Line line, std::string_view) {
    session_.found = session_.found || std::holds_alternative<Observation>(line);
    checked_ = checked_ || std::holds_alternative<Finding>(line);
    try {
      collector_.add(std::move(line));
    } catch (const Error& error) {
      session_.fail("-", {std::nullopt, std::nullopt, "view", error.what()});
    }
  }

  std::string page() {
    ViewPage page = collector_.take();
    if (!checked_) check(page);
    page.language = session_.options.language;
    std::string out;
    append_page(out, page);
    return out;
  }

 private:
  // What `check` would find, where no finding came in.
  void check(ViewPage& page) const {
    Checker checker(session_.grammar());
    for (ViewReport& report : page.reports) {
      const Metadata& meta = report.meta;
      report.findings = checker.document(report.observations, years_of(meta.doc_type, meta.year, meta.report_year));
    }
    for (Finding& finding : checker.across()) {
      const auto report = std::find_if(page.reports.begin(), page.reports.end(),
                                       [&finding](const ViewReport& one) { return one.doc == finding.doc; });
      if (report != page.reports.end()) report->findings.push_back(std::move(finding));
    }
  }

  void audit(AuditInput input) {
    const AuditedDocument audited = auditor_.audit(std::move(input));
    std::vector<Span> unexplained;
    for (const AuditItem& item : audited.items) {
      if (item.account == Account::unexplained || item.account == Account::undecided)
        unexplained.push_back(item.run.span);
    }
    collector_.add_unexplained(audited.doc, std::move(unexplained));
  }

  Session& session_;
  Auditor auditor_;
  bool checked_ = false;  // findings came in with the lines
  ViewCollector collector_;
};

void write_page(Session& session, std::string page) {
  const std::string& path = session.options.output_file;
  if (path.empty()) {
    session.out.buffer += page;
    return;
  }
  std::ofstream file(path, std::ios::binary);
  file << page;
  file.flush();
  if (!file) throw OutputFailed(path + ": cannot be written");
  session.report(path + ": " + std::to_string(page.size()) + " bytes");
}

}  // namespace

void run_view(Session& session) {
  session.writes_ndjson = false;
  if (session.options.output_file.empty() && ::isatty(STDOUT_FILENO) != 0) {
    throw UsageError("view writes a page: say -o PAGE.html");
  }
  Viewing viewing(session);
  if (session.options.lines || session.options.files.empty()) {
    session.each_line("view", [&](Line& line, std::string_view raw) { viewing.see(std::move(line), raw); });
  } else {
    each_document_in_turn(session, [&](Document document) { viewing.see(std::move(document)); });
  }
  if (session.has_input) write_page(session, viewing.page());
}

}  // namespace zhibiao::cli
