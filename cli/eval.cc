// eval: observations against what careful readers found.
#include <algorithm>
#include <filesystem>

#include "check/score_report.h"
#include "cli/commands.h"
#include "cli/eval_decisions.h"
#include "text/read.h"
#include "zhibiao.h"

namespace zhibiao::cli {
namespace {

namespace fs = std::filesystem;

// The report that a file of gold rows is about, NAME.txt beside NAME.jsonl; nullopt if it is not there.
std::optional<Document> report_beside(const std::string& gold_path) {
  const std::string path = fs::path(gold_path).replace_extension(".txt").string();
  if (path == gold_path || !fs::exists(path)) return std::nullopt;
  return read_document(path, read_all(path));
}

// parse(content of the file), with the file's name before what is wrong.
template <typename Parse>
auto parse_file(const std::string& path, Parse parse) {
  try {
    return parse(read_all(path));
  } catch (const Error& error) {
    throw UsageError(path + ": " + error.what());
  }
}

ScoredFile score_file(const std::string& name, const std::string& gold_path, std::vector<Answer> answers) {
  ScoredFile file;
  file.name = name;
  if (const std::optional<Document> report = report_beside(gold_path)) {
    file.kind = report_kind(report->meta.region, report->meta.doc_type);
    file.text = report->text;
  }
  file.scored = score(parse_file(gold_path, parse_gold), std::move(answers));
  return file;
}

std::vector<ScoredFile> score_pairs(const std::vector<std::string>& paths) {
  if (paths.empty() || paths.size() % 2 != 0) {
    throw UsageError("eval wants GOLD.jsonl and PREDICTED.jsonl, one after the other, or --gold DIR");
  }
  std::vector<ScoredFile> files;
  for (size_t i = 0; i < paths.size(); i += 2) {
    files.push_back(score_file(paths[i], paths[i], parse_file(paths[i + 1], parse_answers)));
  }
  return files;
}

// The names of DIR/NAME.jsonl, sorted.
std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".jsonl") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  if (names.empty()) throw UsageError(folder + " holds no NAME.jsonl");
  return names;
}

std::vector<ScoredFile> score_folder(const Options& options, const Grammar& grammar) {
  std::vector<ScoredFile> files;
  for (const std::string& name : options.files.empty() ? names_in(options.gold_folder) : options.files) {
    const std::string path = (fs::path(options.gold_folder) / name).string();
    std::vector<Answer> answers;
    for (const Observation& observation : parse_file(path + ".txt", [&](const std::string& bytes) {
           return extract(bytes, path + ".txt", grammar).observations;
         })) {
      answers.push_back(answer_of(observation));
    }
    files.push_back(score_file(name, path + ".jsonl", std::move(answers)));
  }
  return files;
}

std::vector<ScoredFile> scored_files(Session& session) {
  const Options& options = session.options;
  if (!options.decisions_file.empty()) return score_decisions(session);
  session.has_input = true;
  return options.gold_folder.empty() ? score_pairs(options.files) : score_folder(options, session.grammar());
}

}  // namespace

void run_eval(Session& session) {
  const Options& options = session.options;
  session.writes_ndjson = false;
  const std::vector<ScoredFile> files = scored_files(session);
  for (const ScoredFile& file : files) session.found = session.found || file.scored.tally.found > 0;
  std::string& out = session.out.buffer;
  if (options.json) return append_scores_json(out, files, options.errors);
  append_scores(out, files);
  if (options.by_rule) append_rule_scores(out, files);
  if (options.errors) append_differences(out, files);
}

}  // namespace zhibiao::cli
