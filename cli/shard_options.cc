#include "cli/shard_options.h"

#include "cli/choice.h"
#include "cli/options.h"

namespace zhibiao::cli {

void add_shard_options(CLI::App* command, Options& all) {
  ShardOptions& options = all.shard;
  command->add_option("-o,--output", options.output, "The folder of the shards, which appears when it is whole")
      ->type_name("DIR")
      ->required();
  CLI::Option* count = command
                           ->add_option("--shards", options.count,
                                        "So many shards, as even as documents can be laid; default: one a core")
                           ->type_name("N")
                           ->check(CLI::Range(1, 1000));
  command->add_option("--shard-bytes", options.bytes, "Shards of this size, one filled after the other")
      ->type_name("SIZE")
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::PositiveNumber)
      ->excludes(count);
}

void add_merge_options(CLI::App* command, Options& all) {
  ShardOptions& options = all.shard;
  command->add_option("SHARDS", options.manifest, "The folder that shard made")->required();
  command
      ->add_option("RESULTS", options.results,
                   "A folder in which shard-0001.ndjson is what extract made of shard-0001.jsonl")
      ->required();
  command->add_option("-o,--output", options.output, "Write to this file, which appears when nothing is missing")
      ->type_name("FILE");
  some_of(command->add_option_function<std::string>(
              "--keep", [&options](const std::string&) { options.keep_document = true; },
              "Lines to print beside those that extract does"),
          {"document"});
}

}  // namespace zhibiao::cli
