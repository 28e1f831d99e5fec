#include "cli/panel_options.h"

#include "cli/choice.h"
#include "cli/options.h"

namespace zhibiao::cli {
namespace {

void add_outputs(CLI::App* command, PanelOptions& options, const std::vector<std::string>& formats) {
  command
      ->add_option(
          "--from", options.from,
          "Take observations from NDJSON (of extract --keep document) instead of reports; - for standard input")
      ->type_name("NDJSON")
      ->allow_extra_args(false);
  command->add_option("-o,--output", options.output, "Write to this file; its suffix tells the format")
      ->type_name("PATH");
  one_of(command->add_option("--format", options.format, "Default: by the suffix, else csv, on a terminal md"), formats)
      ->transform([](const std::string& given) { return given == "markdown" ? std::string("md") : given; });
  command->add_flag("--bom", options.byte_order_mark, "Begin csv and tsv with a byte order mark, for Excel");
}

void add_view(CLI::App* command, const std::string& name, PanelOptions& options, PanelView view,
              const std::string& help) {
  command->add_flag_function(
      name, [&options, view](int64_t) { options.view = view; }, help);
}

// A list with commas; given twice it goes on.
CLI::Option* add_list(CLI::App* command, const std::string& name, std::vector<std::string>& list,
                      const std::string& type, const std::string& help) {
  return command->add_option(name, list, help)->delimiter(',')->type_name(type)->allow_extra_args(false);
}

}  // namespace

void add_panel_options(CLI::App* command, Options& all) {
  PanelOptions& options = all.panel;
  add_outputs(command, options, {"csv", "tsv", "ndjson", "md", "xlsx", "sqlite"});
  add_view(command, "--long", options, PanelView::long_table,
           "A row a figure, with its lineage (without --indicators)");
  add_view(command, "--wide", options, PanelView::wide, "A row for each region and year, indicators as columns");
  add_view(command, "--targets", options, PanelView::targets, "Targets beside their outcomes, and the difference");
  add_view(command, "--conflicts", options, PanelView::conflicts, "The figures of cells for which values differ");
  add_list(command, "--indicators", options.indicators, "NAME,...",
           "Columns of the wide panel, ids or names: gdp,固定资产投资@区本级,地区生产总值:growth");
  add_list(command, "--measure", options.measures, "level,growth,change,rank", "Which figures; default: level");
  add_list(command, "--status", options.statuses, "actual,estimate,target,baseline",
           "Which figures; default of the wide panel: actual,estimate");
  add_list(command, "--unit", options.units, "UNIT,...", "Scale of the wide panel: 亿元 for money, 万人 for people, …");
  command->add_flag("--all-periods", options.all_periods, "Also months, quarters and ranges in the wide panel");
  command->add_flag("--values-only", options.values_only, "The wide panel without what tells where a value is from");
  command
      ->add_option("--decisions", options.decisions,
                   "What a reader decided in the page of view: corrections and missed figures count, wrong ones do not")
      ->type_name("JSONL");
}

void add_verify_options(CLI::App* command, Options& all) {
  PanelOptions& options = all.panel;
  command->add_option("TABLE", options.table, "CSV or XLSX: region, year and indicators as columns, or a row a value")
      ->required();
  add_outputs(command, options, {"csv", "tsv", "ndjson", "md", "xlsx"});
  command
      ->add_option(
          "--map", options.map,
          "What a header means: region, region_code, year, indicator, value, unit, measure, subject, scope, an "
          "indicator with its unit (GDP=地区生产总值(亿元)), or - for nothing")
      ->type_name("HEADER=FIELD")
      ->allow_extra_args(false);
  command->add_option("--sheet", options.sheet, "The sheet of a workbook; default: the first")->type_name("NAME");
  some_of(add_list(command, "--fail-on", options.fail_on, "", "Exit with 5 when there is one of these"),
          {"contradicted", "not-found"});
}

}  // namespace zhibiao::cli
