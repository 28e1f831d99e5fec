#include "emit/known.h"

#include <algorithm>

#include "emit/json.h"
#include "text/decode.h"
#include "text/error.h"
#include "text/words.h"

namespace zhibiao {
namespace {

int year_of(std::string_view key, const std::string& value) {
  const bool digits = std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (value.size() != 4 || !digits) throw Error(std::string(key) + " is no year of four digits: " + value);
  return std::stoi(value);
}

}  // namespace

void set_known(Metadata& meta, std::string_view key, const std::string& value) {
  if (valid_utf8_prefix(value) != value.size()) throw Error(std::string(key) + " is no UTF-8");
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

}  // namespace zhibiao
