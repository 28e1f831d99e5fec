// Outputs that this build leaves out (CMake options ZHIBIAO_XLSX, ZHIBIAO_SQLITE): each says so.
#include "panel/sqlite.h"
#include "panel/xlsx.h"
#include "text/error.h"

namespace zhibiao {

#if !ZHIBIAO_XLSX
RowSink xlsx_sink(const std::string&, const Fields&, const std::vector<Source>&) {
  throw Error("no Excel workbooks: this zhibiao was built without ZHIBIAO_XLSX");
}
#endif

#if !ZHIBIAO_SQLITE
struct SqliteStore::Database {};
SqliteStore::SqliteStore(const std::string&) {
  throw Error("no SQLite databases: this zhibiao was built without ZHIBIAO_SQLITE");
}
SqliteStore::~SqliteStore() = default;
void SqliteStore::add(const Source&) {}
void SqliteStore::add(const Observation&, std::string_view) {}
void SqliteStore::add(const Finding&) {}
void SqliteStore::set_wide(const WideOptions&, size_t, const std::vector<UnitScale>&) {}
void SqliteStore::commit() {}
#endif

}  // namespace zhibiao
