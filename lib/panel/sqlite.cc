#include "panel/sqlite.h"

#include <sqlite3.h>

#include <utility>

#include "emit/json.h"
#include "emit/names.h"
#include "panel/sqlite_schema.h"
#include "text/error.h"

namespace zhibiao {
namespace {

constexpr int kPatience = 5000;  // milliseconds that another writer is waited for

constexpr const char* kAddDocument =
    "INSERT INTO documents (doc, sha256, title, doc_type, region, region_code, report_year, year, date, format, "
    "encoding, grammar, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kAddObservation =
    "INSERT OR REPLACE INTO observations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
    "CAST(?16 AS REAL), ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36)";
constexpr const char* kAddFinding =
    "INSERT INTO findings (document_id, kind, ok, stated, computed, difference, tolerance, unit, text, observations) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

std::string list_json(const std::vector<std::string>& texts) {
  if (texts.empty()) return "";
  std::string out;
  for (const std::string& text : texts) append_json_string(out += out.empty() ? '[' : ',', text);
  return out + ']';
}

std::string ids_json(const std::vector<FigureId>& figures) {
  std::string out = "[";
  for (const FigureId& figure : figures) {
    if (out.size() > 1) out += ',';
    append_json_string(out += "{\"doc\":", figure.doc);
    out += ",\"id\":" + std::to_string(figure.id) + '}';
  }
  return out + ']';
}

}  // namespace

// The connection and its statements.
struct SqliteStore::Database {
  struct Statement {
    sqlite3_stmt* handle = nullptr;
    int next = 1;
  };

  explicit Database(const std::string& file) : path(file) {
    if (sqlite3_open(path.c_str(), &handle) != SQLITE_OK) {
      const std::string reason = sqlite3_errmsg(handle);
      sqlite3_close(handle);
      throw Error(path + ": " + reason);
    }
    sqlite3_busy_timeout(handle, kPatience);
  }
  ~Database() {
    for (Statement* statement : {&add_document, &add_observation, &add_finding}) sqlite3_finalize(statement->handle);
    sqlite3_close(handle);  // rolls back what was not committed
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[noreturn]] void fail() const { throw Error(path + ": " + sqlite3_errmsg(handle)); }
  void check(int code) const {
    if (code != SQLITE_OK) fail();
  }
  void execute(const std::string& sql) const { check(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr)); }

  Statement prepared(const std::string& sql) const {
    Statement statement;
    check(sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement.handle, nullptr));
    return statement;
  }
  // "" is NULL.
  void bind(Statement& to, std::string_view text) const {
    const int at = to.next++;
    if (text.empty()) return check(sqlite3_bind_null(to.handle, at));
    check(sqlite3_bind_text64(to.handle, at, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  }
  void bind(Statement& to, int64_t number) const { check(sqlite3_bind_int64(to.handle, to.next++, number)); }
  void bind(Statement& to, const std::optional<int>& number) const {
    number ? bind(to, int64_t{*number}) : bind(to, std::string_view());
  }
  void bind(Statement& to, const std::optional<Decimal>& number) const { bind(to, number ? number->to_string() : ""); }
  template <typename... Values>
  void bind_all(Statement& to, const Values&... values) const {
    (bind(to, values), ...);
  }
  void run(Statement& statement) const {
    const int code = sqlite3_step(statement.handle);
    statement.next = 1;
    if (code != SQLITE_DONE) fail();
    check(sqlite3_reset(statement.handle));
  }
  // The first column of each row.
  std::vector<std::string> texts(const std::string& sql) const {
    Statement query = prepared(sql);
    std::vector<std::string> found;
    while (sqlite3_step(query.handle) == SQLITE_ROW) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(query.handle, 0));
      found.emplace_back(text == nullptr ? "" : text);
    }
    check(sqlite3_finalize(query.handle));
    return found;
  }

  std::string path;
  sqlite3* handle = nullptr;
  Statement add_document, add_observation, add_finding;
};

SqliteStore::SqliteStore(const std::string& path) : database_(std::make_unique<Database>(path)) {
  database_->execute("PRAGMA foreign_keys = ON; BEGIN IMMEDIATE;");
  const std::string version = database_->texts("PRAGMA user_version").front();
  const bool is_empty = database_->texts("SELECT count(*) FROM sqlite_master").front() == "0";
  if (!is_empty && version != std::to_string(kSchemaVersion)) {
    throw Error(path + ": its tables are not those of a panel, or of another version of zhibiao");
  }
  database_->execute(std::string(schema_sql()) + "PRAGMA user_version = " + std::to_string(kSchemaVersion) + ";");
  database_->add_document = database_->prepared(kAddDocument);
  database_->add_observation = database_->prepared(kAddObservation);
  database_->add_finding = database_->prepared(kAddFinding);
}

