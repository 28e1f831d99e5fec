// The columns of any table that a panel prints, and where its rows go.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao {

// exact: a decimal that a double may not hold; a number in CSV and a string in JSON.
enum class FieldType { text, number, exact, integer, boolean };

struct Field {
  std::string name;
  FieldType type = FieldType::text;
  std::string about;  // one line for a data dictionary
  std::string unit;   // of all its values, where it is one

  friend bool operator==(const Field&, const Field&) = default;
};

using Fields = std::vector<Field>;
using Row = std::vector<std::string>;  // a cell for each field; "" is null

// Takes rows one after the other; finish() comes last and once.
struct RowSink {
  std::function<void(const Row&)> add;
  std::function<void()> finish;
};

}  // namespace zhibiao
