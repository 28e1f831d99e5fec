#include "check/audit_listing.h"

#include "check/run_in_line.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

bool is_year(std::string_view text) {
  return text.size() == 4 && all_digits(text) && starts_with_any(text, {"19", "20"});
}

bool opens_cell(std::string_view before) {
  return before.empty() || ends_with_any(before, {" ", "\t", "\f", ":", "："});
}

bool hanzi_opens(std::string_view text) { return !text.empty() && is_hanzi(code_point_at(text, 0).value); }

// 其中:1.社会保险费收入, 注：1.2025年预算数: the year glued to the number is read as its decimals.
bool numbers_item_of_list(const Run& run) {
  if (!opens_cell(run.before)) return false;
  const size_t point = run.digits.find('.');
  if (point != run.digits.npos) {
    const bool year = is_year(run.digits.substr(point + 1)) && without_space(run.behind).starts_with("年");
    return point <= 2 && all_digits(run.digits.substr(0, point)) && year;
  }
  if (run.digits.size() > 2 || !all_digits(run.digits)) return false;
  return run.behind.starts_with(".") && hanzi_opens(run.behind.substr(1));
}

// 15、2026年省级预算表 in a list of contents, 表22.2025年收入表, 表 135 alone in its line.
bool numbers_table(const Run& run) {
  const std::string_view before = without_space(run.before), behind = without_space(run.behind);
  const std::string_view digits = run.digits.substr(0, run.digits.find('.'));
  if (digits.size() > 3 || !all_digits(digits)) return false;
  if (before.ends_with("表") && digits.size() < run.digits.size()) {
    return is_year(run.digits.substr(digits.size() + 1)) && behind.starts_with("年");
  }
  if (digits.size() != run.digits.size()) return false;
  if (before == "表") return behind.empty();
  return before.empty() && behind.starts_with("、") && behind.ends_with("表");
}

// 表1.2025年…表…………29表2.2025年…, 表 6：…表········ 138, 第49页10全市2025年: the numbers of a list of contents in one
// paragraph, the pages behind their dots.
bool stands_in_contents(const Run& run) {
  if (run.digits.find(',') != run.digits.npos) return false;
  if (ends_with_any(run.before, {"…………", "…………第", "····", "···· ", "......", "...... "}))
    return run.digits.size() <= 12;
  const std::string_view digits = run.digits.substr(0, run.digits.find('.'));
  const bool titled = contains_any(run.behind, {"……", "····"});
  return titled && digits.size() <= 3 && ends_with_any(run.before, {"表", "页", "表 "});
}

// 1．20101-人大事务科目: the item's number glued to a class of the budget.
bool numbers_class(const Run& run) {
  const std::string_view dot = "．";
  const size_t at = run.digits.find(dot);
  if (at == run.digits.npos) return false;
  const std::string_view code = run.digits.substr(at + dot.size());
  return at <= 2 && all_digits(code) && (code.size() == 5 || code.size() == 3) && run.behind.starts_with("-") &&
         hanzi_opens(run.behind.substr(1));
}

// （财税〔2014〕, 〔2022〕107 号.
bool numbers_document(const Run& run) {
  const std::string_view before = without_space(run.before);
  if (is_year(run.digits) && before.ends_with("〔")) return without_space(run.behind).starts_with("〕");
  return all_digits(run.digits) && run.digits.size() <= 4 && before.ends_with("〕") && before.find("〔") != before.npos;
}

// 1-00000015, the second line of PROJ22058236000 | 1-00000015.
bool ends_project(const Run& run) {
  const auto serial = [](std::string_view text) {
    return text.size() >= 8 && text.starts_with("000") && all_digits(text.substr(0, 8)) &&
           (text.size() == 8 || !is_ascii_digit(text[8]));
  };
  if (all_digits(run.digits) && run.digits.size() <= 2 && run.behind.starts_with("-")) {
    return opens_cell(run.before) && serial(run.behind.substr(1));
  }
  if (!serial(run.digits) || !run.before.ends_with("-")) return false;
  const std::string_view code = run.before.substr(0, run.before.size() - 1);
  return !code.empty() && is_ascii_digit(code.back());
}

// 上一页 1 2 3 下一页.
bool links_page(const Run& run) {
  return all_digits(run.digits) && run.digits.size() <= 3 && contains(run.before, "上一页") &&
         contains(run.behind, "下一页");
}

}  // namespace

std::string_view number_in_listing(std::string_view text, ByteSpan bytes) {
  const Run run = run_at(text, bytes);
  if (numbers_item_of_list(run)) return "item number";
  if (numbers_table(run)) return "number of a table";
  if (stands_in_contents(run)) return "list of contents";
  if (numbers_class(run)) return "table code";
  if (numbers_document(run)) return "number of a document";
  if (ends_project(run)) return "table code";
  if (links_page(run)) return "page link";
  return {};
}

}  // namespace zhibiao
