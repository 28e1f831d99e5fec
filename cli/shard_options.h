// What shard and merge can be told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace CLI {
class App;
}

namespace zhibiao::cli {

struct Options;

struct ShardOptions {
  std::string output;    // shard: the folder; merge: the file, "" standard output
  size_t count = 0;      // of shards; 0: one a core
  uint64_t bytes = 0;    // of a shard; 0: `count` decides
  std::string manifest;  // or the folder it is in
  std::string results;
  bool keep_document = false;
};

void add_shard_options(CLI::App* command, Options& options);
void add_merge_options(CLI::App* command, Options& options);

}  // namespace zhibiao::cli
