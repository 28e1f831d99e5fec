#include "cli/documents.h"

#include <unistd.h>

#include <new>

#include "canon/region.h"
#include "cli/known.h"
#include "cli/sources.h"
#include "text/decode.h"
#include "text/sha256.h"

namespace zhibiao::cli {
namespace {

KnownTable known_table(const std::string& path) {
  if (path.empty()) return {};
  try {
    return KnownTable(read_all(path));
  } catch (const Error& error) {
    throw UsageError("--meta-file " + path + ": " + error.what());
  }
}

// A file may have any bytes for its name; what is told of it is text in every format.
std::string as_utf8(const std::string& name) { return decode(name, "utf-8").text; }

// What all jobs of a batch share, and the names that were given so far.
class Batch {
 public:
  Batch(Session& session, const std::function<SeeDocument()>& make_see, size_t workers)
      : session_(session), known_(known_table(session.options.meta_file)), grammar_(session.grammar()) {
    for (size_t i = 0; i < workers; ++i) see_.push_back(make_see());
  }

  Job job(PackedSource source) {
    source.name = as_utf8(source.name);
    const std::string unique = names_.unique(source.name);
    const size_t bytes = source.bytes.size();
    const Item item = item_of(source.name + '\0' + source.bytes);
    return {[this, unique, item, source = std::move(source)](size_t worker, Outlet& outlet) mutable {
              warn_of_other_name(source.name, unique, outlet);
              warn_of_lines(source.name, outlet);
              run_item(item, unique, outlet, [&] { read_packed(source, unique, see_[worker], outlet); });
            },
            bytes};
  }

  Job job(LinesSource source) {
    size_t bytes = 0;
    std::vector<Item> items;
    for (const std::string& line : source.lines) {
      bytes += line.size();
      items.push_back(item_of(line));
    }
    const bool pause = source.is_last_for_now;
    return {[this, items = std::move(items), source = std::move(source)](size_t worker, Outlet& outlet) {
              read_lines(source, items, see_[worker], outlet);
            },
            bytes, pause};
  }

  Job job(Opened) {
    return {[this](size_t, Outlet& outlet) { outlet.then([this] { session_.has_input = true; }); }};
  }

  Job job(BrokenSource source) {
    source.name = as_utf8(source.name);
    const Item item = item_of(source.name + '\0' + source.problem + '\0');
    return {[this, item, source = std::move(source)](size_t, Outlet& outlet) {
      run_item(item, std::nullopt, outlet,
               [&] { session_.fail_input(outlet, source.name, "read", source.problem, source.is_missing); });
    }};
  }

  Job job(FileEnd end) {
    return {
        [this, end](size_t, Outlet& outlet) { outlet.then([this, end] { session_.progress.add_file(end.bytes); }); }};
  }

 private:
  // What a batch with --output tells of a document or an input: which it is, and whether it is done.
  struct Item {
    std::string id;
    const JournalEntry* done = nullptr;
  };

  // In the thread that reads, in input order.
  Item item_of(const std::string& said) {
    Delivery* delivery = session_.delivery.get();
    if (delivery == nullptr || !delivery->keeps_journal()) return {};
    Item item{sha256_hex(said)};
    item.done = delivery->next_done(item.id);
    return item;
  }

  void run_item(const Item& item, const std::optional<std::string>& doc, Outlet& outlet,
                const std::function<void()>& work) {
    if (!session_.delivery) return work();
    const bool is_in_folder = session_.delivery->is_folder() && doc;
    const JournalEntry* done = is_in_folder ? session_.delivery->done(*doc, item.id) : item.done;
    if (done != nullptr) return outlet.then([this, done] { session_.skip_item(*done); });
    outlet.then([this, doc] { session_.begin_item(doc); });
    work();
    outlet.then([this, doc, id = item.id] { session_.end_item(doc, id); });
  }

  void read_packed(PackedSource& source, const std::string& unique, const SeeDocument& see, Outlet& outlet) {
    try {
      if (std::optional<Document> document = read_as(source, unique, outlet)) {
        std::string().swap(source.bytes);
        hand_on(std::move(*document), see, outlet);
      }
    } catch (const std::bad_alloc&) {
      session_.fail_input(outlet, source.name, "read", "out of memory", false);
    }
  }

  std::optional<Document> read_as(const PackedSource& source, const std::string& unique, Outlet& outlet) const {
    try {
      ReadOptions options = session_.options.read;
      options.known = known_of(source.name);
      if (source.is_member && options.format && is_container(*options.format)) options.format.reset();
      return read_document(unique, source.bytes, options);
    } catch (const Error& error) {
      session_.fail_input(outlet, source.name, "read", problem_of(unique, error), false);
      return std::nullopt;
    }
  }

