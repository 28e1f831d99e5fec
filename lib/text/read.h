// bytes → Document: detects format and encoding, decodes, and reads what the text says of itself (title, region,
// years).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "text/document.h"
#include "text/export.h"
#include "text/formats/archive.h"
#include "text/formats/content.h"
#include "text/formats/detect.h"

namespace zhibiao {

struct ReadOptions {
  std::string encoding;          // "" detects; else utf-8, utf-16le, utf-16be, gb18030, big5
  std::optional<Format> format;  // nullopt detects
  Metadata known;                // wins over what is detected
  bool hash = true;              // the bytes, for meta.sha256
  ReadLimits limits;
};

// One report in any format. Damaged bytes become U+FFFD and are counted in meta.damaged; a byte order mark is dropped.
// Throws Error for bytes that are no text in any known encoding (binary), and for what the format's reader refuses:
// encrypted, damaged, a scan, past a limit, an archive.
ZHIBIAO_EXPORT Document read_document(std::string name, std::string_view bytes, const ReadOptions& options = {});

// What is left of a ReadOptions::known after `meta` was made: its fields that say something win.
ZHIBIAO_EXPORT void override_with(Metadata& meta, const Metadata& known);

// A file in an archive: archive.zip!2023/report.docx. Of a .gz that holds one file the name of the .gz.
struct Packed {
  std::string name;
  std::string bytes;
  std::string problem;  // why it could not be unpacked; then there are no bytes
};

// Calls see(file) for each file of the archive whose name within it `wants` takes, also of archives within. Throws
// Error where the archive itself is damaged or passes a limit.
ZHIBIAO_EXPORT void each_packed(const std::string& name, const ByteSource& source, const ReadLimits& limits,
                                const std::function<bool(std::string_view)>& wants,
                                const std::function<void(Packed)>& see);

// Fills the metadata that is still unknown from the document's own text (and, where that is silent, its name).
ZHIBIAO_EXPORT void describe(Document& document);

}  // namespace zhibiao
