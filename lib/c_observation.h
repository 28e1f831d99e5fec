// Observations as the structs of zhibiao_c.h.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "observe/observation.h"
#include "zhibiao_c.h"

namespace zhibiao {

// The structs point into the observations, which must stay where they are, and into what is kept here beside them.
class CObservations {
 public:
  CObservations() = default;
  explicit CObservations(const std::vector<Observation>& observations);
  CObservations(const CObservations&) = delete;
  CObservations& operator=(const CObservations&) = delete;

  size_t size() const { return structs_.size(); }
  // nullptr behind the last.
  const zhibiao_observation* at(size_t index) const { return index < structs_.size() ? &structs_[index] : nullptr; }

 private:
  zhibiao_observation struct_of(const Observation& observation);
  const char* plain(const std::optional<Decimal>& number);
  zhibiao_strings strings(const std::vector<std::string>& texts);

  std::vector<zhibiao_observation> structs_;
  std::deque<std::string> decimals_;
  std::deque<std::vector<const char*>> lists_;
};

}  // namespace zhibiao
