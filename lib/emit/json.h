// JSON Lines: the only place that knows how a value is written and read. Writing appends by hand (keys in the order of
// the contract, exact decimals); reading is nlohmann's, decimals through the SAX number string.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "canon/finding.h"
#include "mention/mention.h"
#include "observe/observation.h"
#include "segment/sentence.h"
#include "text/document.h"
#include "text/export.h"

namespace zhibiao {

// Anything that goes wrong with one document or line.
struct ErrorLine {
  std::optional<std::string> doc;
  std::optional<uint64_t> line;
  std::string stage;
  std::string message;
  friend bool operator==(const ErrorLine&, const ErrorLine&) = default;
};

// A line of a type that no stage knows, kept verbatim.
struct OtherLine {
  std::string json;
};

// A document line behind `segment` has the grammar's hash and, unless kept, no text.
struct DocumentLine {
  Document document;
  bool has_text = true;
  std::string grammar;  // hash; "" when not yet set
};

// A sentence line has mentions (then `matched`) behind `match`.
struct SentenceLine {
  MatchedSentence sentence;
  bool matched = false;
};

using Line = std::variant<DocumentLine, SentenceLine, Term, Observation, Finding, ErrorLine, OtherLine>;

// Each appends one line with its "\n".
ZHIBIAO_EXPORT void append_json(std::string& out, const DocumentLine& line);
ZHIBIAO_EXPORT void append_json(std::string& out, const SentenceLine& line);
ZHIBIAO_EXPORT void append_json(std::string& out, const Term& term);
ZHIBIAO_EXPORT void append_json(std::string& out, const Observation& observation);
ZHIBIAO_EXPORT void append_json(std::string& out, const Finding& finding);
ZHIBIAO_EXPORT void append_json(std::string& out, const ErrorLine& line);
ZHIBIAO_EXPORT void append_json(std::string& out, const OtherLine& line);

// One line without its "\n". Throws Error with the byte column for JSON that is broken or whose fields have a wrong
// type.
ZHIBIAO_EXPORT Line parse_line(std::string_view json);

// {"doc", "text", …}: a line of a JSON Lines corpus. More keys go to meta (known ones by name, others to extra). Throws
// Error.
ZHIBIAO_EXPORT Document parse_corpus_line(std::string_view json);
// The line that reads back as this document, with its "\n".
ZHIBIAO_EXPORT void append_corpus_line(std::string& out, const Document& document);

// Appends a JSON string literal, with quotes; invalid UTF-8 becomes U+FFFD.
ZHIBIAO_EXPORT void append_json_string(std::string& out, std::string_view text);

}  // namespace zhibiao
