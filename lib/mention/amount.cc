#include "mention/amount.h"

#include "mention/glyph.h"

namespace zhibiao {
namespace {

// 余 多 几 来 after a numeral.
bool says_more(std::string_view word) {
  return word == "余" || word == "餘" || word == "多" || word == "几" || word == "幾" || word == "来" || word == "來";
}

// 三年半, 一斤半, 七成半, 两个半.
bool may_be_halved(const UnitInfo& unit) {
  for (const std::string_view category : {"time", "multiple", "length", "weight", "age", "area"})
    if (unit.category == category) return true;
  return unit.surface == "成" || unit.surface == "个" || unit.surface == "個";
}

bool is_some(std::string_view word) { return word == "几" || word == "幾"; }

class AmountReader {
 public:
  // Writes to `amount`, which is new.
  AmountReader(std::string_view text, const FigureWords& words, const Numeral& numeral, Amount& amount)
      : text_(text), words_(words), numeral_(numeral), amount_(amount), end_(numeral.end) {
    amount_.form = numeral.form;
    amount_.power = numeral.power;
    amount_.found.chinese = numeral.form.chinese;
    amount_.found.span.begin = numeral.begin;
    number_ = numeral.number;
    high_ = numeral.high;
  }

  void read() {
    append_unit(unit_, text_.substr(numeral_.multiplier, numeral_.end - numeral_.multiplier));
    take_more();
    take_hundred_millions();
    number_end_ = end_;
    take_unit();
    finish();
  }

 private:
  bool lone() const { return numeral_.form.chinese && numeral_.form.characters == 1; }

  // 3|万 of 3万多亿: multipliers at `pos`; gives their end.
  size_t multipliers_end(size_t pos, int& power) const {
    while (pos < text_.size()) {
      const Glyph glyph = glyph_at(text_, pos);
      if (glyph.kind != GlyphKind::big || glyph.value > 8) break;
      if (words_.units.longest(text_, pos).length > glyph.length) break;
      pos += glyph.length;
      power += glyph.value;
    }
    return pos;
  }

  // 四亿零七百|多万: 万 multiplies what stands behind the 亿 only.
  static Decimal scaled_remainder(const Decimal& number, int power) {
    constexpr size_t kPlaces = 8;
    const std::string digits = number.to_string();
    if (digits.size() <= kPlaces || digits.find('.') != std::string::npos) return number.shifted(power);
    const std::string behind = digits.substr(digits.size() - kPlaces);
    if (behind.substr(0, kPlaces / 2) != "0000" || behind == "00000000") return number.shifted(power);
    const Decimal remainder = *Decimal::parse(behind.substr(behind.find_first_not_of('0')));
    return number - remainder + remainder.shifted(power);
  }

  // 5100余|万元, 20多|万人, 一百零几|万.
  void take_more() {
    size_t pos = end_;
    if (goes_on(text_, pos, "零几") || goes_on(text_, pos, "零幾")) pos += 3;
    const std::string_view word = character_at(text_, pos);
    if (!says_more(word) || numeral_.high) return;
    int power = 0;
    const size_t end = multipliers_end(pos + word.size(), power);
    const bool unit_follows = read_unit(text_, end, words_, false).has_value();
    const bool remainder = word == "余" || word == "餘" || (word == "多" && amount_.power > 0);
    if (!unit_follows && power == 0 && !remainder) return;
    const bool round = numeral_.form.placed || text_[end_ - 1] == '0';  // 十几个, 10几个
    if ((is_some(word) || word == "来" || word == "來") && !round) return;
    append_unit(unit_, text_.substr(pos + word.size(), end - pos - word.size()));
    if (power > 0) number_ = scaled_remainder(number_, power);
    amount_.power += power;
    amount_.form.placed |= power > 0;
    amount_.found.figure.bound = Bound::more;
    end_ = end;
  }

  // 两个亿.
  void take_hundred_millions() {
    if (amount_.power > 0 || !goes_on(text_, end_, "个亿")) return;
    append_unit(unit_, "亿");
    number_ = number_.shifted(8);
    amount_.power = 8;
    amount_.form.placed = true;
    end_ += std::string_view("个亿").size();
  }

