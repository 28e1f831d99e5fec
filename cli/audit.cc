// audit: is every number of a report accounted for?
#include <memory>

#include "check/audit_report.h"
#include "cli/commands.h"
#include "cli/documents.h"
#include "observe/observe.h"
#include "segment/outline.h"

namespace zhibiao::cli {
namespace {

class Auditing {
 public:
  explicit Auditing(Session& session) : session_(session), auditor_(session.grammar()) {}

  // Lines of `extract --keep document,sentence --keep-text`.
  void see(Line& line) {
    if (auto* document = std::get_if<DocumentLine>(&line)) {
      finish_lines();
      if (!document->has_text) {
        const std::string& doc = document->document.doc;
        return session_.fail(doc, {doc, std::nullopt, "audit", "a document without text: extract --keep-text"});
      }
      lines_.emplace();
      lines_->doc = document->document.doc;
      lines_->text = std::move(document->document.text);
    } else if (!lines_) {
      return;
    } else if (auto* sentence = std::get_if<SentenceLine>(&line)) {
      lines_->sentences.push_back(prepare(std::move(sentence->sentence), session_.grammar()));
    } else if (auto* observation = std::get_if<Observation>(&line)) {
      lines_->observations.push_back(std::move(*observation));
    }
  }

  void take(const AuditedDocument& document) {
    totals_.add(document.totals);
    ++documents_;
    if (!document.items.empty()) session_.found = true;
    std::string& out = session_.out.buffer;
    if (session_.options.json)
      append_audit_json(out, document, session_.options.all);
    else
      append_audit(out, document, session_.options.all);
    session_.out.flush_if_full();
  }

  void finish() {
    finish_lines();
    std::string& out = session_.out.buffer;
    if (session_.options.json)
      append_audit_totals_json(out, totals_, documents_);
    else
      append_audit_totals(out, totals_, documents_);
  }

 private:
  void finish_lines() {
    if (lines_) take(std::move(*lines_));
    lines_.reset();
  }

  void take(AuditInput input) { take(auditor_.audit(std::move(input))); }

  Session& session_;
  Auditor auditor_;
  AuditTotals totals_;
  size_t documents_ = 0;
  std::optional<AuditInput> lines_;  // the document whose lines are coming in
};

AuditInput audit_input(Document document, const Grammar& grammar) {
  Observer observer(grammar);
  AuditInput input;
  input.doc = document.doc;
  for (Sentence& sentence : segment(document).sentences) {
    PreparedSentence prepared = prepare(std::move(sentence), grammar);
    for (Observation& observation : observer.observe(prepared)) input.observations.push_back(std::move(observation));
    input.sentences.push_back(std::move(prepared));
  }
  input.text = std::move(document.text);
  return input;
}

// The documents are audited in several threads, and counted and printed in one.
SeeDocument see_and_audit(const Grammar& grammar, Auditing& auditing) {
  const auto auditor = std::make_shared<Auditor>(grammar);
  return [&grammar, &auditing, auditor](Document document, Outlet& outlet) {
    const auto audited = std::make_shared<AuditedDocument>(auditor->audit(audit_input(std::move(document), grammar)));
    outlet.then([&auditing, audited] { auditing.take(*audited); });
  };
}

}  // namespace

void run_audit(Session& session) {
  session.writes_ndjson = session.options.json;
  Auditing auditing(session);
  if (session.options.lines) {
    session.each_line("audit", [&auditing](Line& line, std::string_view) { auditing.see(line); });
  } else {
    each_document(session, [&] { return see_and_audit(session.grammar(), auditing); });
  }
  auditing.finish();
}

}  // namespace zhibiao::cli
