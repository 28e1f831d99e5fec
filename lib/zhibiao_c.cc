#include "zhibiao_c.h"

#include <mutex>
#include <new>
#include <optional>

#include "c_observation.h"
#include "emit/json.h"
#include "emit/known.h"
#include "emit/observation_writer.h"
#include "emit/offsets.h"
#include "extractor.h"

struct zhibiao_grammar {
  explicit zhibiao_grammar(const zhibiao::Grammar& grammar) : extractor(grammar) {}
  mutable zhibiao::Extractor extractor;  // guards itself
};

struct zhibiao_report {
  zhibiao::Document document;
  std::string grammar;
  const std::vector<zhibiao::Observation> observations;
  const zhibiao::CObservations structs{observations};
  mutable std::once_flag json_once{}, document_json_once{};
  mutable std::string json{}, document_json{};
};

namespace {

using zhibiao::Error;

struct BadArgument : Error {
  using Error::Error;
};

struct Stopped {};

thread_local std::string message;
thread_local const char* shown_message = "";

zhibiao_code fail(zhibiao_code code, const char* what) noexcept {
  try {
    message = what;
    shown_message = message.c_str();
  } catch (...) {
    shown_message = "out of memory";
  }
  return code;
}

// The border: whatever `work` throws becomes a code and a message.
template <typename Work>
zhibiao_code guarded(zhibiao_code code_of_error, const Work& work) noexcept {
  shown_message = "";
  try {
    work();
    return ZHIBIAO_OK;
  } catch (const Stopped&) {
    return fail(ZHIBIAO_STOPPED, "stopped");
  } catch (const BadArgument& error) {
    return fail(ZHIBIAO_BAD_ARGUMENT, error.what());
  } catch (const Error& error) {
    return fail(code_of_error, error.what());
  } catch (const std::bad_alloc&) {
    return fail(ZHIBIAO_NO_MEMORY, "out of memory");
  } catch (const std::exception& error) {
    return fail(ZHIBIAO_INTERNAL, error.what());
  } catch (...) {
    return fail(ZHIBIAO_INTERNAL, "unknown exception");
  }
}

void require(bool holds, const char* what) {
  if (!holds) throw BadArgument(what);
}

void add_known(zhibiao::Metadata& meta, const char* pair) {
  require(pair != nullptr, "known: NULL");
  const std::string_view text = pair;
  const size_t equals = text.find('=');
  if (equals == text.npos) throw BadArgument("known: " + std::string(text) + " is not KEY=VALUE");
  try {
    set_known(meta, text.substr(0, equals), std::string(text.substr(equals + 1)));
  } catch (const Error& error) {
    throw BadArgument(std::string("known: ") + error.what());
  }
}

zhibiao::ReadOptions read_options(const zhibiao_options& options) {
  zhibiao::ReadOptions read;
  if (options.encoding != nullptr) read.encoding = options.encoding;
  if (options.format != nullptr) {
    read.format = zhibiao::format_named(options.format);
    require(read.format.has_value(), "unknown format");
  }
  require(options.known != nullptr || options.known_count == 0, "known is NULL");
  for (size_t i = 0; i < options.known_count; ++i) add_known(read.known, options.known[i]);
  return read;
}

zhibiao::OffsetUnit offset_unit(zhibiao_offsets offsets) {
  switch (offsets) {
    case ZHIBIAO_CODEPOINTS:
      return zhibiao::OffsetUnit::codepoints;
    case ZHIBIAO_BYTES:
      return zhibiao::OffsetUnit::bytes;
    case ZHIBIAO_UTF16:
      return zhibiao::OffsetUnit::utf16;
  }
  throw BadArgument("unknown unit of offsets");
}

void require_input(const zhibiao_grammar* grammar, const char* bytes, size_t size) {
  require(grammar != nullptr, "grammar is NULL");
  require(bytes != nullptr || size == 0, "bytes is NULL");
}

const char* name_in(const zhibiao_options& options) { return options.name != nullptr ? options.name : ""; }

void heed(const zhibiao_options& options) {
  if (options.stop != nullptr && options.stop(options.stop_context) != 0) throw Stopped{};
}

zhibiao_report* new_report(zhibiao::Extraction extraction, zhibiao::OffsetUnit unit, const std::string& grammar) {
  if (unit != zhibiao::OffsetUnit::codepoints) {
    const zhibiao::OffsetTable table(extraction.document.text, unit);
    for (zhibiao::Observation& observation : extraction.observations) convert_offsets(observation, table);
  }
  return new zhibiao_report{std::move(extraction.document), grammar, std::move(extraction.observations)};
}

template <typename Make>
const char* made_once(std::once_flag& once, std::string& made, size_t* size, const Make& make) noexcept {
  try {
    std::call_once(once, [&] {
      std::string making;
      make(making);
      made = std::move(making);
    });
  } catch (...) {
    return nullptr;
  }
  if (size != nullptr) *size = made.size();
  return made.c_str();
}

}  // namespace

