// What the command line can say, and the values it has when it says nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "chain.h"
#include "cli/panel_options.h"
#include "cli/shard_options.h"
#include "emit/observation_writer.h"
#include "emit/table.h"
#include "text/language.h"
#include "text/read.h"

namespace zhibiao::cli {

struct Options {
  // all commands
  std::string grammars;
  std::string color = "auto";
  bool quiet = false;
  bool verbose = false;
  bool exit_if_empty = false;
  size_t jobs = 0;                   // 0: as many as there are cores
  Language language = Language::en;  // of help, messages and the page of view

  std::vector<std::string> files;

  // read, extract
  bool jsonl = false;
  bool text = false;
  ReadOptions read;
  std::string files_from;
  bool null_separated = false;
  std::string meta_file;
  std::string errors_file;
  std::string output;  // a file, or a folder (that exists, or ends with a slash); "" is standard output
  bool resume = false;

  // segment, canon, extract
  Keep keep;
  OffsetUnit offsets = OffsetUnit::codepoints;

  // canon, extract: what NDJSON holds of an observation
  ObservationFields fields;

  // extract, table; nullopt: what fits standard output
  bool ndjson = false;
  std::optional<TableFormat> format;
  TableOptions table;

  // extract, table, view; "" standard output
  std::string output_file;

  // eval, audit, view
  bool json = false;
  std::string gold_folder;
  std::string decisions_file;
  bool errors = false;
  bool by_rule = false;
  bool lines = false;
  bool all = false;

  // check; `format` decides between words and lines, `lines` that all input is NDJSON
  bool failed = false;
  std::vector<std::string> kinds;    // empty: all
  std::vector<std::string> fail_on;  // "any" is every kind

  // grammar check
  bool unused = false;
  bool strict = false;

  // explain
  std::string sentence;
  std::string explain_file;
  std::optional<uint32_t> at;

  // panel, verify
  PanelOptions panel;

  ShardOptions shard;  // shard, merge
};

}  // namespace zhibiao::cli
