#include "observe/column.h"

#include <algorithm>

#include "grammar/claims.h"
#include "segment/table_unit.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

// 上年 in a table on 2026 is 2025, whatever year the report reviews.
ReportMeta seen_from(std::optional<int> year, const ReportMeta& meta) {
  ReportMeta seen = meta;
  if (!year) return seen;
  seen.year = *year;
  seen.report_year = *year + 1;
  seen.doc_type = "communique";
  return seen;
}

// All twelve months are the year.
std::string whole_year(const std::string& period) {
  const bool year = period.size() == 16 && period.substr(4, 5) == "-01.." && period.substr(13) == "-12";
  return year ? period.substr(0, 4) : period;
}

// 占一般公共预算收入%, 为上年决算数的%, 完成调整预算%: where it begins to say of what.
size_t ratio_begin(std::string_view header) {
  size_t begin = header.npos;
  const bool of_budget = contains_any(header, {"占预算", "占调整预算", "占变动预算", "占年初预算", "为上年执行数"});
  if (!of_budget && !contains_any(header, {"%", "％", "比重", "占比", "百分比"})) return begin;
  for (const std::string_view lead : {"相当于", "完成", "占", "为"}) {
    const size_t at = header.rfind(lead);
    if (at != header.npos && (begin == header.npos || at + lead.size() > begin)) begin = at + lead.size();
  }
  return begin;
}

std::string ratio_in(std::string_view header) {
  const size_t begin = ratio_begin(header);
  if (begin == header.npos) return "";
  std::string_view rest = header.substr(begin);
  std::string_view lead;  // （调整）预算数
  if (rest.starts_with("汇总（")) rest.remove_prefix(std::string_view("汇总").size());
  if (rest.starts_with("（") || rest.starts_with("(")) {
    const size_t wide = rest.find("）"), half = rest.find(')');
    const size_t close = wide < half ? wide + 3 : half == rest.npos ? 0 : half + 1;
    if (close > 3 && close + 6 < rest.size()) lead = rest.substr(0, close), rest.remove_prefix(close);
  }
  for (const std::string_view stop : {"的", "%", "％", "比重", "比例", "（", "(", "比"})
    rest = rest.substr(0, rest.find(stop));
  return rest.empty() ? "" : std::string(lead) + std::string(rest);
}

// Of the listed indicator or noun of indicators at text[pos].
size_t indicator_length(std::string_view text, size_t pos, const GrammarData& grammar) {
  const Trie::Hit hit = grammar.words.longest(text, pos);
  if (hit.length == 0) return 0;
  const TokenClass c = grammar.word_info[static_cast<size_t>(hit.value)].token_class;
  return c == TokenClass::indicator || c == TokenClass::head ? hit.length : 0;
}

class Reader {
 public:
  Reader(std::string_view header, std::optional<int> year, const ReportMeta& meta, const GrammarData& grammar)
      : header_(header), grammar_(grammar), meta_(seen_from(year, meta)) {}

  ColumnReading read() {
    folded_ = fold(header_, 0);
    claims_ = find_claims(folded_, meta_, Part::none, grammar_);
    const std::string_view text = folded_.text;
    const std::string unit = unit_in_header(text);
    reading_.told_unit = !unit.empty();
    const size_t ratio = ratio_begin(text);
    for (size_t pos = 0; pos < text.size();) {
      compared_ = compared_ || pos == ratio;
      pos = step(text, pos);
    }
    settle(text, unit);
    return std::move(reading_);
  }

 private:
  size_t step(std::string_view text, size_t pos) {
    for (const Claim& claim : claims_) {
      if (claim.bytes.begin != pos || claim.mention.canonical.empty()) continue;
      if (!compared_ && !words_.growth) reading_.period = whole_year(claim.mention.canonical);
      return claim.bytes.end;
    }
    if (text.substr(pos).starts_with("（") || text[pos] == '(') return behind_parenthesis(text, pos);
    const Trie::Hit hit = grammar_.column_words.longest(text, pos);
    const size_t indicator = indicator_length(text, pos, grammar_);
    if (indicator > hit.length) {  // 增加值 holds no 增加
      if (!compared_) reading_.name += text.substr(pos, indicator);
      return pos + indicator;
    }
    if (hit.length == 0) {
      const size_t length = utf8_length(text[pos]);
      if (!compared_ && is_hanzi(code_point_at(text, pos).value)) reading_.name += text.substr(pos, length);
      return pos + length;
    }
    see(static_cast<ColumnWord>(hit.value), text.substr(pos, hit.length), pos);
    return pos + hit.length;
  }

  // A unit or a remark; 价格指数（1—12月） has its period there.
  size_t behind_parenthesis(std::string_view text, size_t pos) {
    const size_t wide = text.find("）", pos), half = text.find(')', pos);
    const size_t end = std::min(wide == text.npos ? wide : wide + 3, half == text.npos ? half : half + 1);
    if (end == text.npos) return text.size();
    for (const Claim& claim : claims_)
      if (claim.bytes.begin >= pos && claim.bytes.end <= end && reading_.period.empty() && !compared_)
        reading_.period = whole_year(claim.mention.canonical);
    return end;
  }

  void see(ColumnWord word, std::string_view surface, size_t pos) {
    using enum ColumnWord;
    switch (word) {
      case growth:
      case updown:
      case change:
        words_.growth = word == growth;
        words_.updown = word == updown;
        words_.change = word == change;
        break;
      case share:
        reading_.share = true;
        break;
      case rank:
        reading_.measure = Measure::rank;
        break;
      case index:
        reading_.index = true;
        break;
      case compare:
        if (!compared_) compared_at_ = pos;
        compared_ = words_.compare = true;
        break;
      case target:
      case actual:
      case estimate:
        if (!compared_) set_status(word);
        break;
      case item:
        reading_.item = true;
        break;
      case place:
        reading_.place = true;
        break;
      case total:  // 债务限额合计 is all of it
        break;
      case member:
      case shared:
        if (!compared_) reading_.name += surface;
        break;
      case level:
        break;
    }
    const bool measure =
        word == growth || word == updown || word == change || word == share || word == rank || word == index;
    reading_.plain = reading_.plain && !measure;
  }

