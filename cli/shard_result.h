// What extract made of a shard, a document at a time.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/input.h"
#include "emit/json.h"

namespace zhibiao::cli {

class ShardResult {
 public:
  // Throws Missing or Error.
  explicit ShardResult(const std::string& path);

  // The document at hand; nullptr at the end.
  const DocumentLine* document() const { return at_end_ ? nullptr : &document_; }
  // As the shard calls it; "" where extract did not read what shard wrote.
  const std::string& id() const { return id_; }

  // Calls `see` for each line behind that of the document, and goes on to the next document. Throws Error for a line
  // that cannot be one of this document, or stands where another is missing; what follows up to the next document is
  // passed over with the next call.
  void next(const std::function<void(std::string_view line)>& see);

 private:
  bool is_document(std::string_view line);
  void check(std::string_view line);

  LineReader reader_;
  DocumentLine document_;
  std::string id_;
  uint64_t observations_ = 0;  // of the document at hand, so far
  bool at_end_ = false;
};

}  // namespace zhibiao::cli
