#include "text/formats/docx.h"

#include <libxml/parser.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "text/error.h"
#include "text/formats/archive.h"
#include "text/formats/docx_numbering.h"
#include "text/formats/line_writer.h"
#include "text/formats/start_libxml.h"
#include "text/formats/table_text.h"

namespace zhibiao {

namespace {

struct FreeTree {
  void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
};
using Tree = std::unique_ptr<xmlDoc, FreeTree>;

constexpr const char* kDocument = "word/document.xml";
constexpr const char* kFootnotes = "word/footnotes.xml";
constexpr const char* kEndnotes = "word/endnotes.xml";

// The parts that matter. Throws Error.
std::map<std::string, std::string> parts_of(std::string_view bytes, const ReadLimits& limits) {
  std::map<std::string, std::string> parts;
  bool is_sheet = false, is_slides = false;
  const auto wants = [&](std::string_view name) {
    is_sheet = is_sheet || name.starts_with("xl/");
    is_slides = is_slides || name.starts_with("ppt/");
    return name == kDocument || name == "word/numbering.xml" || name == "word/styles.xml" || name == kFootnotes ||
           name == kEndnotes;
  };
  unpack(source_of(bytes), limits, wants, [&](Member member) {
    if (!member.problem.empty()) throw Error(member.problem);
    parts[member.name] = std::move(member.bytes);
  });
  if (parts.contains(kDocument)) return parts;
  if (is_sheet) throw Error("is a spreadsheet (xlsx), which is not read");
  if (is_slides) throw Error("is a presentation (pptx), which is not read");
  throw Error("is no Word document: it has no " + std::string(kDocument));
}

Tree parsed(const std::map<std::string, std::string>& parts, const std::string& name) {
  const auto part = parts.find(name);
  if (part == parts.end() || part->second.size() > INT32_MAX) return nullptr;
  constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
  start_libxml();
  Tree tree(xmlReadMemory(part->second.data(), static_cast<int>(part->second.size()), nullptr, nullptr, kOptions));
  if (tree && (tree->intSubset || tree->extSubset)) throw Error("declares XML entities, which no Word document does");
  return tree;
}

// Calls see(element) for each child that is an element.
template <typename See>
void each_child(const xmlNode* node, See see) {
  for (const xmlNode* child = node->children; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) see(child);
  }
}

bool is_any_word(const xmlNode* node, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (is_word(node, name)) return true;
  }
  return false;
}

class Writer {
 public:
  explicit Writer(DocxNumbering& numbering) : numbering_(numbering) {}

  void write_blocks(const xmlNode* parent) {
    each_child(parent, [this](const xmlNode* block) {
      if (is_word(block, "p")) {
        write_paragraph(block);
      } else if (is_word(block, "tbl")) {
        write_table(block);
      } else if (!is_any_word(block, {"del", "moveFrom", "Fallback", "sectPr", "tcPr", "sdtPr"})) {
        write_blocks(block);
      }
    });
  }

  LineWriter out;

 private:
  void write_paragraph(const xmlNode* paragraph) {
    out.end_line();
    out.add(numbering_.next(word_child(paragraph, "pPr")));
    std::vector<const xmlNode*> boxes;
    write_inline(paragraph, boxes);
    out.end_line();
    for (const xmlNode* box : boxes) write_blocks(box);
  }

