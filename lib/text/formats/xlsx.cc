#include "text/formats/xlsx.h"

#include <libxml/xmlreader.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>

#include "text/error.h"
#include "text/formats/archive.h"
#include "text/formats/start_libxml.h"

namespace zhibiao {
namespace {

constexpr size_t kMostCells = 5'000'000;  // also empty ones
constexpr size_t kMostColumns = 16'384;
constexpr const char* kWorkbook = "xl/workbook.xml";

using Parts = std::map<std::string, std::string>;

Parts parts_of(std::string_view bytes, const ReadLimits& limits) {
  Parts parts;
  const auto wants = [](std::string_view name) {
    return name.starts_with("xl/") && name.ends_with(".xml") &&
           (name.starts_with("xl/worksheets/sheet") || name == kWorkbook || name == "xl/sharedStrings.xml" ||
            name == "xl/styles.xml");
  };
  const auto wants_relations = [&wants](std::string_view name) {
    return wants(name) || name == "xl/_rels/workbook.xml.rels";
  };
  uint64_t total = 0;
  unpack(source_of(bytes), limits, wants_relations, [&](Member member) {
    if (!member.problem.empty()) throw Error(member.problem);
    total += member.bytes.size();
    if (total > limits.bytes)
      throw Error("unpacks to more than " + std::to_string(limits.bytes) + " bytes (--max-bytes)");
    parts[member.name] = std::move(member.bytes);
  });
  if (!parts.contains(kWorkbook)) throw Error("is no Excel workbook: it has no " + std::string(kWorkbook));
  return parts;
}

std::string text_of(const xmlChar* text) { return text == nullptr ? "" : reinterpret_cast<const char*>(text); }

// One element after the other: its name without a prefix, then what is in it.
class Reader {
 public:
  explicit Reader(const Parts& parts, const std::string& name) {
    const auto part = parts.find(name);
    if (part == parts.end()) return;
    if (part->second.size() > INT32_MAX) throw Error("is too large a workbook");
    constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE;
    start_libxml();
    reader_.reset(
        xmlReaderForMemory(part->second.data(), static_cast<int>(part->second.size()), nullptr, nullptr, kOptions));
    name_ = name;
  }

  // Calls begin(name), text(characters) and end(name) in the order of the part.
  void read(const std::function<void(const std::string&)>& begin, const std::function<void(const std::string&)>& text,
            const std::function<void(const std::string&)>& end) {
    if (!reader_) return;
    int code = 1;
    while ((code = xmlTextReaderRead(reader_.get())) == 1) {
      const int type = xmlTextReaderNodeType(reader_.get());
      if (type == XML_READER_TYPE_DOCUMENT_TYPE) throw Error("declares XML entities, which no workbook does");
      if (type == XML_READER_TYPE_ELEMENT) {
        const std::string name = text_of(xmlTextReaderConstLocalName(reader_.get()));
        const bool is_empty = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
        begin(name);
        if (is_empty) end(name);
      } else if (type == XML_READER_TYPE_END_ELEMENT) {
        end(text_of(xmlTextReaderConstLocalName(reader_.get())));
      } else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE ||
                 type == XML_READER_TYPE_CDATA) {
        text(text_of(xmlTextReaderConstValue(reader_.get())));
      }
    }
    if (code != 0) throw Error("is a damaged workbook: " + name_ + " is no XML");
  }

  // Of the element that begins; name without a prefix.
  std::string attribute(std::string_view name) const {
    std::string value;
    while (xmlTextReaderMoveToNextAttribute(reader_.get()) == 1) {
      if (text_of(xmlTextReaderConstLocalName(reader_.get())) == name) {
        value = text_of(xmlTextReaderConstValue(reader_.get()));
      }
    }
    xmlTextReaderMoveToElement(reader_.get());
    return value;
  }

 private:
  std::unique_ptr<xmlTextReader, void (*)(xmlTextReader*)> reader_{nullptr, xmlFreeTextReader};
  std::string name_;
};

const auto kNothing = [](const std::string&) {};

std::vector<std::string> shared_strings(const Parts& parts) {
  std::vector<std::string> strings;
  bool inside = false, phonetic = false;
  Reader reader(parts, "xl/sharedStrings.xml");
  reader.read(
      [&](const std::string& name) {
        if (name == "si") strings.emplace_back();
        if (name == "t") inside = true;
        if (name == "rPh") phonetic = true;
      },
      [&](const std::string& text) {
        if (inside && !phonetic && !strings.empty()) strings.back() += text;
      },
      [&](const std::string& name) {
        if (name == "t") inside = false;
        if (name == "rPh") phonetic = false;
      });
  return strings;
}

enum class Look { plain, percent, date };

Look look_of(const std::string& code) {
  if (code.find('%') != code.npos) return Look::percent;
  return code.find("yy") != code.npos || code.find("YY") != code.npos ? Look::date : Look::plain;
}

// How each style shows a number.
std::vector<Look> looks(const Parts& parts) {
  std::map<std::string, Look> formats = {{"9", Look::percent}, {"10", Look::percent}, {"14", Look::date},
                                         {"22", Look::date},   {"31", Look::date},    {"57", Look::date}};
  std::vector<Look> styles;
  bool inside = false;
  Reader reader(parts, "xl/styles.xml");
  reader.read(
      [&](const std::string& name) {
        if (name == "numFmt") formats[reader.attribute("numFmtId")] = look_of(reader.attribute("formatCode"));
        if (name == "cellXfs") inside = true;
        if (name == "xf" && inside) {
          const auto found = formats.find(reader.attribute("numFmtId"));
          styles.push_back(found == formats.end() ? Look::plain : found->second);
        }
      },
      kNothing,
      [&](const std::string& name) {
        if (name == "cellXfs") inside = false;
      });
  return styles;
}

// Excel saves 424.3 as 424.30000000000001.
std::string plain_decimal(double number) {
  char text[512];
  const double magnitude = std::fabs(number);
  const int places = magnitude >= 1 ? std::max(0, 14 - static_cast<int>(std::log10(magnitude))) : 16;
  std::snprintf(text, sizeof text, "%.*f", places, number);
  std::string out = text;
  if (out.find('.') != out.npos) out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out == "-0" ? "0" : out;
}

std::string date_of(double serial) {
  const auto days = static_cast<int64_t>(serial) - 25'569;  // to 1970-01-01
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text;
}

std::string shown(const std::string& digits, Look look) {
  double number = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_number = result.ec == std::errc() && result.ptr == digits.data() + digits.size();
  if (!is_number || !std::isfinite(number) || std::fabs(number) > 1e30) return digits;
  if (look == Look::date && number > 0 && number < 3e6) return date_of(number);
  return look == Look::percent ? plain_decimal(number * 100) + "%" : plain_decimal(number);
}

// "AB12" → 27; past the last column of Excel for what is no reference.
size_t column_of(const std::string& reference) {
  size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || column > kMostColumns) break;
    column = column * 26 + static_cast<size_t>(c - 'A' + 1);
  }
  return column == 0 ? kMostColumns : column - 1;
}

