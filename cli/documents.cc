#include "cli/documents.h"

#include <fnmatch.h>
#include <sys/stat.h>
#include <unistd.h>

#include "canon/region.h"
#include "cli/known.h"
#include "cli/paths.h"

namespace zhibiao::cli {
namespace {

constexpr size_t kHead = 64 * 1024;

// 0 where the system cannot tell.
uint64_t size_of(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) ? static_cast<uint64_t>(status.st_size) : 0;
}

class Reader {
 public:
  Reader(Session& session, const std::function<void(Document)>& see) : session_(session), see_(see) {
    const std::string& table = session.options.meta_file;
    if (table.empty()) return;
    try {
      known_ = KnownTable(read_all(table));
    } catch (const Error& error) {
      throw UsageError("--meta-file " + table + ": " + error.what());
    }
  }

  void read(const InputPath& input) {
    try {
      if (session_.options.jsonl) {
        read_corpus(input.path);
      } else {
        read_file(input);
      }
    } catch (const Error& error) {
      session_.fail_input(input.path, "read", error);
    }
  }

 private:
  void read_corpus(const std::string& path) {
    LineReader reader(path);
    session_.has_input = true;
    while (const std::optional<std::string_view> line = reader.next()) {
      if (line->find_first_not_of(" \t\r") == std::string_view::npos) continue;
      std::optional<Document> document;
      try {
        document = parse_corpus_line(*line);
        override_with(document->meta, known_of(document->doc));
        describe(*document);
      } catch (const Error& error) {
        document.reset();
        session_.fail(path, {std::nullopt, reader.number(), "read", error.what()});
      }
      if (document) {
        document->doc = unique_name(document->doc);
        hand_on(std::move(*document));
      }
      if (!reader.has_line()) session_.out.flush();
    }
  }

  void read_file(const InputPath& input) {
    InputFile file(input.path);
    session_.has_input = true;
    std::string head = read_head(file, kHead);
    const auto format = session_.options.read.format;
    if (!is_container(format ? *format : format_of(head, input.path))) {
      const std::string bytes = read_rest(file, std::move(head), session_.options.read.limits.bytes);
      return hand_on(read_document(unique_name(input.path), bytes, options_for(input.path)));
    }
    read_archive(input, file, head);
  }

  void read_archive(const InputPath& input, InputFile& file, const std::string& head) {
    bool found = false;
    const auto wants = [&input](std::string_view name) {
      return input.member.empty() ? is_readable_name(name)
                                  : ::fnmatch(input.member.c_str(), std::string(name).c_str(), 0) == 0;
    };
    each_packed(input.path, source_of(file, head), session_.options.read.limits, wants, [&](Packed packed) {
      found = true;
      try {
        if (!packed.problem.empty()) throw Error(packed.problem);
        ReadOptions options = options_for(packed.name);
        if (options.format && is_container(*options.format)) options.format.reset();
        hand_on(read_document(unique_name(packed.name), packed.bytes, options));
      } catch (const Error& error) {
        session_.fail_input(packed.name, "read", error);
      }
    });
    if (!found) throw Error(input.member.empty() ? "holds no file of a known type" : "holds no " + input.member);
  }

  // The file from its beginning, `head` being what was read of it.
  static ByteSource source_of(InputFile& file, const std::string& head) {
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

  Metadata known_of(const std::string& doc) const {
    Metadata known = session_.options.read.known;
    if (const Metadata* row = known_.find(doc)) override_with(known, *row);
    return known;
  }

  ReadOptions options_for(const std::string& doc) const {
    ReadOptions options = session_.options.read;
    options.known = known_of(doc);
    return options;
  }

  std::string unique_name(const std::string& name) {
    std::string unique = names_.unique(name);
    if (unique != name) {
      session_.warn(name + ": a document of this name was there before; this one is called " + unique);
    }
    return unique;
  }

  void hand_on(Document document) {
    session_.progress.add_document();
    locate(document, session_.grammar());
    see_(std::move(document));
  }

  Session& session_;
  const std::function<void(Document)>& see_;
  UniqueNames names_;
  KnownTable known_;
};

}  // namespace

void each_document(Session& session, const std::function<void(Document)>& see) {
  Reader reader(session, see);
  const std::vector<InputPath> paths = input_paths(session);
  if (!session.options.quiet && ::isatty(STDERR_FILENO) != 0) {
    uint64_t bytes = 0;
    for (const InputPath& input : paths) bytes += size_of(input.path);
    session.progress.show(bytes);
  }
  for (const InputPath& input : paths) {
    reader.read(input);
    session.progress.add_file(size_of(input.path));
  }
  session.summarize();
}

}  // namespace zhibiao::cli
