// panel --decisions: observations on their way into a panel, as a reader of their page decided them.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/observations.h"

namespace zhibiao::cli {

struct SeeDecided {
  std::function<void(Source, std::string text)> source;
  // `decision` "" where nothing was decided.
  std::function<void(const Observation&, std::string_view decision)> observation;
  std::function<void(const Line&)> other = nullptr;
};

// each_observation(), with --decisions if it was given: missed figures come last. Throws UsageError for a file of
// decisions that is none.
void each_decided(Session& session, const SeeDecided& see);

}  // namespace zhibiao::cli
