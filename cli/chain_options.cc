#include "cli/chain_options.h"

#include <map>

#include "cli/choice.h"
#include "text/error.h"

namespace zhibiao::cli {
namespace {

const std::map<std::string, std::string> kEncodings = {
    {"utf-8", "utf-8"},     {"utf8", "utf-8"},  {"utf-16le", "utf-16le"}, {"utf-16be", "utf-16be"},
    {"gb18030", "gb18030"}, {"gbk", "gb18030"}, {"gb2312", "gb18030"},    {"big5", "big5"}};
const std::map<std::string, OffsetUnit> kUnits = {
    {"codepoints", OffsetUnit::codepoints}, {"bytes", OffsetUnit::bytes}, {"utf16", OffsetUnit::utf16}};
const std::map<std::string, TableFormat> kFormats = {{"table", TableFormat::table},
                                                     {"csv", TableFormat::csv},
                                                     {"tsv", TableFormat::tsv},
                                                     {"markdown", TableFormat::markdown},
                                                     {"json", TableFormat::json}};

template <typename Value>
std::vector<std::string> keys_of(const std::map<std::string, Value>& values) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : values) keys.push_back(key);
  return keys;
}

// An option whose value is a key of `values`, in small letters or capitals.
template <typename Value, typename Target>
void add_choice(CLI::App* command, const std::string& name, Target& target, const std::map<std::string, Value>& values,
                const std::string& help) {
  CLI::Option* option = command->add_option_function<std::string>(
      name, [&target, &values](const std::string& given) { target = values.at(given); }, help);
  one_of(option, keys_of(values))->transform([](const std::string& given) { return CLI::detail::to_lower(given); });
}

}  // namespace

void add_encoding(CLI::App* command, Options& options) {
  add_choice(command, "--encoding", options.read.encoding, kEncodings, "Do not detect the encoding");
}

void add_keep(CLI::App* command, Options& options) {
  const auto take = [&keep = options.keep](const std::string& given) {
    const std::map<std::string, bool*> kinds = {
        {"document", &keep.document}, {"sentence", &keep.sentence}, {"term", &keep.term}};
    for (const std::string& kind : split_list(given)) *kinds.at(kind) = true;
  };
  some_of(command->add_option_function<std::string>("--keep", take, "Lines to print beside observations"),
          {"document", "sentence", "term"});
}

void add_offsets(CLI::App* command, Options& options) {
  add_choice(command, "--offsets", options.offsets, kUnits, "Unit of the spans");
}

void add_fields(CLI::App* command, Options& options) {
  const auto take = [&options](const std::string& given) {
    try {
      options.fields = ObservationFields(split_list(given));
    } catch (const Error& error) {
      throw CLI::ValidationError("--fields", error.what());
    }
  };
  command
      ->add_option_function<std::string>(
          "--fields", take,
          "Keys of an observation that NDJSON has, beside type, doc and id: indicator,value,unit; default: all")
      ->type_name("KEY,...");
}

void add_table_options(CLI::App* command, Options& options) {
  command
      ->add_option_function<std::string>(
          "--columns", [&options](const std::string& given) { options.table.columns = split_list(given); },
          "Columns, as in the observation: indicator,value,unit")
      ->type_name("KEY,...");
  command->add_flag_function(
      "--no-header", [&options](int64_t) { options.table.header = false; }, "No line of column names");
  command->add_flag("--bom", options.table.byte_order_mark, "Begin csv and tsv with a byte order mark, for Excel");
}

void add_extract_format(CLI::App* command, Options& options) {
  std::vector<std::string> formats = keys_of(kFormats);
  formats.insert(formats.begin(), "ndjson");
  const auto take = [&options](const std::string& given) {
    options.ndjson = given == "ndjson";
    if (!options.ndjson) options.format = kFormats.at(given);
  };
  one_of(command->add_option_function<std::string>("--format", take, "Default: table on a terminal, else ndjson"),
         formats);
}

void add_table_format(CLI::App* command, Options& options) {
  const auto take = [&options](const std::string& given) { options.format = kFormats.at(given); };
  one_of(command->add_option_function<std::string>("--format", take, "Default: table"), keys_of(kFormats));
}

}  // namespace zhibiao::cli
