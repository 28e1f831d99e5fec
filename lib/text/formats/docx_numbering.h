// The numbers that Word shows before paragraphs and does not store in them: 一、 （二） 3.
#pragma once

#include <libxml/tree.h>

#include <array>
#include <cstdint>
#include <map>
#include <string>

namespace zhibiao {

// Of word/numbering.xml and word/styles.xml; either may be missing.
class DocxNumbering {
 public:
  DocxNumbering(const xmlNode* numbering, const xmlNode* styles);

  // The number of the next paragraph, "" where it has none; `properties` is its w:pPr or nullptr.
  std::string next(const xmlNode* properties);

 private:
  static constexpr size_t kLevels = 9;
  struct Level {
    uint32_t start = 1;
    std::string format, text;
  };
  struct List {
    std::array<Level, kLevels> levels;
    std::array<uint32_t, kLevels> counts{};
  };
  struct Place {
    std::string list;
    size_t level = 0;
  };

  static void read_place(const xmlNode* properties, Place& place);
  std::string shown(const List& list, size_t level) const;

  std::map<std::string, List> abstract_;      // by w:abstractNumId
  std::map<std::string, std::string> lists_;  // w:numId → w:abstractNumId
  std::map<std::string, Place> styles_;       // by w:styleId
};

// Small helpers for OOXML, whose prefix w: stands for one namespace throughout.
bool is_word(const xmlNode* node, const char* name);
const xmlNode* word_child(const xmlNode* node, const char* name);
std::string word_attribute(const xmlNode* node, const char* name);

}  // namespace zhibiao
