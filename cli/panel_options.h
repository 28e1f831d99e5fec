// What panel and verify can be told beside what extract can.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace zhibiao::cli {

struct Options;

enum class PanelView { automatic, long_table, wide, targets, conflicts };

struct PanelOptions {
  std::vector<std::string> from;  // NDJSON instead of reports
  std::string output;             // "" standard output
  std::string format;             // "" by the output's suffix
  bool byte_order_mark = false;

  // panel
  PanelView view = PanelView::automatic;
  std::vector<std::string> indicators, measures, statuses, units;
  bool all_periods = false;
  bool values_only = false;
  std::string decisions;  // JSONL of the page of view

  // verify
  std::string table;
  std::vector<std::string> map;
  std::string sheet;
  std::vector<std::string> fail_on;
};

void add_panel_options(CLI::App* command, Options& options);
void add_verify_options(CLI::App* command, Options& options);

}  // namespace zhibiao::cli
