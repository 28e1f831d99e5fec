#include "panel/sqlite_schema.h"

#include "emit/names.h"

namespace zhibiao {
namespace {

// The order in which figures are preferred is that of preferred() in figure.h.
constexpr std::string_view kSchema = R"sql(
CREATE TABLE IF NOT EXISTS documents (
  document_id INTEGER PRIMARY KEY,
  doc TEXT NOT NULL, sha256 TEXT UNIQUE, title TEXT, doc_type TEXT, region TEXT, region_code TEXT,
  report_year INTEGER, year INTEGER, date TEXT, format TEXT, encoding TEXT, grammar TEXT, error TEXT);
CREATE TABLE IF NOT EXISTS observations (
  document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  id INTEGER NOT NULL, region TEXT, region_code TEXT, period TEXT, indicator_id TEXT, indicator TEXT, members TEXT,
  subject TEXT, scope TEXT, measure TEXT NOT NULL, value REAL, low REAL, high REAL, unit TEXT,
  base_value TEXT, base_low TEXT, base_high TEXT, base_unit TEXT, base_number REAL,
  bound TEXT NOT NULL, status TEXT NOT NULL, tone TEXT, ratio_to TEXT, condition TEXT, basis TEXT, rank_of TEXT,
  rank_scope TEXT, value_text TEXT, span_begin INTEGER, span_end INTEGER, sentence TEXT, section TEXT, rules TEXT,
  group_id INTEGER, part_of INTEGER, decision TEXT, PRIMARY KEY (document_id, id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS observations_indicator ON observations (indicator, period);
CREATE INDEX IF NOT EXISTS observations_indicator_id ON observations (indicator_id, period);
CREATE INDEX IF NOT EXISTS observations_region ON observations (region, period);
CREATE TABLE IF NOT EXISTS findings (
  finding_id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  kind TEXT, ok INTEGER NOT NULL, stated TEXT, computed TEXT, difference TEXT, tolerance TEXT, unit TEXT, text TEXT,
  observations TEXT);
CREATE INDEX IF NOT EXISTS findings_document ON findings (document_id);
CREATE VIEW IF NOT EXISTS figures AS
  SELECT o.*, d.doc, d.sha256, d.report_year, d.grammar,
    coalesce(o.region_code, o.region, d.doc) AS region_key, coalesce(o.indicator_id, o.indicator) AS indicator_key,
    nullif(o.basis, 'yoy') AS basis_key, coalesce(o.base_unit, o.unit) AS unit_key,
    CASE o.status WHEN 'actual' THEN 0 WHEN 'estimate' THEN 1 WHEN 'baseline' THEN 2 ELSE 3 END AS status_order,
    CASE WHEN o.value IS NULL THEN 3 WHEN o.bound = 'exact' THEN 0 WHEN o.bound = 'about' THEN 1 ELSE 2 END
      AS bound_order
  FROM observations o JOIN documents d USING (document_id);
CREATE VIEW IF NOT EXISTS chosen AS
  SELECT * FROM (SELECT *, row_number() OVER (
      PARTITION BY region_key, period, indicator_key, subject, scope, measure, ratio_to, rank_of, rank_scope, basis_key,
        unit_key, status = 'target'
      ORDER BY status_order, report_year DESC, condition IS NOT NULL, bound_order, document_id, id) AS place
    FROM figures WHERE period IS NOT NULL AND indicator IS NOT NULL AND coalesce(decision, '') <> 'wrong')
  WHERE place = 1;
)sql";

std::string name_quoted(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

std::string equals(std::string_view field, std::string_view text) {
  return text.empty() ? std::string(field) + " IS NULL" : std::string(field) + " = " + quoted(text);
}

std::string statuses_in(const WideOptions& options) {
  std::string list;
  for (const Status status : options.statuses) list += (list.empty() ? "" : ", ") + quoted(name_of(status));
  return "status IN (" + list + ")";
}

// The value in the column's unit.
std::string number_of(const ColumnSpec& column) {
  const std::string number = "coalesce(base_number, value)";
  return column.scale.unit.empty() ? number : number + " / " + column.scale.factor.to_string() + ".0";
}

}  // namespace

std::string_view schema_sql() { return kSchema; }

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c != '\0') out.append(c == '\'' ? 2 : 1, c);
  }
  return out + '\'';
}

std::string column_condition(const ColumnSpec& column) {
  std::string names;
  for (const std::string& name : column.names) names += (names.empty() ? "" : ", ") + quoted(name);
  std::string condition = "(indicator_id IN (" + names + ") OR indicator IN (" + names +
                          ")) AND measure = " + quoted(name_of(column.measure)) + " AND " +
                          equals("subject", column.subject) + " AND " + equals("scope", column.scope);
  if (column.measure == Measure::level) condition += " AND ratio_to IS NULL";
  if (column.measure == Measure::growth || column.measure == Measure::change) condition += " AND basis_key IS NULL";
  if (column.measure == Measure::rank) condition += " AND coalesce(rank_of, 'level') <> 'growth'";
  return condition;
}

std::string wide_view_sql(const WideOptions& options, const std::vector<std::string>& units) {
  std::string which, values;
  for (size_t i = 0; i < options.columns.size(); ++i) {
    const ColumnSpec& column = options.columns[i];
    const std::string number = std::to_string(i + 1);
    which += " WHEN " + column_condition(column) + " AND " + equals("unit_key", units[i]) + " THEN " + number;
    values +=
        ", max(CASE WHEN which = " + number + " THEN " + number_of(column) + " END) AS " + name_quoted(column.name);
  }
  const std::string period = options.all_periods ? "period" : "CAST(period AS INTEGER)";
  const std::string years = options.all_periods ? "" : " AND period GLOB '[0-9][0-9][0-9][0-9]'";
  return "DROP VIEW IF EXISTS wide;\nCREATE VIEW wide AS\n  WITH wanted AS (SELECT *, CASE" + which +
         " END AS which FROM figures WHERE coalesce(decision, '') <> 'wrong' AND " + statuses_in(options) + years +
         "),\n  ordered AS (SELECT *, row_number() OVER (PARTITION BY region_key, period, which ORDER BY status_order, "
         "report_year DESC, condition IS NOT NULL, bound_order, document_id, id) AS place FROM wanted WHERE which IS "
         "NOT NULL)\n  SELECT max(region) AS region, max(region_code) AS region_code, " +
         period + " AS year" + values + "\n  FROM ordered WHERE place = 1 GROUP BY region_key, period;";
}

}  // namespace zhibiao
