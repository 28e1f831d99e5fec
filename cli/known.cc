#include "cli/known.h"

#include <algorithm>
#include <vector>

#include "emit/known.h"
#include "text/error.h"

namespace zhibiao::cli {
namespace {

std::vector<std::string> split(std::string_view line, char separator) {
  std::vector<std::string> cells;
  for (size_t begin = 0; begin <= line.size();) {
    const size_t end = std::min(line.find(separator, begin), line.size());
    cells.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

}  // namespace

KnownTable::KnownTable(std::string_view tsv) {
  if (tsv.starts_with("\xEF\xBB\xBF")) tsv.remove_prefix(3);
  std::vector<std::string> keys;
  size_t number = 0;
  for (std::string& line : split(tsv, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    const std::vector<std::string> cells = split(line, '\t');
    if (keys.empty()) {
      keys = cells;
      continue;
    }
    Metadata& meta = rows_[cells[0]];
    for (size_t i = 1; i < std::min(cells.size(), keys.size()); ++i) {
      if (cells[i].empty()) continue;
      try {
        set_known(meta, keys[i], cells[i]);
      } catch (const Error& error) {
        throw Error("line " + std::to_string(number) + ": " + error.what());
      }
    }
  }
}

const Metadata* KnownTable::find(const std::string& doc) const {
  auto row = rows_.find(doc);
  if (row == rows_.end()) row = rows_.find(doc.substr(doc.find_last_of("/!") + 1));
  return row == rows_.end() ? nullptr : &row->second;
}

}  // namespace zhibiao::cli