  // Text boxes hold paragraphs of their own: they are left in `boxes` for afterwards.
  void write_inline(const xmlNode* parent, std::vector<const xmlNode*>& boxes) {
    each_child(parent, [this, &boxes](const xmlNode* node) {
      if (is_word(node, "t")) {
        for (const xmlNode* text = node->children; text; text = text->next) {
          if (text->content != nullptr) out.add(reinterpret_cast<const char*>(text->content));
        }
      } else if (is_any_word(node, {"tab", "ptab"})) {
        out.add(" ");
      } else if (is_any_word(node, {"br", "cr"})) {
        out.end_line();
      } else if (is_word(node, "noBreakHyphen")) {
        out.add("-");
      } else if (is_word(node, "txbxContent")) {
        boxes.push_back(node);
      } else if (!is_any_word(node, {"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "rt"})) {
        write_inline(node, boxes);
      }
    });
  }

  void write_table(const xmlNode* table) {
    out.end_line();
    std::vector<TableRow> rows;
    collect_rows(table, rows);
    for (std::string& line : table_lines(rows)) out.add_line(std::move(line));
  }

  void collect_rows(const xmlNode* parent, std::vector<TableRow>& rows) {
    each_child(parent, [this, &rows](const xmlNode* node) {
      if (is_word(node, "tr")) {
        rows.emplace_back();
        const std::string skipped = word_attribute(word_child(word_child(node, "trPr"), "gridBefore"), "val");
        if (!skipped.empty()) rows.back().push_back({"", span_of(skipped), 1});
        collect_cells(node, rows.back());
      } else if (!is_any_word(node, {"del", "tblPr", "tblGrid"})) {
        collect_rows(node, rows);
      }
    });
  }

  void collect_cells(const xmlNode* parent, TableRow& row) {
    each_child(parent, [this, &row](const xmlNode* node) {
      if (is_word(node, "tc")) {
        const xmlNode* properties = word_child(node, "tcPr");
        const xmlNode* merged = word_child(properties, "vMerge");
        const bool goes_on = merged && word_attribute(merged, "val") != "restart";
        Writer inside(numbering_);
        inside.write_blocks(node);
        row.push_back({goes_on ? "" : flattened(inside.out.joined()),
                       span_of(word_attribute(word_child(properties, "gridSpan"), "val")), 1});
      } else if (!is_any_word(node, {"trPr", "del"})) {
        collect_cells(node, row);
      }
    });
  }

  // The rows of a table in a cell become words of that cell.
  static std::string flattened(std::string text) {
    for (char& c : text) {
      if (c == '\t') c = ' ';
    }
    return text;
  }

  static uint32_t span_of(const std::string& digits) {
    return digits.empty() || digits.size() > 4 ? 1 : static_cast<uint32_t>(std::max(1, std::atoi(digits.c_str())));
  }

  DocxNumbering& numbering_;
};

// The notes stand behind the text, a line each and numbered: 注释 / [1] 七通一平：指…. Separators are none.
class Notes {
 public:
  explicit Notes(DocxNumbering& numbering) : numbering_(numbering) {}

  void add(const xmlNode* root) {
    if (root == nullptr) return;
    each_child(root, [this](const xmlNode* note) {
      const std::string type = word_attribute(note, "type");
      if (!is_any_word(note, {"footnote", "endnote"}) || (!type.empty() && type != "normal")) return;
      Writer writer(numbering_);
      writer.write_blocks(note);
      writer.out.end_line();
      const std::string text = writer.out.joined();
      if (!text.empty()) lines_.push_back("[" + std::to_string(lines_.size() + 1) + "] " + text);
    });
  }

  void write_to(LineWriter& out) {
    if (lines_.empty()) return;
    out.add_line("注释");
    for (std::string& line : lines_) out.add_line(std::move(line));
  }

 private:
  DocxNumbering& numbering_;
  std::vector<std::string> lines_;
};

const xmlNode* root_of(const Tree& tree) { return tree ? xmlDocGetRootElement(tree.get()) : nullptr; }

}  // namespace

Content read_docx(std::string_view bytes, const ReadLimits& limits) {
  const auto parts = parts_of(bytes, limits);
  const Tree document = parsed(parts, kDocument);
  const xmlNode* root = root_of(document);
  if (root == nullptr) throw Error("is a damaged Word document");
  const Tree numbers = parsed(parts, "word/numbering.xml"), styles = parsed(parts, "word/styles.xml");
  DocxNumbering numbering(root_of(numbers), root_of(styles));
  Writer writer(numbering);
  writer.write_blocks(root);
  writer.out.end_line();
  const Tree footnotes = parsed(parts, kFootnotes), endnotes = parsed(parts, kEndnotes);
  Notes notes(numbering);
  notes.add(root_of(footnotes));
  notes.add(root_of(endnotes));
  notes.write_to(writer.out);
  Content content;
  content.text = text_of(writer.out.lines());
  return content;
}

}  // namespace zhibiao
