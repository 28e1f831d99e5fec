#include "cli/observations.h"

#include "chain.h"
#include "cli/documents.h"
#include "cli/known.h"

namespace zhibiao::cli {
namespace {

// What its name tells of a report that could not be read.
Source failed_source(const Session& session, const std::string& doc, const std::string& problem) {
  Document document{doc, session.options.read.known, ""};
  if (const std::string& table = session.options.meta_file; !table.empty()) {
    const KnownTable known(read_all(table));
    if (const Metadata* row = known.find(doc)) override_with(document.meta, *row);
  }
  describe(document);
  return {doc, document.meta, "", problem};
}

void extract(Session& session, const SeeObservations& see) {
  Keep keep;
  keep.document = true;
  keep.text = true;
  Chain chain(session.grammar(), keep, OffsetUnit::codepoints);
  each_document_in_turn(session, [&](Document document) {
    chain.run(std::move(document), [&](MadeLine line) {
      if (const auto* made = std::get_if<const DocumentLine*>(&line)) {
        const Document& read = (*made)->document;
        see.source({read.doc, read.meta, (*made)->grammar, ""}, read.text);
      } else if (const auto* observation = std::get_if<const Observation*>(&line)) {
        see.observation(**observation);
      }
    });
  });
}

void read_lines(Session& session, const SeeObservations& see) {
  session.each_line("panel", [&](Line& line, std::string_view) {
    if (auto* made = std::get_if<DocumentLine>(&line)) {
      Document& read = made->document;
      see.source({read.doc, std::move(read.meta), std::move(made->grammar), ""}, std::move(read.text));
    } else if (const auto* observation = std::get_if<Observation>(&line)) {
      see.observation(*observation);
    } else if (const auto* error = std::get_if<ErrorLine>(&line)) {
      if (error->doc) see.source(failed_source(session, *error->doc, error->message), "");
    } else if (see.other) {
      see.other(line);
    }
  });
}

// Takes the NDJSON out of the reports.
std::vector<std::string> take_lines(Options& options) {
  std::vector<std::string> lines = options.panel.from;
  std::erase_if(options.files, [&lines](const std::string& file) {
    const bool is_lines = file.ends_with(".ndjson");
    if (is_lines) lines.push_back(file);
    return is_lines;
  });
  return lines;
}

}  // namespace

void each_observation(Session& session, const SeeObservations& see) {
  Options& options = session.options;
  const bool nothing_named = options.files.empty() && options.files_from.empty();
  const std::vector<std::string> lines = take_lines(options);
  std::vector<std::string> reports = options.files;
  if (!lines.empty() || nothing_named) {
    options.files = lines;
    read_lines(session, see);
  }
  options.files = std::move(reports);
  if (options.files.empty() && options.files_from.empty()) return;
  session.on_failure = [&](const ErrorLine& error) {
    if (error.doc) see.source(failed_source(session, *error.doc, error.message), "");
  };
  extract(session, see);
  session.on_failure = nullptr;
}

}  // namespace zhibiao::cli
