#include "cli/panel_decisions.h"

#include "panel/decided_figures.h"

namespace zhibiao::cli {
namespace {

std::vector<Decision> read_decisions(const std::string& path) {
  try {
    return parse_decisions(read_all(path));
  } catch (const Error& error) {
    throw UsageError(path + ": " + error.what());
  }
}

void each_undecided(Session& session, const SeeDecided& see) {
  each_observation(
      session, {see.source, [&see](const Observation& observation) { see.observation(observation, ""); }, see.other});
}

}  // namespace

void each_decided(Session& session, const SeeDecided& see) {
  const std::string& path = session.options.panel.decisions;
  if (path.empty()) return each_undecided(session, see);
  DecidedFigures decided(read_decisions(path), session.grammar());
  each_observation(session, {[&](Source source, std::string text) {
                               decided.add(source, text);
                               see.source(std::move(source), std::move(text));
                             },
                             [&](const Observation& given) {
                               Observation observation = given;
                               const std::optional<Verdict> verdict = decided.apply(observation);
                               see.observation(observation, verdict ? name_of(*verdict) : "");
                             },
                             see.other});
  for (const DecidedFigure& figure : decided.missed()) see.observation(figure.observation, name_of(figure.verdict));
  if (const Decision* foreign = decided.foreign()) {
    session.warn(path + ": has decisions on reports that are not here, or that came as lines without their hash: " +
                 foreign->doc);
  }
}

}  // namespace zhibiao::cli