  // 预计执行数 is an estimate, 预算执行数 actual.
  void set_status(ColumnWord word) {
    const Status status = word == ColumnWord::target   ? Status::target
                          : word == ColumnWord::actual ? Status::actual
                                                       : Status::estimate;
    if (reading_.status == Status::estimate || (reading_.status == Status::actual && status == Status::target)) return;
    reading_.status = status;
  }

  void settle(std::string_view text, const std::string& unit) {
    const bool rate = unit.empty() || unit == "%" || unit == "‰" || unit == "倍";
    words_.growth = words_.growth || (words_.compare && reading_.plain && unit == "%");  // 比上年%
    if ((words_.growth && rate) || (words_.updown && rate && !unit.empty()))
      reading_.measure = Measure::growth;
    else if (words_.growth || words_.updown || words_.change)
      reading_.measure = Measure::change;
    if (reading_.measure != Measure::level) {
      if (reading_.measure != Measure::rank) set_basis(text);
      reading_.share = false;
      return;
    }
    const bool part = ratio_begin(text) != text.npos;
    if (!part && !reading_.share) return;
    reading_.ratio_to = ratio_in(text);
    reading_.share = reading_.share || !reading_.ratio_to.empty();
    if (reading_.share) reading_.status = reading_.status == Status::target ? std::nullopt : reading_.status;
    if (!reading_.ratio_to.empty()) reading_.name.clear(), reading_.plain = false;
  }

  void set_basis(std::string_view text) {
    if (contains_any(text, {"环比"}))
      reading_.basis = "mom";
    else if (contains_any(text, {"同比", "比上年", "比去年", "较上年", "较去年", "比同期"}))
      reading_.basis = "yoy";
    else if (contains_any(text, {"年均"}))
      reading_.basis = "average";
    else if (compared_)
      reading_.basis = basis_text(text);
  }

  std::string basis_text(std::string_view text) const {
    std::string_view rest = text.substr(compared_at_);
    for (const std::string_view stop : {"增", "升", "减", "（", "("}) rest = rest.substr(0, rest.find(stop));
    return std::string(rest);
  }

  struct Words {
    bool growth = false, updown = false, change = false, compare = false;
  };

  const std::string_view header_;
  const GrammarData& grammar_;
  const ReportMeta meta_;
  Folded folded_;
  std::vector<Claim> claims_;
  ColumnReading reading_;
  Words words_;
  bool compared_ = false;
  size_t compared_at_ = 0;
};

bool is_age(std::string_view name) {
  return !name.empty() && is_ascii_digit(static_cast<unsigned char>(name[0])) && contains_any(name, {"岁"});
}

// 2021决算数 is 2021年决算数.
void tell_year(std::string& header) {
  const bool year =
      header.size() > 4 && header.find_first_not_of("0123456789") == 4 && starts_with_any(header, {"19", "20"});
  if (year && starts_with_any(std::string_view(header).substr(4), {"决算", "预算", "执行", "完成", "快报"}))
    header.insert(4, "年");
}

}  // namespace

ColumnReading read_column(std::string_view header, std::optional<int> year, const ReportMeta& meta,
                          const GrammarData& grammar) {
  constexpr std::string_view kLastYear = "上年", kSameTime = "同期";
  std::string plain(header);  // 上年同期数 is 上年数
  for (size_t at = plain.find("上年同期"); at != plain.npos; at = plain.find("上年同期", at))
    plain.erase(at + kLastYear.size(), kSameTime.size());
  tell_year(plain);
  return Reader(plain, year, meta, grammar).read();
}

std::optional<ColumnWord> column_word(std::string_view name, const GrammarData& grammar) {
  const Trie::Hit hit = grammar.column_words.longest(name, 0);
  if (hit.length == 0 || hit.length != name.size()) return std::nullopt;
  return static_cast<ColumnWord>(hit.value);
}

bool names_place(std::string_view name, const GrammarData& grammar) {
  const Trie::Hit hit = grammar.words.longest(name, 0);
  if (hit.length > 0 && hit.length == name.size()) {
    const TokenClass c = grammar.word_info[static_cast<size_t>(hit.value)].token_class;
    if (c == TokenClass::scope || c == TokenClass::own) return true;
  }
  if (name.ends_with("合计")) name.remove_suffix(std::string_view("合计").size());
  return name.size() >= 6 && name.size() <= 45 &&
         ends_with_any(name, {"市", "县", "区", "旗", "省", "州", "盟", "镇", "乡", "街道", "本级", "兵团", "县级",
                              "市级", "省级"});
}

bool names_indicator(std::string_view name, const GrammarData& grammar) {
  return !name.empty() && indicator_length(name, 0, grammar) == name.size();
}

bool names_part(std::string_view name, const GrammarData& grammar) {
  const Trie::Hit hit = grammar.words.longest(name, 0);
  if (hit.length > 0 && hit.length == name.size() &&
      grammar.word_info[static_cast<size_t>(hit.value)].token_class == TokenClass::member)
    return true;
  const auto word = column_word(name, grammar);
  if (word == ColumnWord::member || word == ColumnWord::total) return true;
  return is_age(name) || ends_with_any(name, {"岁", "周岁", "岁及以上", "岁以上"}) || names_place(name, grammar);
}

}  // namespace zhibiao
