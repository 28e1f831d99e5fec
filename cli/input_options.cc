#include "cli/input_options.h"

#include "cli/choice.h"
#include "emit/known.h"
#include "text/error.h"

namespace zhibiao::cli {
namespace {

void add_sources(CLI::App* command, Options& options) {
  command->add_option(
      "FILE", options.files,
      "Reports: text, Markdown, HTML, Word, PDF, archives and folders of them; - or none: standard input");
  command->add_flag("--jsonl", options.jsonl, "The input is a corpus: one {\"doc\", \"text\"} a line");
  command
      ->add_option("--files-from", options.files_from,
                   "Read also the files named in LIST, one a line; - for standard input")
      ->type_name("LIST");
  command->add_flag("-0,--null", options.null_separated, "The names in LIST end with NUL, as of find -print0");
  one_of(command->add_option_function<std::string>(
             "--input-format", [&options](const std::string& given) { options.read.format = format_named(given); },
             "Do not detect the format"),
         {"txt", "md", "html", "docx", "doc", "pdf", "zip", "tar", "gzip"});
}

void add_meta(CLI::App* command, Options& options) {
  command
      ->add_option_function<std::vector<std::string>>(
          "--meta",
          [&options](const std::vector<std::string>& given) {
            for (const std::string& pair : given) {
              const size_t equals = pair.find('=');
              if (equals == std::string::npos) throw CLI::ValidationError("--meta", pair + " is not KEY=VALUE");
              try {
                set_known(options.read.known, pair.substr(0, equals), pair.substr(equals + 1));
              } catch (const Error& error) {
                throw CLI::ValidationError("--meta", error.what());
              }
            }
          },
          "Say it of every document: title, doc_type, region, report_year, year, date, speaker, meeting, or a key of "
          "your own")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  command->add_option("--meta-file", options.meta_file, "The same from a TSV: a head line, then a document a line")
      ->type_name("TSV");
}

void add_limits(CLI::App* command, Options& options) {
  ReadLimits& limits = options.read.limits;
  command->add_option("--max-bytes", limits.bytes, "Refuse documents larger than this, unpacked")
      ->type_name("SIZE")
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::Range(uint64_t{1}, uint64_t{UINT32_MAX}))
      ->capture_default_str();
  command->add_option("--max-ratio", limits.ratio, "Refuse what unpacks to more than so many times its size")
      ->type_name("N")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->add_option("--max-members", limits.members, "Refuse archives with more members")
      ->type_name("N")
      ->capture_default_str();
  command->add_option("--max-memory", limits.memory, "Give up PDFs that take more bytes of memory to read")
      ->type_name("SIZE")
      ->transform(CLI::AsSizeValue(false))
      ->capture_default_str();
  command->add_option("--max-seconds", limits.seconds, "Give up PDFs that take longer to read")
      ->type_name("N")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->add_option("--max-pages", limits.pages, "Refuse PDFs with more pages")
      ->type_name("N")
      ->capture_default_str();
}

}  // namespace

void add_input_options(CLI::App* command, Options& options) {
  add_sources(command, options);
  add_meta(command, options);
  add_limits(command, options);
  command->add_option("--errors", options.errors_file, "Write what failed and why to this file, one a line")
      ->type_name("FILE");
}

void add_output_options(CLI::App* command, Options& options) {
  command
      ->add_option("-o,--output", options.output,
                   "Write to a file, whose suffix tells the format, or below a folder a file for each document; they "
                   "appear when they are whole")
      ->type_name("FILE|DIR");
  command->add_flag("--resume", options.resume, "With --output: leave what an earlier run has done");
}

}  // namespace zhibiao::cli