class SheetReader {
 public:
  SheetReader(const Parts& parts, const std::string& part)
      : strings_(shared_strings(parts)), looks_(looks(parts)), reader_(parts, part) {}

  std::vector<SheetRow> rows() {
    reader_.read([this](const std::string& name) { begin(name); },
                 [this](const std::string& text) {
                   if (inside_) value_ += text;
                 },
                 [this](const std::string& name) { end(name); });
    return std::move(rows_);
  }

 private:
  void begin(const std::string& name) {
    if (name == "row") {
      const std::string number = reader_.attribute("r");
      const uint32_t next = rows_.empty() ? 1 : rows_.back().number + 1;
      rows_.push_back(
          {number.empty() || number.size() > 7 ? next : static_cast<uint32_t>(std::stoul("0" + number)), {}});
    } else if (name == "c") {
      reference_ = reader_.attribute("r");
      type_ = reader_.attribute("t");
      style_ = reader_.attribute("s");
      value_.clear();
    }
    inside_ = name == "v" || (name == "t" && type_ == "inlineStr");
  }

  void end(const std::string& name) {
    if (name == "v" || name == "t") inside_ = false;
    if (name == "row" && !rows_.empty() && rows_.back().cells.empty()) rows_.pop_back();
    if (name != "c" || rows_.empty() || value_.empty()) return;
    std::vector<std::string>& cells = rows_.back().cells;
    const size_t column = reference_.empty() ? cells.size() : column_of(reference_);
    if (column >= kMostColumns) throw Error("is a damaged workbook: a cell " + reference_);
    if (column >= cells.size()) {
      count_ += column + 1 - cells.size();
      if (count_ > kMostCells) throw Error("holds more than " + std::to_string(kMostCells) + " cells");
      cells.resize(column + 1);
    }
    cells[column] = text();
  }

  std::string text() const {
    const auto index = [](const std::string& digits) {
      size_t number = SIZE_MAX;
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
      return number;
    };
    if (type_ == "s") return index(value_) < strings_.size() ? strings_[index(value_)] : "";
    if (type_ == "b") return value_ == "1" ? "true" : "false";
    if (!type_.empty() && type_ != "n") return type_ == "e" ? "" : value_;
    return shown(value_, index(style_) < looks_.size() ? looks_[index(style_)] : Look::plain);
  }

  std::vector<std::string> strings_;
  std::vector<Look> looks_;
  Reader reader_;
  std::vector<SheetRow> rows_;
  std::string reference_, type_, style_, value_;
  bool inside_ = false;
  size_t count_ = 0;
};

// Relation id → part.
std::map<std::string, std::string> relations(const Parts& parts) {
  std::map<std::string, std::string> targets;
  Reader reader(parts, "xl/_rels/workbook.xml.rels");
  reader.read(
      [&](const std::string& name) {
        if (name != "Relationship") return;
        const std::string target = reader.attribute("Target");
        targets[reader.attribute("Id")] = target.starts_with('/') ? target.substr(1) : "xl/" + target;
      },
      kNothing, kNothing);
  return targets;
}

}  // namespace

Sheet read_xlsx(std::string_view bytes, const std::string& name, const ReadLimits& limits) {
  const Parts parts = parts_of(bytes, limits);
  std::vector<std::pair<std::string, std::string>> sheets;  // name, relation id
  Reader reader(parts, kWorkbook);
  reader.read(
      [&](const std::string& element) {
        if (element == "sheet") sheets.emplace_back(reader.attribute("name"), reader.attribute("id"));
      },
      kNothing, kNothing);
  std::string known;
  for (const auto& [sheet, id] : sheets) {
    known += (known.empty() ? "" : ", ") + sheet;
    if (!name.empty() && sheet != name) continue;
    const std::map<std::string, std::string> targets = relations(parts);
    const auto target = targets.find(id);
    if (target == targets.end() || !parts.contains(target->second)) throw Error("is a damaged workbook: no " + sheet);
    return {sheet, SheetReader(parts, target->second).rows()};
  }
  throw Error(name.empty() ? "is a workbook without sheets" : "has no sheet " + name + "; its sheets are " + known);
}

}  // namespace zhibiao
