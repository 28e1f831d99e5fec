// bytes → Document: detects the encoding, decodes, and reads what the text says of itself (title, region, years).
#pragma once

#include <string>
#include <string_view>

#include "text/document.h"

namespace zhibiao {

struct ReadOptions {
  std::string encoding;  // "" detects; else utf-8, utf-16le, utf-16be, gb18030
};

// Decodes plain text. Damaged bytes become U+FFFD and are counted in meta.damaged; a byte order mark is dropped.
// Throws Error for bytes that are no text in any known encoding (binary).
Document read_document(std::string name, std::string_view bytes, const ReadOptions& options = {});

// Fills the metadata that is still unknown from the document's own text (and, where that is silent, its name).
void describe(Document& document);

}  // namespace zhibiao
