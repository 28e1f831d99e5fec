// extract: the whole chain in one process. table: observations that were made before.
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>

#include "chain.h"
#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/new_file.h"
#include "cli/stop.h"
#include "emit/observation_writer.h"
#include "emit/table.h"

namespace zhibiao::cli {
namespace {

bool on_terminal() { return ::isatty(STDOUT_FILENO) != 0; }

// 0 where nobody looks: no limit.
int terminal_width() {
  winsize size{};
  if (!on_terminal() || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col == 0 ? 80 : size.ws_col;
}

bool with_colour(const Options& options) {
  if (options.color != "auto") return options.color == "always";
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool dumb = term == nullptr || std::string_view(term) == "dumb";
  return on_terminal() && !dumb && (no_color == nullptr || *no_color == '\0');
}

TableWriter table_writer(const Options& options, TableFormat format) {
  TableOptions table = options.table;
  table.format = format;
  table.width = terminal_width();
  table.colour = with_colour(options);
  try {
    return TableWriter(std::move(table));
  } catch (const Error& error) {
    throw UsageError(error.what());
  }
}

// -o all.csv is a CSV; a suffix that says nothing leaves the format to the command.
void take_format_of(const std::string& path, Options& options) {
  if (path.empty() || path == "-" || path.ends_with('/')) return;
  const bool format_is_said = options.format || options.ndjson;
  const std::string suffix = path.substr(std::min(path.rfind('.'), path.size()));
  constexpr std::pair<std::string_view, TableFormat> kSuffixes[] = {{".csv", TableFormat::csv},
                                                                    {".tsv", TableFormat::tsv},
                                                                    {".md", TableFormat::markdown},
                                                                    {".json", TableFormat::json},
                                                                    {".txt", TableFormat::table}};
  for (const auto& [known, format] : kSuffixes) {
    if (!format_is_said && suffix == known) options.format = format;
  }
  if (suffix == ".xlsx" || suffix == ".sqlite") throw UsageError("-o " + path + ": panel writes " + suffix.substr(1));
}

// NDJSON has all keys, or --fields.
void tell_unused_options(const Session& session) {
  const TableOptions& table = session.options.table;
  if (table.columns.empty() && table.header && !table.byte_order_mark) return;
  session.warn("--columns, --no-header and --bom are for tables (--format csv); this is ndjson, which has --fields");
}

void finish(Session& session, TableWriter& table) {
  table.finish(session.out.buffer);
  if (!session.found && !session.had_error) session.warn("nothing found");
}

using SeeMadeLine = std::function<void(MadeLine, Outlet&)>;

// Sees each line of each document in the thread of a worker, by what `make_see` made for that worker.
void each_observed_line(Session& session, const std::function<SeeMadeLine()>& make_see) {
  const Options& options = session.options;
  const Grammar& grammar = session.grammar();
  each_document(session, [&]() -> SeeDocument {
    const auto chain = std::make_shared<Chain>(grammar, options.keep, options.offsets);
    return [&session, chain, see = make_see()](Document document, Outlet& outlet) {
      const std::string doc = document.doc;
      size_t observations = 0;
      chain->run(std::move(document), [&](MadeLine line) {
        if (std::holds_alternative<const Observation*>(line)) ++observations;
        see(line, outlet);
      });
      outlet.then([&session, doc, observations] {
        if (observations > 0) session.found = session.item_found = true;
        session.report(doc + ": " + std::to_string(observations) + " observations");
      });
    };
  });
}

void extract_table(Session& session, TableFormat format) {
  session.writes_ndjson = false;
  TableWriter table = table_writer(session.options, format);
  session.options.keep = {};
  const SeeMadeLine see = [&](MadeLine line, Outlet& outlet) {
    const auto* observation = std::get_if<const Observation*>(&line);
    if (observation == nullptr) return;
    outlet.then([&session, &table, row = **observation] {
      table.add(session.out.buffer, row);
      session.out.flush_if_full();
    });
  };
  each_observed_line(session, [&see] { return see; });
  finish(session, table);
}

void extract_ndjson(Session& session) {
  tell_unused_options(session);
  each_observed_line(session, [&session]() -> SeeMadeLine {
    const auto writer = std::make_shared<ObservationWriter>(session.options.fields);
    return [writer](MadeLine line, Outlet& outlet) {
      if (const auto* observation = std::get_if<const Observation*>(&line)) {
        writer->append(outlet.buffer, **observation);
        outlet.flush_if_full();
      } else {
        std::visit([&outlet](const auto* made) { write_line(outlet, *made); }, line);
      }
    };
  });
}

}  // namespace

void run_extract(Session& session) {
  const Options& options = session.options;
  take_format_of(options.output, session.options);
  session.options.read.hash = options.keep.document;  // which alone tells it
  if (options.resume && options.output.empty()) throw UsageError("--resume needs --output");
  session.deliver();
  const bool wants_table = on_terminal() && !options.ndjson && options.output.empty();
  if (options.format || wants_table) {
    extract_table(session, options.format.value_or(TableFormat::table));
  } else {
    extract_ndjson(session);
  }
  if (!session.delivery || interrupted()) return;
  session.read_nothing() ? session.delivery->discard() : session.delivery->finish();
}

void run_table(Session& session) {
  session.writes_ndjson = false;
  const std::string& path = session.options.output_file;
  take_format_of(path, session.options);
  std::optional<NewFile> file;
  if (!path.empty() && path != "-") {
    std::error_code unknown;
    const bool is_device = std::filesystem::exists(path, unknown) && !std::filesystem::is_regular_file(path, unknown);
    if (!is_device) file.emplace(path);
    send_output_to(file ? file->part() : path);
  }
  TableWriter table = table_writer(session.options, session.options.format.value_or(TableFormat::table));
  size_t errors = 0;
  session.each_line("table", [&](const Line& line, std::string_view) {
    if (std::holds_alternative<ErrorLine>(line)) ++errors;
    const auto* observation = std::get_if<Observation>(&line);
    if (observation == nullptr) return;
    session.found = true;
    table.add(session.out.buffer, *observation);
    session.out.flush_if_full();
  });
  finish(session, table);
  session.out.flush();
  if (file && !session.read_nothing()) file->commit();
  if (errors > 0) session.warn(std::to_string(errors) + " error lines came from upstream");
}

}  // namespace zhibiao::cli
