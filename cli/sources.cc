#include "cli/sources.h"

#include <fnmatch.h>
#include <sys/stat.h>

#include <new>

#include "cli/stop.h"

namespace zhibiao::cli {
namespace {

constexpr size_t kHead = 64 * 1024;
constexpr size_t kGroup = 64 * 1024;  // lines of a corpus go together up to so many bytes

// The file from its beginning, `head` being what was read of it.
ByteSource source_of(InputFile& file, const std::string& head) {
  if (file.can_seek()) {
    file.seek(0, SEEK_SET);
    return {[&file](char* into, size_t size) { return file.read(into, size); },
            [&file](int64_t offset, int whence) { return file.seek(offset, whence); }};
  }
  return {[&file, &head, done = size_t{0}](char* into, size_t size) mutable {
    if (done == head.size()) return file.read(into, size);
    const size_t got = head.copy(into, size, done);
    done += got;
    return got;
  }};
}

class SourceReader {
 public:
  SourceReader(const Options& options, const std::function<bool(InputSource)>& take) : options_(options), take_(take) {}

  bool wants_more() const { return wants_more_ && !asked_to_stop(); }

  void read(const InputPath& input) {
    const auto broken = [&](const std::string& problem, bool is_missing) {
      if (wants_more()) take(BrokenSource{input.path, problem, is_missing});
    };
    try {
      if (!input.problem.empty()) return broken(input.problem, false);
      options_.jsonl ? read_corpus(input.path) : read_file(input);
    } catch (const Missing& error) {
      broken(error.what(), true);
    } catch (const Error& error) {
      broken(error.what(), false);
    } catch (const std::bad_alloc&) {
      broken("out of memory", false);
    }
    take(FileEnd{size_of(input.path)});
  }

 private:
  void take(InputSource source) { wants_more_ = wants_more_ && take_(std::move(source)); }

  void read_corpus(const std::string& path) {
    LineReader reader(path);
    take(Opened{});
    LinesSource group{path, {}, {}, false};
    const auto hand_on = [&] {
      if (!group.lines.empty()) take(std::exchange(group, {path, {}, {}, false}));
    };
    size_t bytes = 0;
    while (const std::optional<std::string_view> line = wants_more() ? reader.next() : std::nullopt) {
      group.is_last_for_now = !reader.has_line();
      if (line->find_first_not_of(" \t\r") != std::string_view::npos) {
        group.numbers.push_back(reader.number());
        group.lines.emplace_back(*line);
        bytes += line->size();
      }
      if (bytes < kGroup && !group.is_last_for_now) continue;
      hand_on();
      bytes = 0;
    }
    hand_on();
  }

  void read_file(const InputPath& input) {
    InputFile file(input.path);
    take(Opened{});
    std::string head = read_head(file, kHead);
    const auto format = options_.read.format;
    if (is_container(format ? *format : format_of(head, input.path))) return read_archive(input, file, head);
    take(PackedSource{input.path, read_rest(file, std::move(head), options_.read.limits.bytes), false});
  }

  void read_archive(const InputPath& input, InputFile& file, const std::string& head) {
    bool found = false;
    const auto wants = [&](std::string_view name) {
      if (!wants_more()) return false;
      return input.member.empty() ? is_readable_name(name)
                                  : ::fnmatch(input.member.c_str(), std::string(name).c_str(), 0) == 0;
    };
    each_packed(input.path, source_of(file, head), options_.read.limits, wants, [&](Packed packed) {
      found = true;
      if (packed.problem.empty()) return take(PackedSource{std::move(packed.name), std::move(packed.bytes), true});
      take(BrokenSource{std::move(packed.name), std::move(packed.problem), false});
    });
    if (!found) throw Error(input.member.empty() ? "holds no file of a known type" : "holds no " + input.member);
  }

  const Options& options_;
  const std::function<bool(InputSource)>& take_;
  bool wants_more_ = true;
};

}  // namespace

void each_source(const Options& options, const std::vector<InputPath>& paths,
                 const std::function<bool(InputSource)>& take) {
  SourceReader reader(options, take);
  for (const InputPath& input : paths) {
    if (!reader.wants_more()) return;
    reader.read(input);
  }
}

uint64_t size_of(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) ? static_cast<uint64_t>(status.st_size) : 0;
}

}  // namespace zhibiao::cli
