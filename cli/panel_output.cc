#include "cli/panel_output.h"

#include <unistd.h>

#include <filesystem>
#include <memory>

#include "cli/new_file.h"
#include "panel/datapackage.h"
#include "panel/rows.h"
#include "panel/xlsx.h"

namespace zhibiao::cli {
namespace {

namespace fs = std::filesystem;

RowFormat row_format(const std::string& format) {
  if (format == "tsv") return RowFormat::tsv;
  if (format == "ndjson") return RowFormat::ndjson;
  return format == "md" ? RowFormat::markdown : RowFormat::csv;
}

void write_package(Session& session, const Fields& fields, const std::vector<Source>& sources) {
  const fs::path csv = session.options.panel.output;
  const fs::path package = csv.parent_path() / "datapackage.json";
  std::string before;
  try {
    before = read_all(package.string());
  } catch (const Missing&) {
  }
  try {
    const std::string json = datapackage_json({csv.filename().string(), fields, fs::file_size(csv)}, sources, before);
    NewFile file(package.string());
    file.write(json);
    file.commit();
  } catch (const Error& error) {
    session.warn(package.string() + ": left as it is: " + error.what());
  }
}

RowSink standard_output(Session& session, const Fields& fields, const RowOptions& options) {
  RowSink sink = row_sink(fields, options, [&session](std::string_view lines) {
    session.out.buffer += lines;
    session.out.flush_if_full();
  });
  return sink;
}

RowSink file_output(Session& session, const Fields& fields, const RowOptions& options,
                    const std::vector<Source>& sources) {
  const auto file = std::make_shared<NewFile>(session.options.panel.output);
  RowSink sink = row_sink(fields, options, [file](std::string_view lines) { file->write(lines); });
  sink.finish = [&session, fields, sources, file, csv = options.format == RowFormat::csv] {
    if (session.read_nothing()) return;
    file->commit();
    if (csv) write_package(session, fields, sources);
  };
  return sink;
}

RowSink workbook_output(Session& session, const Fields& fields, const std::vector<Source>& sources) {
  const auto file = std::make_shared<NewFile>(session.options.panel.output);
  RowSink sink = xlsx_sink(file->part(), fields, sources);
  sink.finish = [&session, file, finish = std::move(sink.finish)] {
    finish();
    if (!session.read_nothing()) file->commit();
  };
  return sink;
}

}  // namespace

std::string panel_format(const PanelOptions& options) {
  if (!options.format.empty()) return options.format;
  if (options.output.empty() && ::isatty(STDOUT_FILENO) != 0) return "md";
  const std::string suffix = fs::path(options.output).extension().string();
  if (suffix.empty() || options.output == "-") return "csv";
  if (suffix == ".jsonl" || suffix == ".json") return "ndjson";
  if (suffix == ".markdown") return "md";
  if (suffix == ".db" || suffix == ".sqlite3") return "sqlite";
  for (const std::string format : {"csv", "tsv", "ndjson", "md", "xlsx", "sqlite"}) {
    if (suffix == "." + format) return format;
  }
  throw UsageError(options.output +
                   ": the suffix is of no format that panel writes: csv, tsv, ndjson, md, xlsx, sqlite");
}

RowSink panel_sink(Session& session, const Fields& fields, const std::string& type,
                   const std::vector<Source>& sources) {
  const PanelOptions& options = session.options.panel;
  const std::string format = panel_format(options);
  const bool to_file = !options.output.empty() && options.output != "-";
  if (format == "xlsx") {
    if (!to_file) throw UsageError("xlsx is no text: name a file with -o");
    return workbook_output(session, fields, sources);
  }
  const RowOptions rows = {row_format(format), options.byte_order_mark, type};
  return to_file ? file_output(session, fields, rows, sources) : standard_output(session, fields, rows);
}

}  // namespace zhibiao::cli
