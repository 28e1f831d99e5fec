#include "cli/shard_result.h"

#include "emit/manifest.h"

namespace zhibiao::cli {
namespace {

constexpr std::string_view kDocument = "{\"type\":\"document\",";
constexpr std::string_view kObservation = "{\"type\":\"observation\",\"doc\":";

}  // namespace

ShardResult::ShardResult(const std::string& path) : reader_(path) {
  const std::optional<std::string_view> line = reader_.next();
  at_end_ = !line;
  if (line && !is_document(*line)) throw Error("begins with no document line (extract --keep document)");
}

void ShardResult::next(const std::function<void(std::string_view line)>& see) {
  while (const std::optional<std::string_view> line = reader_.next()) {
    if (is_document(*line)) return;
    check(*line);
    see(*line);
  }
  at_end_ = true;
}

// A document line becomes the document at hand.
bool ShardResult::is_document(std::string_view line) {
  if (!line.starts_with(kDocument)) return false;
  document_ = std::get<DocumentLine>(parse_line(line));
  id_ = take_shard_id(document_.document.meta);
  observations_ = 0;
  return true;
}

// Observations of a document are numbered, so that a gap shows.
void ShardResult::check(std::string_view line) {
  const std::string place = "line " + std::to_string(reader_.number());
  if (!line.ends_with('}')) throw Error(place + " is cut off");
  if (!line.starts_with(kObservation)) return;
  std::string begin(kObservation);
  append_json_string(begin, document_.document.doc);
  begin += ",\"id\":" + std::to_string(++observations_);
  const bool follows = line.starts_with(begin) && (line[begin.size()] == ',' || line[begin.size()] == '}');
  if (!follows) throw Error(place + " is not observation " + std::to_string(observations_) + " of this document");
}

}  // namespace zhibiao::cli
