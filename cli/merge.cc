// merge: what extract made of the shards as one, in the order of the input, with proof that nothing is missing.
#include <filesystem>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/new_file.h"
#include "cli/shard_result.h"
#include "emit/manifest.h"

namespace zhibiao::cli {
namespace {

namespace fs = std::filesystem;

std::string manifest_path(const std::string& given) {
  std::error_code none;
  return fs::is_directory(given, none) ? given + "/manifest.ndjson" : given;
}

void each_manifest_line(const std::string& path, const std::function<void(ManifestLine)>& see) {
  LineReader reader(path);
  while (const std::optional<std::string_view> line = reader.next()) {
    std::optional<ManifestLine> parsed;
    try {
      parsed = parse_manifest_line(*line);
    } catch (const Error& error) {
      throw Error("line " + std::to_string(reader.number()) + ": " + error.what());
    }
    see(std::move(*parsed));
  }
}

// The place of each id in a shard, its mark last.
using Places = std::map<std::string, size_t>;

class Merger {
 public:
  explicit Merger(Session& session)
      : session_(session), options_(session.options.shard), manifest_(manifest_path(options_.manifest)) {}

  void run() {
    each_manifest_line(manifest_, [this](ManifestLine line) {
      session_.has_input = true;
      std::visit([this](auto& kind) { see(kind); }, line);
    });
  }

  bool is_complete() const { return is_complete_; }

 private:
  struct Shard {
    std::string path;                     // of the result
    std::unique_ptr<ShardResult> result;  // nullptr: cannot be read
    std::string problem;
    std::optional<Places> places;  // when something is wrong
  };

  void see(const ErrorLine& error) { session_.fail(error.doc.value_or(manifest_), error); }

  void see(const ShardedDocument& wanted) {
    Shard& shard = shard_of(wanted.shard);
    if (!shard.result) return;  // told at the end of the shard
    if (find(shard, wanted.shard, wanted.id)) return write(shard, wanted);
    fail(shard, wanted.doc, "lacks " + wanted.doc);
  }

  void see(const ShardEnd& wanted) {
    Shard& shard = shard_of(wanted.shard);
    if (!shard.result) {
      fail(shard, std::nullopt,
           shard.problem + ": " + std::to_string(wanted.documents) + " documents of " + wanted.file);
    } else if (!find(shard, wanted.shard, wanted.id)) {
      fail(shard, std::nullopt, "ends before " + wanted.file + " does");
    } else {
      skip(shard);
      find(shard, wanted.shard, "nothing");
    }
    shards_.erase(wanted.shard);
  }

  Shard& shard_of(uint32_t number) {
    const auto [found, is_new] = shards_.try_emplace(number);
    Shard& shard = found->second;
    if (!is_new) return shard;
    shard.path = options_.results + "/" + shard_name(number) + ".ndjson";
    try {
      shard.result = std::make_unique<ShardResult>(shard.path);
    } catch (const Error& error) {
      shard.problem = error.what();
    }
    return shard;
  }

  // Goes on to the document of this id; passes over what has no business before it. False, and nothing is passed over,
  // when the document at hand comes behind it.
  bool find(Shard& shard, uint32_t number, const std::string& id) {
    while (const DocumentLine* found = shard.result->document()) {
      if (shard.result->id() == id) return true;
      const Places& places = places_in(shard, number);
      const auto place = places.find(shard.result->id());
      const auto wanted = places.find(id);
      const bool is_known = place != places.end();
      if (is_known && wanted != places.end() && place->second > wanted->second) return false;
      const std::string& doc = found->document.doc;
      fail(shard, doc, is_known ? "holds " + doc + " twice" : "holds " + doc + ", which is none of its shard");
      skip(shard);
    }
    return false;
  }

  void write(Shard& shard, const ShardedDocument& wanted) {
    const DocumentLine& line = *shard.result->document();
    if (line.document.doc != wanted.doc)
      fail(shard, wanted.doc, "has another name for " + wanted.doc + ": " + line.document.doc);
    if (options_.keep_document) session_.write(line);
    try {
      shard.result->next([this, &shard](std::string_view made) { pass(shard, made); });
    } catch (const Error& error) {
      fail(shard, wanted.doc, wanted.doc + ": " + error.what());
      skip(shard);
    }
  }

  void pass(const Shard& shard, std::string_view line) {
    if (line.starts_with("{\"type\":\"error\",")) {
      is_complete_ = false;
      return session_.fail(shard.path, std::get<ErrorLine>(parse_line(line)));
    }
    session_.found = true;
    session_.write_raw(line);
  }

  void skip(Shard& shard) {
    while (true) {
      try {
        return shard.result->next([](std::string_view) {});
      } catch (const Error&) {  // what is passed over may be as it likes
      }
    }
  }

  const Places& places_in(Shard& shard, uint32_t number) {
    if (shard.places) return *shard.places;
    shard.places.emplace();
    each_manifest_line(manifest_, [&](const ManifestLine& line) {
      const auto add = [&](const auto& part) {
        if (part.shard == number) shard.places->emplace(part.id, shard.places->size());
      };
      if (const auto* document = std::get_if<ShardedDocument>(&line)) add(*document);
      if (const auto* end = std::get_if<ShardEnd>(&line)) add(*end);
    });
    return *shard.places;
  }

  void fail(const Shard& shard, const std::optional<std::string>& doc, const std::string& problem) {
    is_complete_ = false;
    session_.fail(shard.path, {doc, std::nullopt, "merge", problem});
  }

  Session& session_;
  const ShardOptions& options_;
  const std::string manifest_;
  std::map<uint32_t, Shard> shards_;
  bool is_complete_ = true;
};

}  // namespace

void run_merge(Session& session) {
  const std::string& output = session.options.shard.output;
  Merger merger(session);
  const auto merge = [&] {
    try {
      merger.run();
    } catch (const Error& error) {
      throw UsageError(session.options.shard.manifest + ": " + error.what());
    }
  };
  if (output.empty() || output == "-") return merge();
  NewFile file(output);
  send_output_to(file.part());
  merge();
  session.out.flush();
  if (merger.is_complete()) return file.commit();
  session.warn(output + ": not written, since it would not be complete");
}

}  // namespace zhibiao::cli