SqliteStore::~SqliteStore() = default;

void SqliteStore::add(const Source& source) {
  const Metadata& meta = source.meta;
  const std::string nameless = "sha256 IS NULL AND doc = " + quoted(source.doc);
  database_->execute("DELETE FROM documents WHERE " + nameless +
                     (meta.sha256.empty() ? "" : " OR sha256 = " + quoted(meta.sha256)));
  Database::Statement& add = database_->add_document;
  database_->bind_all(add, std::string_view(source.doc), std::string_view(meta.sha256), std::string_view(meta.title),
                      std::string_view(meta.doc_type), std::string_view(meta.region),
                      std::string_view(meta.region_code), meta.report_year, meta.year, std::string_view(meta.date),
                      std::string_view(meta.format), std::string_view(meta.encoding), std::string_view(source.grammar),
                      std::string_view(source.problem));
  database_->run(add);
  const int64_t id = sqlite3_last_insert_rowid(database_->handle);
  std::erase_if(ids_, [id](const auto& known) { return known.second == id; });
  ids_[source.doc] = id;
  sources_[source.doc] = {source.doc, {}, "", ""};
  sources_[source.doc].meta.region = meta.region;
  sources_[source.doc].meta.region_code = meta.region_code;
}

int64_t SqliteStore::document_named(const std::string& doc) {
  if (!ids_.contains(doc)) add(Source{doc, {}, "", ""});
  return ids_[doc];
}

void SqliteStore::add(const Observation& o, std::string_view decision) {
  const int64_t document = document_named(o.doc);
  const Row row = long_row(o, sources_[o.doc]);
  const auto text = [&row](LongField field) { return std::string_view(at(row, field)); };
  Database::Statement& add = database_->add_observation;
  database_->bind_all(add, document, int64_t{o.id});
  database_->bind_all(add, text(LongField::region), text(LongField::region_code), text(LongField::period),
                      text(LongField::indicator_id), text(LongField::indicator),
                      std::string_view(list_json(o.members)));
  for (size_t field = static_cast<size_t>(LongField::subject); field <= static_cast<size_t>(LongField::base_unit);
       ++field) {
    database_->bind(add, std::string_view(row[field]));
  }
  for (size_t field = static_cast<size_t>(LongField::bound); field <= static_cast<size_t>(LongField::rules); ++field) {
    database_->bind(add, std::string_view(row[field]));
  }
  database_->bind(add, int64_t{o.group});
  database_->bind(add, o.part_of ? std::to_string(*o.part_of) : "");
  database_->bind(add, decision);
  database_->run(add);
}

void SqliteStore::add(const Finding& finding) {
  Database::Statement& add = database_->add_finding;
  database_->bind_all(add, document_named(finding.doc), std::string_view(finding.kind), int64_t{finding.ok},
                      std::string_view(finding.stated), std::string_view(finding.computed),
                      std::string_view(finding.difference), std::string_view(finding.tolerance),
                      std::string_view(finding.unit), std::string_view(finding.text),
                      std::string_view(ids_json(finding.observations)));
  database_->run(add);
}

void SqliteStore::set_wide(const WideOptions& options, size_t usual_columns, const std::vector<UnitScale>& scales) {
  WideOptions wide = options;
  if (wide.columns.empty()) {
    for (const std::string& indicator : database_->texts(
             "SELECT indicator_key FROM chosen WHERE measure = 'level' AND ratio_to IS NULL AND subject IS NULL AND "
             "scope IS NULL AND status <> 'target' AND period GLOB '[0-9][0-9][0-9][0-9]' GROUP BY indicator_key ORDER "
             "BY count(*) DESC, indicator_key LIMIT " +
             std::to_string(usual_columns))) {
      wide.columns.push_back({indicator, {indicator}, "", "", Measure::level, {}});
    }
  }
  std::vector<std::string> units;
  for (ColumnSpec& column : wide.columns) {
    for (std::string& id : database_->texts("SELECT DISTINCT indicator_id FROM observations WHERE indicator_id IS NOT "
                                            "NULL AND indicator = " +
                                            quoted(column.names.front()))) {
      column.names.push_back(std::move(id));
    }
    const std::vector<std::string> unit =
        database_->texts("SELECT unit_key FROM figures WHERE " + column_condition(column) +
                         " GROUP BY unit_key ORDER BY count(*) DESC, unit_key LIMIT 1");
    units.push_back(unit.empty() ? "" : unit.front());
    for (const UnitScale& scale : scales) {
      if (scale.base_unit == units.back()) column.scale = scale;
    }
  }
  if (!wide.columns.empty()) database_->execute(wide_view_sql(wide, units));
}

void SqliteStore::commit() { database_->execute("COMMIT"); }

}  // namespace zhibiao
