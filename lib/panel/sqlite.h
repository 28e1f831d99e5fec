// A panel as an SQLite database that grows: reports, their observations and findings, and a view that is the wide
// panel. All that is added goes in with commit(), at once; until then, and if the program is killed, the file is as it
// was.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "canon/finding.h"
#include "observe/observation.h"
#include "panel/source.h"
#include "panel/wide.h"

namespace zhibiao {

class SqliteStore {
 public:
  // Opens or makes the file. Throws Error for a file that is something else, or that another program is writing to.
  explicit SqliteStore(const std::string& path);
  ~SqliteStore();
  SqliteStore(const SqliteStore&) = delete;
  SqliteStore& operator=(const SqliteStore&) = delete;

  // Replaces the report with the same bytes, with all that is known of it.
  void add(const Source& source);
  // Of a report that was added; of another one a report of which only the name is known is added.
  void add(const Observation& observation, std::string_view decision = "");
  void add(const Finding& finding);
  // The view `wide` has these columns; without any, the indicators that the most regions and years have. A column whose
  // base unit is that of a scale has its unit.
  void set_wide(const WideOptions& options, size_t usual_columns, const std::vector<UnitScale>& scales);
  void commit();

 private:
  struct Database;

  int64_t document_named(const std::string& doc);

  std::unique_ptr<Database> database_;
  std::unordered_map<std::string, int64_t> ids_;  // of documents of this run
  std::unordered_map<std::string, Source> sources_;
};

}  // namespace zhibiao