  // A line of a corpus as it was read; `problem` where it is no document.
  struct ReadLine {
    Document document;
    std::string problem;
  };

  // Names are given in the order of the input, which is known when all lines before were parsed.
  void read_lines(const LinesSource& source, const std::vector<Item>& items, const SeeDocument& see, Outlet& outlet) {
    std::vector<ReadLine> read;
    for (const std::string& line : source.lines) read.push_back(read_line(line));
    std::vector<std::string> names(read.size());
    outlet.in_turn([&] {
      for (size_t i = 0; i < read.size(); ++i) {
        if (read[i].problem.empty()) names[i] = names_.unique(read[i].document.doc);
      }
    });
    for (size_t i = 0; i < read.size(); ++i) {
      if (read[i].problem.empty()) warn_of_other_name(read[i].document.doc, names[i], outlet);
      run_item(items[i], read[i].problem.empty() ? std::optional(names[i]) : std::nullopt, outlet,
               [&] { see_line(read[i], names[i], source, i, see, outlet); });
    }
  }

  void see_line(ReadLine& read, const std::string& name, const LinesSource& source, size_t i, const SeeDocument& see,
                Outlet& outlet) {
    const auto fail = [&](const std::string& problem) {
      session_.fail(outlet, source.path, {std::nullopt, source.numbers[i], "read", problem});
    };
    if (!read.problem.empty()) return fail(read.problem);
    read.document.doc = name;
    try {
      hand_on(std::exchange(read.document, {}), see, outlet);
    } catch (const std::bad_alloc&) {
      fail("out of memory");
    }
  }

  ReadLine read_line(const std::string& line) const {
    ReadLine read;
    try {
      read.document = parse_corpus_line(line);
      override_with(read.document.meta, known_of(read.document.doc));
      describe(read.document);
    } catch (const Error& error) {
      read.problem = error.what();
    } catch (const std::bad_alloc&) {
      read.problem = "out of memory";
    }
    return read;
  }

  Metadata known_of(const std::string& doc) const {
    Metadata known = session_.options.read.known;
    if (const Metadata* row = known_.find(doc)) override_with(known, *row);
    return known;
  }

  void warn_of_other_name(const std::string& name, const std::string& unique, Outlet& outlet) {
    if (unique == name) return;
    outlet.then([this, name, unique] {
      session_.warn(name + ": a document of this name was there before; this one is called " + unique);
    });
  }

  // A corpus, or what `extract` printed, in which a reader of reports finds little.
  void warn_of_lines(const std::string& name, Outlet& outlet) {
    if (!name.ends_with(".jsonl") && !name.ends_with(".ndjson")) return;
    outlet.then([this, name] { session_.warn(name + ": read as plain text; a corpus of JSON Lines takes --jsonl"); });
  }

  void hand_on(Document document, const SeeDocument& see, Outlet& outlet) {
    locate(document, grammar_);
    try {
      see(std::move(document), outlet);
    } catch (const Error& error) {  // no failure of the document: what is made of it cannot be written
      throw OutputFailed(error.what());
    }
    outlet.then([this] { session_.progress.add_document(); });
  }

  Session& session_;
  const KnownTable known_;
  const Grammar& grammar_;
  std::vector<SeeDocument> see_;  // of each worker
  UniqueNames names_;
};

void run_batch(Session& session, const std::function<SeeDocument()>& make_see, size_t workers) {
  Batch batch(session, make_see, workers);
  const std::vector<InputPath> paths = input_paths(session.options);
  if (!session.options.quiet && ::isatty(STDERR_FILENO) != 0) {
    uint64_t bytes = 0;
    for (const InputPath& input : paths) bytes += size_of(input.path);
    session.progress.show(bytes);
  }
  session.run_jobs(workers, [&](const PutJob& put) {
    each_source(session.options, paths, [&](InputSource source) {
      return put(std::visit([&batch](auto&& kind) { return batch.job(std::move(kind)); }, std::move(source)));
    });
  });
  session.summarize();
}

}  // namespace

std::string problem_of(const std::string& name, const Error& error) {
  const std::string_view said = error.what();
  return std::string(said.starts_with(name + " ") ? said.substr(name.size() + 1) : said);
}

void each_document(Session& session, const std::function<SeeDocument()>& make_see) {
  run_batch(session, make_see, session.workers());
}

void each_document_in_turn(Session& session, const std::function<void(Document)>& see) {
  run_batch(
      session, [&see]() -> SeeDocument { return [&see](Document document, Outlet&) { see(std::move(document)); }; }, 1);
}

}  // namespace zhibiao::cli