  void take_unit() {
    amount_.unit_begin = end_;
    if (take_split_unit("个半", true) || take_split_unit("个多", false)) return;
    const std::optional<UnitHit> hit = read_unit(text_, end_, words_, lone());
    if (!hit || (number_.is_zero() && lone() && hit->info->surface == "两")) return;  // 三年零两个月
    amount_.unit = hit->info;
    append_unit(unit_, text_.substr(end_, hit->end - end_));
    end_ = hit->end;
    if (hit->compound) return;
    take_half();
    take_coins();
  }

  // 一个半月 and 两个多月: 个月 with a word inside.
  bool take_split_unit(std::string_view word, bool half) {
    if (!goes_on(text_, end_, word)) return false;
    const size_t rest = end_ + word.size();
    for (const std::string_view noun : {"月", "小时", "世纪", "星期", "百分点", "学期", "钟头"}) {
      if (!goes_on(text_, rest, noun)) continue;
      const std::string unit = "个" + std::string(noun);
      const Trie::Hit hit = words_.units.longest(unit, 0);
      if (hit.length != unit.size()) return false;
      amount_.unit = &words_.unit_info[static_cast<size_t>(hit.value)];
      unit_ += unit;
      end_ = rest + noun.size();
      if (half) add(Decimal(5).shifted(-1));
      if (!half) amount_.found.figure.bound = Bound::more;
      return true;
    }
    return false;
  }

  // 三年半, 一倍半; not 五个半导体项目.
  void take_half() {
    if (!may_be_halved(*amount_.unit)) return;
    if (amount_.power > 0 || !goes_on(text_, end_, "半")) return;
    const std::string_view next = character_at(text_, end_ + 3);
    if (is_han(next) && next != "的" && next != "后" && next != "来" && next != "以" && next != "时") return;
    add(Decimal(5).shifted(-1));
    end_ += 3;
  }

  // 五元三毛, 123元1角1分, 五成五.
  void take_coins() {
    const std::string& category = amount_.unit->category;
    if (amount_.power > 0 && category == "money") take_round();
    if (amount_.power > 0 || numeral_.high) return;
    const bool piece = amount_.unit->surface == "块";
    if (category == "money" || piece) {
      take_coin({"角", "毛"}, -1);
      take_coin({"分", "美分", "欧分", "便士", "仙", "戈比", "日本銭", "日本钱"}, -2);
      take_round();
    }
    if (category == "percent" && amount_.found.chinese) take_tenth();
    if (piece || amount_.unit->surface == "米") take_decimals();
  }

  void take_coin(std::initializer_list<std::string_view> coins, int power) {
    const size_t begin = end_ + (goes_on(text_, end_, "又") || goes_on(text_, end_, "零") ? 3 : 0);
    if (begin >= text_.size() || glyph_at(text_, begin).kind == GlyphKind::none) return;
    const std::optional<Numeral> numeral = read_numeral(text_, begin, words_.units);
    if (!numeral || numeral->form.decimal || numeral->form.characters > 3) return;
    for (const std::string_view coin : coins) {
      if (!goes_on(text_, numeral->end, coin) || is_part(numeral->end + coin.size())) continue;
      add(numeral->number.shifted(power));
      end_ = numeral->end + coin.size();
      return;
    }
  }

  // 5元3分之一, 3分钟.
  bool is_part(size_t pos) const { return goes_on(text_, pos, "之") || goes_on(text_, pos, "钟"); }

  // 壹仟玖佰圆整, 5万元整; not 五百万元整治河道.
  void take_round() {
    const bool whole = goes_on(text_, end_, "整") || (numeral_.form.chinese && goes_on(text_, end_, "正"));
    if (whole && !is_han(character_at(text_, end_ + 3))) end_ += 3;
  }

  // 三块五, 五块二毛三, 一米七五.
  void take_decimals() {
    if (!amount_.found.chinese || numeral_.form.decimal) return;
    const size_t end = digits_end(text_, end_);
    if (end == end_ || end > end_ + 6 || is_ascii_digit(text_[end_]) || is_han(character_at(text_, end))) return;
    int power = goes_on(text_, end_ - 3, "毛") || goes_on(text_, end_ - 3, "角") ? -1 : 0;
    for (size_t at = end_; at < end; at += 3) add(Decimal(glyph_at(text_, at).value).shifted(--power));
    end_ = end;
  }

