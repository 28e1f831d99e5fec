#include "panel/xlsx.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <memory>

#include "emit/width.h"
#include "mention/decimal.h"
#include "text/error.h"

namespace zhibiao {
namespace {

constexpr size_t kMostRows = 1'048'576;
constexpr size_t kMostCharacters = 32'767;
constexpr size_t kMostDigits = 15;  // that a double holds whatever they are
constexpr size_t kMostLinks = 65'530;

void check(lxw_error error) {
  if (error != LXW_NO_ERROR) throw Error(std::string("workbook: ") + lxw_strerror(error));
}

// What a cell can hold: no control characters, and no more than Excel takes.
std::string cell_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte >= 0x20 || c == '\n' || c == '\t') && byte != 0x7f) out += c;
  }
  size_t characters = 0, end = 0;
  for (; end < out.size(); ++end) {
    if ((static_cast<unsigned char>(out[end]) & 0xC0) != 0x80 && ++characters > kMostCharacters) break;
  }
  out.resize(end);
  return out;
}

bool fits_double(const std::string& digits) {
  return std::count_if(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }) <=
         static_cast<std::ptrdiff_t>(kMostDigits);
}

class Workbook {
 public:
  Workbook(const std::string& path, Fields fields, std::vector<Source> sources)
      : fields_(std::move(fields)), sources_(std::move(sources)) {
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    book_ = workbook_new_opt(path.c_str(), &options);
    if (book_ == nullptr) throw Error("workbook: out of memory");
    bold_ = workbook_add_format(book_);
    format_set_bold(bold_);
    link_ = workbook_get_default_url_format(book_);
    panel_ = workbook_add_worksheet(book_, "panel");
    write_header(panel_, fields_);
  }
  ~Workbook() {
    if (book_ != nullptr) workbook_close(book_);
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  void add(const Row& row) {
    if (next_row_ >= kMostRows) {
      throw Error("a sheet of Excel holds no more than " + std::to_string(kMostRows) + " rows: use csv or sqlite");
    }
    for (size_t i = 0; i < row.size(); ++i) {
      write_cell(panel_, static_cast<lxw_row_t>(next_row_), static_cast<lxw_col_t>(i), row[i], fields_[i].type);
    }
    ++next_row_;
  }

  void finish() {
    close_sheet(panel_, next_row_, fields_.size());
    write_sources();
    lxw_workbook* book = std::exchange(book_, nullptr);
    check(workbook_close(book));
  }

 private:
  void write_header(lxw_worksheet* sheet, const Fields& fields) {
    for (size_t i = 0; i < fields.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      const double width = std::clamp(display_width(plain_line(fields[i].name)) + 3, 8, 40);
      check(worksheet_set_column(sheet, column, column, fields[i].name == "sentence" ? 60 : width, nullptr));
      check(worksheet_write_string(sheet, 0, column, cell_text(fields[i].name).c_str(), bold_));
    }
    worksheet_freeze_panes(sheet, 1, 0);
  }

  static void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text,
                         FieldType type) {
    if (text.empty()) return;
    const bool is_number = type != FieldType::text && type != FieldType::boolean && Decimal::parse(text);
    if (is_number && fits_double(text)) {
      check(worksheet_write_number(sheet, row, column, std::stod(text), nullptr));
    } else if (type == FieldType::boolean) {
      check(worksheet_write_boolean(sheet, row, column, text == "true", nullptr));
    } else {
      check(worksheet_write_string(sheet, row, column, cell_text(text).c_str(), nullptr));
    }
  }

  static void close_sheet(lxw_worksheet* sheet, size_t rows, size_t columns) {
    if (columns == 0) return;
    check(worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(std::max<size_t>(rows, 2) - 1),
                               static_cast<lxw_col_t>(columns - 1)));
  }

  void write_sources() {
    using enum FieldType;
    const Fields fields = {{"doc", text, "", ""},
                           {"sha256", text, "", ""},
                           {"title", text, "", ""},
                           {"doc_type", text, "", ""},
                           {"region", text, "", ""},
                           {"region_code", text, "", ""},
                           {"report_year", integer, "", ""},
                           {"year", integer, "", ""},
                           {"date", text, "", ""},
                           {"grammar", text, "", ""},
                           {"error", text, "", ""}};
    lxw_worksheet* sheet = workbook_add_worksheet(book_, "sources");
    write_header(sheet, fields);
    for (size_t i = 0; i < std::min(sources_.size(), kMostRows - 1); ++i) {
      const Source& source = sources_[i];
      const auto row = static_cast<lxw_row_t>(i + 1);
      const auto digits = [](const std::optional<int>& year) { return year ? std::to_string(*year) : ""; };
      const Metadata& meta = source.meta;
      const Row cells = {source.doc,
                         meta.sha256,
                         meta.title,
                         meta.doc_type,
                         meta.region,
                         meta.region_code,
                         digits(meta.report_year),
                         digits(meta.year),
                         meta.date,
                         source.grammar,
                         source.problem};
      write_link(sheet, row, source.doc, i);
      for (size_t column = 1; column < cells.size(); ++column) {
        write_cell(sheet, row, static_cast<lxw_col_t>(column), cells[column], fields[column].type);
      }
    }
    close_sheet(sheet, sources_.size() + 1, fields.size());
  }

  // A report is a link to its file, or to its archive; a web address to itself.
  void write_link(lxw_worksheet* sheet, lxw_row_t row, const std::string& doc, size_t number) const {
    const bool is_address = doc.starts_with("https://") || doc.starts_with("http://");
    const std::string target = is_address ? doc : "external:" + doc.substr(0, doc.find('!'));
    const std::string shown = cell_text(doc);
    const bool linked =
        number < kMostLinks && shown == doc && doc != "-" &&
        worksheet_write_url_opt(sheet, row, 0, target.c_str(), link_, shown.c_str(), nullptr) == LXW_NO_ERROR;
    if (!linked) write_cell(sheet, row, 0, doc, FieldType::text);
  }

  Fields fields_;
  std::vector<Source> sources_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* panel_ = nullptr;
  lxw_format* bold_ = nullptr;
  lxw_format* link_ = nullptr;
  size_t next_row_ = 1;
};

}  // namespace

RowSink xlsx_sink(const std::string& path, const Fields& fields, const std::vector<Source>& sources) {
  const auto book = std::make_shared<Workbook>(path, fields, sources);
  return {[book](const Row& row) { book->add(row); }, [book] { book->finish(); }};
}

}  // namespace zhibiao
