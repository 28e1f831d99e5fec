#include "cli/eval_decisions.h"

#include <algorithm>

#include "chain.h"
#include "check/decided.h"
#include "cli/documents.h"

namespace zhibiao::cli {
namespace {

std::vector<Decision> read_decisions(const std::string& path) {
  try {
    return parse_decisions(read_all(path));
  } catch (const Error& error) {
    throw UsageError(path + ": " + error.what());
  }
}

// Takes those about the document out of `decisions`.
std::vector<Decision> take_for(const Document& document, std::vector<Decision>& decisions) {
  const auto rest = std::stable_partition(decisions.begin(), decisions.end(), [&](const Decision& decision) {
    return !concerns(decision, document.doc, document.meta.sha256);
  });
  std::vector<Decision> taken(std::make_move_iterator(rest), std::make_move_iterator(decisions.end()));
  decisions.erase(rest, decisions.end());
  return taken;
}

}  // namespace

std::vector<ScoredFile> score_decisions(Session& session) {
  std::vector<Decision> decisions = read_decisions(session.options.decisions_file);
  std::vector<ScoredFile> files;
  each_document_in_turn(session, [&](Document document) {
    const std::vector<Decision> taken = take_for(document, decisions);
    if (taken.empty()) return;
    ScoredFile file;
    file.name = document.doc;
    file.kind = report_kind(document.meta.region, document.meta.doc_type);
    file.text = document.text;
    std::vector<Answer> answers;
    Chain chain(session.grammar(), {}, OffsetUnit::codepoints);
    chain.run(std::move(document), [&](MadeLine line) {
      if (const auto* made = std::get_if<const Observation*>(&line)) answers.push_back(answer_of(**made));
    });
    file.scored = score(gold_of(taken), std::move(answers));
    files.push_back(std::move(file));
  });
  if (!decisions.empty()) {
    session.warn(std::to_string(decisions.size()) +
                 " decisions are about reports that are not here: " + decisions.front().doc);
  }
  return files;
}

}  // namespace zhibiao::cli