  void take_tenth() {
    if (end_ >= text_.size()) return;
    const Glyph glyph = glyph_at(text_, end_);
    if (glyph.kind != GlyphKind::digit || glyph.value == 0 || is_han(character_at(text_, end_ + glyph.length))) return;
    add(Decimal(glyph.value).shifted(-1));
    end_ += glyph.length;
  }

  void add(const Decimal& part) { number_ = number_ + part.shifted(amount_.power); }

  void finish() {
    FoundFigure& found = amount_.found;
    found.span.end = static_cast<uint32_t>(end_);
    found.number_span = {found.span.begin, static_cast<uint32_t>(number_end_)};
    found.kind = kind_of(amount_.unit);
    found.figure.unit = std::move(unit_);
    if (high_) {
      set_range(amount_, number_, *high_);
    } else {
      set_number(amount_, number_);
    }
  }

  std::string_view text_;
  const FigureWords& words_;
  const Numeral& numeral_;
  Amount& amount_;
  Decimal number_;
  std::optional<Decimal> high_;
  std::string unit_;
  size_t end_ = 0;
  size_t number_end_ = 0;
};

// 五成 is 50 percent, 九折 90, 75折 75, 八五折 85; 两打 is 24.
Decimal counted(const UnitInfo* unit, const Decimal& value) {
  if (unit == nullptr) return value;
  if (unit->surface == "打") return value * unit->factor;
  if (unit->category != "percent") return value;
  if (unit->surface == "成") return value.shifted(1);
  const bool discount = unit->surface == "折" && Decimal::compare(value, Decimal(10)) < 0;
  return discount ? value.shifted(1) : value;
}

}  // namespace

void set_number(Amount& amount, const Decimal& number) {
  Figure& figure = amount.found.figure;
  if (amount.power > 0) figure.multiplier = "1" + std::string(static_cast<size_t>(amount.power), '0');
  figure.value = amount.power > 0 ? number.shifted(-amount.power) : number;
  figure.number = counted(amount.unit, number);
}

void set_range(Amount& amount, const Decimal& low, const Decimal& high) {
  Figure& figure = amount.found.figure;
  if (amount.power > 0) figure.multiplier = "1" + std::string(static_cast<size_t>(amount.power), '0');
  figure.number.reset();
  figure.value.reset();
  figure.value_low = low.shifted(-amount.power);
  figure.value_high = high.shifted(-amount.power);
  figure.low = counted(amount.unit, low);
  figure.high = counted(amount.unit, high);
}

MentionKind kind_of(const UnitInfo* unit) {
  if (unit == nullptr) return MentionKind::number;
  if (unit->category == "percent") return MentionKind::percent;
  if (unit->category == "points") return MentionKind::points;
  if (unit->category == "multiple") return MentionKind::multiple;
  return unit->category == "time" ? MentionKind::duration : MentionKind::quantity;
}

void negate(Amount& amount, size_t begin) {
  Figure& figure = amount.found.figure;
  amount.found.span.begin = static_cast<uint32_t>(begin);
  amount.found.number_span.begin = std::min(amount.found.number_span.begin, static_cast<uint32_t>(begin));
  if (amount.found.number_span.begin > begin) amount.found.number_span.begin = static_cast<uint32_t>(begin);
  for (std::optional<Decimal>* number : {&figure.number, &figure.value}) {
    if (*number) *number = -**number;
  }
  if (!figure.low) return;
  std::swap(figure.low, figure.high);
  std::swap(figure.value_low, figure.value_high);
  for (std::optional<Decimal>* number : {&figure.low, &figure.high, &figure.value_low, &figure.value_high}) {
    *number = -**number;
  }
}

std::optional<Amount> read_amount(std::string_view text, size_t pos, const FigureWords& words) {
  if (glyph_at(text, pos).kind == GlyphKind::half) return read_half(text, pos, words);
  const std::optional<Numeral> numeral = read_numeral(text, pos, words.units);
  if (!numeral) return std::nullopt;
  std::optional<Amount> amount = read_fraction(text, *numeral, words);
  if (!amount) AmountReader(text, words, *numeral, amount.emplace()).read();
  return amount;
}

}  // namespace zhibiao
