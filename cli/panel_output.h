// Where a panel goes: standard output, or a file that appears under its name when it is whole.
#pragma once

#include <string>

#include "cli/session.h"
#include "panel/field.h"
#include "panel/source.h"

namespace zhibiao::cli {

// csv, tsv, ndjson, md, xlsx, sqlite: as asked for, else by the suffix of -o, else csv, on a terminal md. Throws
// UsageError.
std::string panel_format(const PanelOptions& options);

// The rows of a table in the format that was asked for; `type` is that of ndjson lines. Beside a CSV file goes its
// datapackage.json. Throws UsageError.
RowSink panel_sink(Session& session, const Fields& fields, const std::string& type, const std::vector<Source>& sources);

}  // namespace zhibiao::cli
