// A Frictionless data package: what a CSV file's columns are, and which reports it was made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "panel/field.h"
#include "panel/source.h"

namespace zhibiao {

struct CsvResource {
  std::string path;  // relative to the package
  Fields fields;
  uint64_t bytes = 0;
};

// The package with this resource. `before` is the package that is there already, "" if none: resources of other files
// stay in it. Throws Error when that is no data package.
std::string datapackage_json(const CsvResource& resource, const std::vector<Source>& sources, std::string_view before);

}  // namespace zhibiao