const char* zhibiao_error_message(void) { return shown_message; }

const char* zhibiao_version(void) { return ZHIBIAO_VERSION; }

zhibiao_code zhibiao_grammar_embedded(zhibiao_grammar** grammar) {
  return guarded(ZHIBIAO_BAD_GRAMMAR, [&] {
    require(grammar != nullptr, "grammar is NULL");
    *grammar = new zhibiao_grammar(zhibiao::Grammar::embedded());
  });
}

zhibiao_code zhibiao_grammar_load(const char* folder, zhibiao_grammar** grammar) {
  return guarded(ZHIBIAO_BAD_GRAMMAR, [&] {
    require(folder != nullptr, "folder is NULL");
    require(grammar != nullptr, "grammar is NULL");
    *grammar = new zhibiao_grammar(zhibiao::Grammar::load(folder));
  });
}

const char* zhibiao_grammar_hash(const zhibiao_grammar* grammar) { return grammar->extractor.grammar().hash().c_str(); }

void zhibiao_grammar_free(zhibiao_grammar* grammar) { delete grammar; }

zhibiao_code zhibiao_extract(const zhibiao_grammar* grammar, const char* bytes, size_t size,
                             const zhibiao_options* options, zhibiao_report** report) {
  return guarded(ZHIBIAO_BAD_DOCUMENT, [&] {
    require_input(grammar, bytes, size);
    require(report != nullptr, "report is NULL");
    const zhibiao_options chosen = options != nullptr ? *options : zhibiao_options{};
    const zhibiao::OffsetUnit unit = offset_unit(chosen.offsets);
    zhibiao::Extractor& extractor = grammar->extractor;
    zhibiao::Extraction extraction =
        extractor.extract({bytes, size}, name_in(chosen), read_options(chosen), [&chosen] { heed(chosen); });
    *report = new_report(std::move(extraction), unit, extractor.grammar().hash());
  });
}

zhibiao_code zhibiao_extract_lines(const zhibiao_grammar* grammar, const char* bytes, size_t size,
                                   const zhibiao_options* options,
                                   int (*line)(void* line_context, const char* json, size_t size), void* line_context) {
  return guarded(ZHIBIAO_BAD_DOCUMENT, [&] {
    require_input(grammar, bytes, size);
    require(line != nullptr, "line is NULL");
    const zhibiao_options chosen = options != nullptr ? *options : zhibiao_options{};
    const zhibiao::OffsetUnit unit = offset_unit(chosen.offsets);
    std::optional<zhibiao::OffsetTable> offsets;
    zhibiao::ObservationWriter writer;
    std::string json;
    const auto see = [&](const zhibiao::Document& document, zhibiao::Observation&& observation) {
      if (!offsets) offsets.emplace(document.text, unit);
      convert_offsets(observation, *offsets);
      json.clear();
      writer.append(json, observation);
      if (line(line_context, json.data(), json.size()) != 0) throw Stopped{};
    };
    grammar->extractor.each({bytes, size}, name_in(chosen), see, read_options(chosen), [&chosen] { heed(chosen); });
  });
}

void zhibiao_report_free(zhibiao_report* report) { delete report; }

const char* zhibiao_report_text(const zhibiao_report* report, size_t* size) {
  if (size != nullptr) *size = report->document.text.size();
  return report->document.text.c_str();
}

size_t zhibiao_report_count(const zhibiao_report* report) { return report != nullptr ? report->structs.size() : 0; }

const zhibiao_observation* zhibiao_report_observation(const zhibiao_report* report, size_t index) {
  return report->structs.at(index);
}

const char* zhibiao_report_json(const zhibiao_report* report, size_t* size) {
  return made_once(report->json_once, report->json, size, [&](std::string& out) {
    zhibiao::ObservationWriter writer;
    for (const zhibiao::Observation& observation : report->observations) writer.append(out, observation);
  });
}

const char* zhibiao_report_document_json(const zhibiao_report* report, size_t* size) {
  return made_once(report->document_json_once, report->document_json, size, [&](std::string& out) {
    zhibiao::DocumentLine line{{report->document.doc, report->document.meta, ""}, false, report->grammar};
    append_json(out, line);
  });
}
