// Observations and the reports that they come from, whether they are extracted now or were before.
#pragma once

#include <functional>
#include <string>

#include "cli/session.h"
#include "panel/source.h"

namespace zhibiao::cli {

struct SeeObservations {
  // A report, read or not; before its observations. `text` "" where it is not known.
  std::function<void(Source, std::string text)> source;
  std::function<void(const Observation&)> observation;
  std::function<void(const Line&)> other = nullptr;  // of NDJSON: lines of other types
};

// Of the named reports, and of the NDJSON of --from; files whose names end in .ndjson and a bare standard input are
// NDJSON too.
void each_observation(Session& session, const SeeObservations& see);

}  // namespace zhibiao::cli
