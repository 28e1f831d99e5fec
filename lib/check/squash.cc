#include "check/squash.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "text/error.h"
#include "text/utf8.h"

namespace zhibiao {
namespace {

std::string nfkc(const std::string& text) {
  if (std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) return text;
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(code);
  if (U_FAILURE(code)) throw Error(std::string("ICU has no NFKC: ") + u_errorName(code));
  std::string out;
  normalizer->normalize(icu::UnicodeString::fromUTF8(text), code).toUTF8String(out);
  return out;
}

bool is_dropped(char32_t c) {
  constexpr std::u32string_view kDropped = U"\"“”'‘’「」『』《》〈〉()（）[]【】,，、:：·-—";
  return is_space(c) || kDropped.find(c) != kDropped.npos;
}

// The bytes of a note mark at text[pos]: [2], ［１２］, 【3】; 0 if there is none.
size_t note_length(std::string_view text, size_t pos) {
  constexpr std::u32string_view kOpen = U"[［【", kClose = U"]］】";
  CodePoint point = code_point_at(text, pos);
  if (kOpen.find(point.value) == kOpen.npos) return 0;
  size_t at = pos + point.length;
  int digits = 0;
  for (; at < text.size(); at += point.length, ++digits) {
    point = code_point_at(text, at);
    if (!is_digit(point.value)) break;
  }
  const bool closes = at < text.size() && kClose.find(point.value) != kClose.npos;
  return closes && (digits == 1 || digits == 2) ? at + point.length - pos : 0;
}

std::string without_notes(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    if (const size_t note = note_length(text, i)) {
      i += note;
      continue;
    }
    const size_t length = code_point_at(text, i).length;
    out += text.substr(i, length);
    i += length;
  }
  return out;
}

std::string unit_key(std::string_view written) {
  std::string unit = squash(written);
  if (unit == "百分比" || unit == "percent") return "%";
  return unit == "百分点" ? "个百分点" : unit;
}

struct Multiplier {
  std::string_view word;
  double factor;
  std::initializer_list<std::string_view> not_before;  // 千克 is a unit
};

const Multiplier kMultipliers[] = {{"万亿", 1e12, {}},
                                   {"亿", 1e8, {}},
                                   {"千万", 1e7, {}},
                                   {"百万", 1e6, {}},
                                   {"十万", 1e5, {}},
                                   {"万", 1e4, {}},
                                   {"千", 1e3, {"克", "米", "瓦", "伏", "卡", "焦", "字", "赫"}},
                                   {"百", 1e2, {"分"}}};

const Multiplier* multiplier_of(std::string_view unit) {
  for (const Multiplier& multiplier : kMultipliers) {
    if (!unit.starts_with(multiplier.word)) continue;
    const std::string_view rest = unit.substr(multiplier.word.size());
    const auto& words = multiplier.not_before;
    if (std::none_of(words.begin(), words.end(), [rest](std::string_view word) { return rest.starts_with(word); })) {
      return &multiplier;
    }
  }
  return nullptr;
}

}  // namespace

std::string squash(std::string_view text) {
  std::string out;
  const std::string normal = nfkc(without_notes(text));
  for (size_t i = 0; i < normal.size();) {
    const CodePoint point = code_point_at(normal, i);
    if (!is_dropped(point.value)) out.append(normal, i, point.length);
    i += point.length;
  }
  return out;
}

ScaledUnit scaled_unit(std::string_view written) {
  ScaledUnit scaled{1, unit_key(written)};
  while (const Multiplier* multiplier = multiplier_of(scaled.unit)) {
    scaled.scale *= multiplier->factor;
    scaled.unit.erase(0, multiplier->word.size());
  }
  return scaled;
}

}  // namespace zhibiao
