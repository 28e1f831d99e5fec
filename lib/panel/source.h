// A report that a panel was made of, or that could not be read.
#pragma once

#include <string>

#include "text/document.h"

namespace zhibiao {

struct Source {
  std::string doc;
  Metadata meta;
  std::string grammar;  // hash
  std::string problem;  // why it could not be read; "" of one that was

  friend bool operator==(const Source&, const Source&) = default;
};

}  // namespace zhibiao
