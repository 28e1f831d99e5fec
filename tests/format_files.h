// Small files of the formats that are not text, made from their content: ZIP, Word, PDF.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhibiao::testing {

using Members = std::vector<std::pair<std::string, std::string>>;

inline std::string little(uint32_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

inline uint32_t crc32_of(std::string_view bytes) {
  uint32_t crc = 0xFFFFFFFF;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  return ~crc;
}

// Stored, not packed; `flags` 1 says encrypted.
inline std::string zip_of(const Members& members, uint32_t flags = 0x0800) {
  std::string out, directory;
  for (const auto& [name, content] : members) {
    const auto size = static_cast<uint32_t>(content.size());
    const std::string common = little(20, 2) + little(flags, 2) + little(0, 2) + little(0, 4) +
                               little(crc32_of(content), 4) + little(size, 4) + little(size, 4) +
                               little(static_cast<uint32_t>(name.size()), 2) + little(0, 2);
    directory += "PK\x01\x02" + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) +
                 little(static_cast<uint32_t>(out.size()), 4) + name;
    out += "PK\x03\x04" + common + name + content;
  }
  const auto count = static_cast<uint32_t>(members.size()), at = static_cast<uint32_t>(out.size());
  return out + directory + "PK\x05\x06" + little(0, 4) + little(count, 2) + little(count, 2) +
         little(static_cast<uint32_t>(directory.size()), 4) + little(at, 4) + little(0, 2);
}

inline std::string docx_of(const std::string& body, const std::string& before = "", const Members& more = {}) {
  Members members = {{"[Content_Types].xml", "<Types/>"},
                     {"word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + before +
                                               "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"}};
  members.insert(members.end(), more.begin(), more.end());
  return zip_of(members);
}

inline std::string paragraph(const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; }

struct PdfText {
  int left = 0, top = 0;  // points from the upper left corner
  std::u16string text;
  int size = 16;
};

inline std::string utf16_hex(const std::u16string& text) {
  std::string hex;
  for (const char16_t unit : text) {
    char digits[8];
    std::snprintf(digits, sizeof digits, "%04X", static_cast<unsigned>(unit));
    hex += digits;
  }
  return hex;
}

inline std::string stream_of(const std::string& content) {
  return "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream";
}

// A4 pages; every character is as wide as its font is high.
inline std::string pdf_of(const std::vector<std::vector<PdfText>>& pages, const std::string& trailer = "") {
  std::string kids;
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "",
      "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R "
      ">>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
      "/Supplement 0 >> /DW 1000 >>",
      stream_of("/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> "
                "endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end")};
  for (const auto& page : pages) {
    std::string content;
    for (const PdfText& text : page) {
      content += "BT /F " + std::to_string(text.size) + " Tf " + std::to_string(text.left) + " " +
                 std::to_string(842 - text.top - text.size) + " Td <" + utf16_hex(text.text) + "> Tj ET\n";
    }
    objects.push_back(stream_of(content));
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                      std::to_string(objects.size()) + " 0 R /Resources << /Font << /F 3 0 R >> >> >>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>";
  std::string out = "%PDF-1.4\n", places;
  for (size_t i = 0; i < objects.size(); ++i) {
    char place[32];
    std::snprintf(place, sizeof place, "%010zu 00000 n \n", out.size());
    places += place;
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string size = std::to_string(objects.size() + 1);
  const std::string at = std::to_string(out.size());
  return out + "xref\n0 " + size + "\n0000000000 65535 f \n" + places + "trailer\n<< /Size " + size + " /Root 1 0 R " +
         trailer + " >>\nstartxref\n" + at + "\n%%EOF\n";
}

}  // namespace zhibiao::testing
