// A table as an Excel workbook: typed cells, a frozen header, an autofilter, and a sheet of the reports with links.
#pragma once

#include <string>
#include <vector>

#include "panel/field.h"
#include "panel/source.h"

namespace zhibiao {

// The file appears with finish(). Memory does not grow with the rows. Throws Error for more rows than a sheet holds,
// and where the file cannot be written. No cell is a formula; text stays as it is.
RowSink xlsx_sink(const std::string& path, const Fields& fields, const std::vector<Source>& sources);

}  // namespace zhibiao
