// shard: documents into even JSON Lines files for many machines, and the manifest from which merge makes one of them.
#include <filesystem>
#include <map>
#include <set>

#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/new_file.h"
#include "cli/stop.h"
#include "emit/manifest.h"

namespace zhibiao::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = "manifest.ndjson";

// A folder under another name until commit(); without that it goes, and so does what a run that was killed left.
class NewFolder {
 public:
  explicit NewFolder(std::string path) : path_(std::move(path)) {
    while (path_.size() > 1 && path_.ends_with('/')) path_.pop_back();
    part_ = path_ + ".part";
    std::error_code problem;
    if (fs::exists(path_, problem) && !fs::is_empty(path_, problem)) throw UsageError(path_ + ": is there already");
    fs::create_directories(part_, problem);
    if (problem) throw UsageError(part_ + ": " + problem.message());
    clear();
  }
  ~NewFolder() {
    clear();
    std::error_code ignored;
    fs::remove(part_, ignored);
  }
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;

  std::string file(std::string_view name) const { return part_ + "/" + std::string(name); }

  void commit() const {
    std::error_code problem;
    fs::rename(part_, path_, problem);
    if (problem) throw OutputFailed(path_ + ": " + problem.message());
  }

 private:
  void clear() const {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(part_, ignored)) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with("shard-") || name.starts_with(kManifest)) fs::remove(entry.path(), ignored);
    }
  }

  std::string path_, part_;
};

// Used by the main thread alone.
class Shards {
 public:
  Shards(const ShardOptions& options, size_t usual_count)
      : bytes_wanted_(options.bytes), folder_(options.output), manifest_(folder_.file(kManifest)) {
    const size_t count = options.bytes > 0 ? 1 : options.count > 0 ? options.count : usual_count;
    for (size_t i = 0; i < count; ++i) open();
  }

  void add(const std::string& doc, const ShardLine& line) {
    if (bytes_wanted_ > 0 && ends_.back().bytes > 0 && ends_.back().bytes + line.json.size() > bytes_wanted_) {
      close(ends_.size() - 1);
      open();
    }
    const size_t at = bytes_wanted_ > 0 ? ends_.size() - 1 : lightest();
    ShardEnd& end = ends_[at];
    files_.at(at).write(line.json);
    end.id = mark_id(end.id, line.id);
    ++end.documents;
    grow(at, line.json.size());
    tell(ShardedDocument{doc, end.shard, line.id});
  }

  template <typename AnyLine>
  void tell(const AnyLine& line) {
    std::string json;
    append_json(json, line);
    manifest_.write(json);
  }

  void commit() {
    while (!files_.empty()) close(files_.begin()->first);
    for (const ShardEnd& end : ends_) tell(end);
    manifest_.commit();
    folder_.commit();
  }

  const std::vector<ShardEnd>& ends() const { return ends_; }

 private:
  void open() {
    const size_t at = ends_.size();
    const auto number = static_cast<uint32_t>(at + 1);
    ends_.push_back({number, shard_name(number) + ".jsonl", 0, 0, ""});
    files_.try_emplace(at, folder_.file(ends_.back().file));
    by_weight_.emplace(0, at);
  }

  void close(size_t at) {
    ends_[at].id = mark_id(ends_[at].id, ends_[at].file);  // two empty shards are not the same
    files_.at(at).write(mark_line(ends_[at]));
    files_.at(at).commit();
    files_.erase(at);
  }

  size_t lightest() const { return by_weight_.begin()->second; }

  void grow(size_t at, size_t bytes) {
    by_weight_.erase({ends_[at].bytes, at});
    ends_[at].bytes += bytes;
    by_weight_.emplace(ends_[at].bytes, at);
  }

  uint64_t bytes_wanted_;
  NewFolder folder_;
  NewFile manifest_;
  std::vector<ShardEnd> ends_;
  std::map<size_t, NewFile> files_;  // that are open, by place in `ends_`
  std::set<std::pair<uint64_t, size_t>> by_weight_;
};

}  // namespace

void run_shard(Session& session) {
  session.writes_ndjson = false;
  Shards shards(session.options.shard, session.workers());
  session.on_failure = [&shards](const ErrorLine& error) { shards.tell(error); };
  each_document(session, [&session, &shards]() -> SeeDocument {
    return [&session, &shards](const Document& document, Outlet& outlet) {
      outlet.then([&session, &shards, doc = document.doc, line = shard_line(document)] {
        session.found = true;
        shards.add(doc, line);
      });
    };
  });
  session.on_failure = nullptr;
  if (interrupted() || !session.has_input) return;
  shards.commit();
  for (const ShardEnd& end : shards.ends()) {
    session.report(end.file + ": " + std::to_string(end.documents) + " documents, " + std::to_string(end.bytes) +
                   " bytes");
  }
}

}  // namespace zhibiao::cli
