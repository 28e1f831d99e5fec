#include "cli/view_options.h"

namespace zhibiao::cli {

void add_view_options(CLI::App* command, Options& options) {
  command->add_option("-o,--output", options.output_file, "Write the page to this file, not to standard output")
      ->type_name("PAGE");
  command->add_flag("--lines", options.lines,
                    "FILE holds lines: observations, documents, sentences, findings. So does standard input when no "
                    "file is named");
}

}  // namespace zhibiao::cli
