// The observations of a report one after the other in one piece of memory, some 300 bytes each where an Observation
// with its texts takes 1,500: they are kept long after they were made, and there are many.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "observe/observation.h"

namespace zhibiao::python {

class ObservationPack {
 public:
  void add(const Observation& observation);
  size_t size() const { return size_; }
  // Each in order. What is passed is good until `see` returns.
  template <typename See>
  void each(See see) const {
    Observation observation;
    for (std::string_view rest = bytes_; !rest.empty();) {
      unpack(rest, observation);
      see(static_cast<const Observation&>(observation));
    }
  }

 private:
  // Takes the first one of `rest` off it. `observation` is the one before, of which much stays as it is.
  static void unpack(std::string_view& rest, Observation& observation);

  std::string bytes_;
  Observation last_;
  size_t size_ = 0;
};

}  // namespace zhibiao::python
