#include "cli/documents.h"

namespace zhibiao::cli {
namespace {

std::string unique_name(const Session& session, UniqueNames& names, const std::string& name) {
  std::string unique = names.unique(name);
  if (unique != name) session.warn(name + ": a document of this name was there before; this one is called " + unique);
  return unique;
}

void read_corpus(Session& session, const std::string& path, UniqueNames& names,
                 const std::function<void(Document)>& see) {
  LineReader reader(path);
  session.has_input = true;
  while (const std::optional<std::string_view> line = reader.next()) {
    if (line->find_first_not_of(" \t\r") == std::string_view::npos) continue;
    std::optional<Document> document;
    try {
      document = parse_corpus_line(*line);
      describe(*document);
    } catch (const Error& error) {
      document.reset();
      session.fail(path, {std::nullopt, reader.number(), "read", error.what()});
    }
    if (document) {
      document->doc = unique_name(session, names, document->doc);
      see(std::move(*document));
    }
    if (!reader.has_line()) session.out.flush();
  }
}

// nullopt: it became an error line.
std::optional<Document> read_report(Session& session, const std::string& path, UniqueNames& names) {
  try {
    const std::string bytes = read_all(path);
    session.has_input = true;
    if (bytes.size() > UINT32_MAX) throw Error("larger than 4 GB");
    return read_document(unique_name(session, names, path), bytes, session.options.read);
  } catch (const Error& error) {
    session.fail_input(path, "read", error);
    return std::nullopt;
  }
}

}  // namespace

void each_document(Session& session, const std::function<void(Document)>& see) {
  UniqueNames names;
  for (const std::string& path : inputs(session.options)) {
    if (!session.options.jsonl) {
      if (std::optional<Document> document = read_report(session, path, names)) see(std::move(*document));
      continue;
    }
    try {
      read_corpus(session, path, names, see);
    } catch (const Error& error) {
      session.fail_input(path, "read", error);
    }
  }
}

}  // namespace zhibiao::cli
