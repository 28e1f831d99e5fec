// A report as text: what `read` makes of bytes. The text keeps every character of the source but a byte order mark.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhibiao {

// Damage met while decoding or segmenting, kept and counted: {"invalid_bytes", 3}, in order of first sight.
using DamageCounts = std::vector<std::pair<std::string, uint64_t>>;

// What is known of a report beside its text. Empty strings and nullopt mean unknown (null in JSON).
struct Metadata {
  std::string title;
  std::string doc_type;  // work_report, communique, budget, plan, other
  std::string region;    // 盘锦市兴隆台区, 安徽省, 全国
  std::string region_code;
  std::optional<int> report_year;  // given or published for
  std::optional<int> year;         // reviewed
  std::string date;                // publication, 2023-01-05
  std::string speaker;             // who gave it: 张工
  std::string meeting;             // 天津市第十八届人民代表大会第一次会议
  std::string format;              // txt, md, html, docx, doc, pdf
  std::string encoding;            // utf-8, utf-16le, utf-16be, gb18030, big5; "" of docx, doc, pdf
  DamageCounts damaged;
  std::string sha256;  // of the source bytes, hex
  // Keys that a JSON Lines corpus or a caller gave and that are none of the above: name and raw JSON value.
  std::vector<std::pair<std::string, std::string>> extra;

  friend bool operator==(const Metadata&, const Metadata&) = default;
};

// `text` is valid UTF-8. Offsets of all later stages are code points into it.
struct Document {
  std::string doc;  // the name, as given
  Metadata meta;
  std::string text;

  friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace zhibiao
