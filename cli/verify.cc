// verify: somebody else's table held against the reports.
#include "panel/verify.h"

#include <algorithm>
#include <filesystem>

#include "cli/commands.h"
#include "cli/observations.h"
#include "cli/panel_output.h"
#include "grammar/data.h"
#include "panel/delimited.h"

namespace zhibiao::cli {
namespace {

std::vector<std::pair<std::string, std::string>> header_map(const PanelOptions& options) {
  std::vector<std::pair<std::string, std::string>> map;
  for (const std::string& pair : options.map) {
    const size_t equals = pair.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size()) {
      throw UsageError("--map: " + pair + " is not HEADER=FIELD");
    }
    map.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
  }
  return map;
}

Sheet sheet_of(const Session& session) {
  const PanelOptions& options = session.options.panel;
  if (std::filesystem::is_directory(options.table)) throw Error("is a folder: the table comes first, then the reports");
  const std::string bytes = read_all(options.table);
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) throw Error("is an old Excel file (xls): save it as xlsx or csv");
  if (bytes.starts_with("PK\x03\x04")) return read_xlsx(bytes, options.sheet, session.options.read.limits);
  return read_delimited(bytes);
}

TableClaims claims_in(Session& session) {
  const std::string& table = session.options.panel.table;
  try {
    TableClaims claims = claims_of(sheet_of(session), header_map(session.options.panel));
    for (const ClaimProblem& problem : claims.problems) {
      session.fail(table, {std::nullopt, problem.row, "verify", problem.column + ": no number: " + problem.text});
    }
    for (const std::string& header : claims.ignored) session.report(table + ": column without numbers: " + header);
    return claims;
  } catch (const Error& error) {
    throw UsageError(table + ": " + error.what());
  }
}

bool fails_on(const PanelOptions& options, ClaimVerdict verdict) {
  const std::string_view word = verdict == ClaimVerdict::not_found ? "not-found" : name_of(verdict);
  return std::find(options.fail_on.begin(), options.fail_on.end(), word) != options.fail_on.end();
}

}  // namespace

void run_verify(Session& session) {
  session.writes_ndjson = false;
  const PanelOptions& options = session.options.panel;
  if (panel_format(options) == "sqlite") throw UsageError("verify writes csv, tsv, ndjson, md or xlsx");
  TableClaims table = claims_in(session);
  const GrammarData& grammar = session.grammar().data();
  for (TableClaim& claim : table.claims) know_id(claim.indicator, grammar.catalogue());
  Verifier verifier(std::move(table.claims), grammar.figures);
  std::vector<Source> sources;
  each_observation(session, {[&](const Source& source, const std::string&) {
                               verifier.add(source);
                               sources.push_back(source);
                             },
                             [&](const Observation& observation) { verifier.add(observation); }});
  const std::vector<Checked> results = verifier.results();
  const RowSink out = panel_sink(session, verify_fields(), "verdict", sources);
  std::array<size_t, kVerdictNames.size()> counts{};
  for (size_t i = 0; i < results.size(); ++i) {
    out.add(verify_row(verifier.claims()[i], results[i]));
    ++counts[static_cast<size_t>(results[i].verdict)];
    session.flagged = session.flagged || fails_on(options, results[i].verdict);
  }
  out.finish();
  session.found = counts[static_cast<size_t>(ClaimVerdict::not_found)] < results.size();
  session.warn(std::to_string(results.size()) + " values: " + std::to_string(counts[2]) + " supported, " +
               std::to_string(counts[1]) + " contradicted, " + std::to_string(counts[0]) + " not found");
}

}  // namespace zhibiao::cli
