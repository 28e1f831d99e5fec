// What a person says of documents beforehand: --meta key=value for all, --meta-file for each. It wins over what is
// detected.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "text/document.h"

namespace zhibiao::cli {

// A TSV with a head line; its first column names documents, by path or by file name alone.
class KnownTable {
 public:
  KnownTable() = default;
  // Throws Error with the line's number.
  explicit KnownTable(std::string_view tsv);

  // nullptr where nothing is said of the document.
  const Metadata* find(const std::string& doc) const;

 private:
  std::unordered_map<std::string, Metadata> rows_;
};

}  // namespace zhibiao::cli
