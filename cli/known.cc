#include "cli/known.h"

#include <algorithm>
#include <vector>

#include "emit/json.h"
#include "text/error.h"
#include "text/words.h"

namespace zhibiao::cli {
namespace {

int year_of(std::string_view key, const std::string& value) {
  const bool digits = std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (value.size() != 4 || !digits) throw Error(std::string(key) + " is no year of four digits: " + value);
  return std::stoi(value);
}

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

void set_known(Metadata& meta, std::string_view key, const std::string& value) {
  if (key == "title") {
    meta.title = value;
  } else if (key == "doc_type") {
    const Words types = {"work_report", "communique", "budget", "plan", "other"};
    if (std::find(types.begin(), types.end(), value) == types.end()) {
      throw Error("doc_type is none of work_report, communique, budget, plan, other: " + value);
    }
    meta.doc_type = value;
  } else if (key == "region") {
    meta.region = value;
  } else if (key == "region_code") {
    meta.region_code = value;
  } else if (key == "date") {
    meta.date = value;
  } else if (key == "speaker") {
    meta.speaker = value;
  } else if (key == "meeting") {
    meta.meeting = value;
  } else if (key == "report_year") {
    meta.report_year = year_of(key, value);
  } else if (key == "year") {
    meta.year = year_of(key, value);
  } else if (const Words ours = {"", "doc", "text", "format", "encoding", "damaged", "sha256"};
             std::find(ours.begin(), ours.end(), key) != ours.end()) {
    throw Error("cannot be given: " + std::string(key));
  } else {
    std::string json;
    append_json_string(json, value);
    meta.extra.emplace_back(key, std::move(json));
  }
}

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
