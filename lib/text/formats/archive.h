// Members of ZIP, tar and gzip files, unpacked one after the other. The only place that knows libarchive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "text/export.h"
#include "text/formats/content.h"

namespace zhibiao {

// Where bytes come from in pieces. `seek` as lseek, empty where that is impossible; either may throw Error.
struct ByteSource {
  std::function<size_t(char* into, size_t size)> read;  // 0 at the end
  std::function<int64_t(int64_t offset, int whence)> seek = {};
};

// The source that reads `bytes`, which must outlive it.
ZHIBIAO_EXPORT ByteSource source_of(std::string_view bytes);

struct Member {
  std::string name;  // valid UTF-8; "" of what a .gz holds that is no archive
  std::string bytes;
  std::string problem;  // why it could not be unpacked
};

// Calls see(member) for each file whose name `wants` takes, one at a time. Throws Error when the archive is damaged or
// passes a limit; the members before that were seen.
void unpack(const ByteSource& source, const ReadLimits& limits, const std::function<bool(std::string_view)>& wants,
            const std::function<void(Member)>& see);

}  // namespace zhibiao
