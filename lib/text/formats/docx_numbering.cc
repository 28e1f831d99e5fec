#include "text/formats/docx_numbering.h"

#include <algorithm>
#include <string_view>

#include "text/words.h"

namespace zhibiao {

namespace {

uint32_t number_of(const std::string& digits) {
  uint32_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9' || number > 99'999) break;
    number = number * 10 + static_cast<uint32_t>(c - '0');
  }
  return number;
}

constexpr std::string_view kHan[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

// Up to 99, as far as headings go.
std::string han_number(uint32_t number) {
  if (number > 99) return std::to_string(number);
  std::string text;
  if (number >= 20) text += kHan[number / 10];
  if (number >= 10) text += "十";
  if (number % 10 != 0 || number == 0) text += kHan[number % 10];
  return text;
}

std::string letter(uint32_t number, char first) { return std::string(1, static_cast<char>(first + (number - 1) % 26)); }

std::string roman(uint32_t number, bool upper) {
  static constexpr std::pair<uint32_t, std::string_view> kSteps[] = {{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"},
                                                                     {5, "v"},  {4, "iv"},  {1, "i"}};
  std::string text;
  for (uint32_t left = std::min<uint32_t>(number, 89); const auto& [value, sign] : kSteps) {
    for (; left >= value; left -= value) text += sign;
  }
  if (upper) std::transform(text.begin(), text.end(), text.begin(), [](char c) { return static_cast<char>(c - 32); });
  return text;
}

std::string formatted(uint32_t number, const std::string& format) {
  if (format.starts_with("chinese") || format.starts_with("japanese") || format.starts_with("taiwanese") ||
      format.starts_with("ideograph")) {
    return han_number(number);
  }
  if (format == "decimalEnclosedCircle" && number >= 1 && number <= 20) {
    return std::string("\xE2\x91") + static_cast<char>(0xA0 + number - 1);
  }
  if (format == "upperLetter" || format == "lowerLetter") {
    return letter(std::max<uint32_t>(number, 1), format == "upperLetter" ? 'A' : 'a');
  }
  if (format == "upperRoman" || format == "lowerRoman") return roman(number, format == "upperRoman");
  return std::to_string(number);
}

}  // namespace

bool is_word(const xmlNode* node, const char* name) {
  return node->type == XML_ELEMENT_NODE && std::string_view(reinterpret_cast<const char*>(node->name)) == name;
}

const xmlNode* word_child(const xmlNode* node, const char* name) {
  for (const xmlNode* child = node ? node->children : nullptr; child; child = child->next) {
    if (is_word(child, name)) return child;
  }
  return nullptr;
}

std::string word_attribute(const xmlNode* node, const char* name) {
  for (const xmlAttr* attribute = node ? node->properties : nullptr; attribute; attribute = attribute->next) {
    if (std::string_view(reinterpret_cast<const char*>(attribute->name)) != name || !attribute->children) continue;
    const xmlChar* value = attribute->children->content;
    return value == nullptr ? "" : reinterpret_cast<const char*>(value);
  }
  return "";
}

DocxNumbering::DocxNumbering(const xmlNode* numbering, const xmlNode* styles) {
  for (const xmlNode* node = numbering ? numbering->children : nullptr; node; node = node->next) {
    if (is_word(node, "num")) {
      lists_[word_attribute(node, "numId")] = word_attribute(word_child(node, "abstractNumId"), "val");
    }
    if (!is_word(node, "abstractNum")) continue;
    List& list = abstract_[word_attribute(node, "abstractNumId")];
    for (const xmlNode* lvl = node->children; lvl; lvl = lvl->next) {
      const size_t at = number_of(word_attribute(lvl->type == XML_ELEMENT_NODE ? lvl : nullptr, "ilvl"));
      if (!is_word(lvl, "lvl") || at >= kLevels) continue;
      const xmlNode* start = word_child(lvl, "start");
      list.levels[at] = {start ? number_of(word_attribute(start, "val")) : 1,
                         word_attribute(word_child(lvl, "numFmt"), "val"),
                         word_attribute(word_child(lvl, "lvlText"), "val")};
    }
  }
  for (const xmlNode* style = styles ? styles->children : nullptr; style; style = style->next) {
    if (!is_word(style, "style")) continue;
    Place place;
    read_place(word_child(style, "pPr"), place);
    if (!place.list.empty()) styles_[word_attribute(style, "styleId")] = place;
  }
}

void DocxNumbering::read_place(const xmlNode* properties, Place& place) {
  const xmlNode* found = word_child(properties, "numPr");
  if (found == nullptr) return;
  if (const xmlNode* list = word_child(found, "numId")) place.list = word_attribute(list, "val");
  if (const xmlNode* level = word_child(found, "ilvl")) place.level = number_of(word_attribute(level, "val"));
}

std::string DocxNumbering::next(const xmlNode* properties) {
  if (properties == nullptr) return "";
  Place place;
  const auto style = styles_.find(word_attribute(word_child(properties, "pStyle"), "val"));
  if (style != styles_.end()) place = style->second;
  read_place(properties, place);
  const auto list = lists_.find(place.list);
  if (list == lists_.end() || place.level >= kLevels) return "";
  const auto found = abstract_.find(list->second);
  if (found == abstract_.end()) return "";
  List& counted = found->second;
  uint32_t& count = counted.counts[place.level];
  count = count == 0 ? counted.levels[place.level].start : count + 1;
  std::fill(counted.counts.begin() + static_cast<std::ptrdiff_t>(place.level) + 1, counted.counts.end(), 0);
  return shown(counted, place.level);
}

// lvlText "%1.%2" with the numbers put in.
std::string DocxNumbering::shown(const List& list, size_t level) const {
  const Level& own = list.levels[level];
  if (own.format == "bullet" || own.format == "none") return "";
  std::string text;
  for (size_t i = 0; i < own.text.size(); ++i) {
    const char digit = i + 1 < own.text.size() ? own.text[i + 1] : '\0';
    if (own.text[i] != '%' || digit < '1' || digit > '9') {
      text += own.text[i];
      continue;
    }
    const auto other = static_cast<size_t>(digit - '1');
    text += formatted(std::max<uint32_t>(list.counts[other], 1), list.levels[other].format);
    ++i;
  }
  return text;
}

}  // namespace zhibiao
