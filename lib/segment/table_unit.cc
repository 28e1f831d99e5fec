#include "segment/table_unit.h"

#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr std::string_view kUnits[] = {
    "%",      "％",     "‰",        "元",       "美元",     "港元",   "欧元",     "吨",     "公斤", "千克", "斤",
    "克",     "升",     "千升",     "人",       "人次",     "户",     "家",       "个",     "米",   "公里", "里",
    "亩",     "公顷",   "平方米",   "平方公里", "立方米",   "平米",   "辆",       "台",     "套",   "台套", "件",
    "条",     "张",     "次",       "度",       "千瓦",     "千瓦时", "瓦",       "千伏安", "天",   "小时", "分钟",
    "名",     "所",     "个百分点", "百分点",   "倍",       "箱",     "只",       "头",     "羽",   "双",   "部",
    "艘",     "座",     "栋",       "处",       "项",       "床",     "张床",     "年",     "担",   "位",   "枚",
    "株",     "册",     "支",       "匹",       "篇",       "起",     "宗",       "岁",     "分",   "门",   "线",
    "盒",     "标准箱", "标箱",     "重量箱",   "吨标准煤", "种",     "对",       "片",     "根",   "块",   "头只",
    "吨公里", "人公里", "㎡",       "m",        "kg",       "米³",    "立方",     "平方",   "粒",   "套件", "标米",
    "芯公里", "吨标煤", "标准煤",   "间",       "把",       "口",     "公斤标煤", "架",     "本",   "卷",   "万",
    "亿",     "千",     "百",       "份",       "批"};

// 万元, 亿千瓦时, 元/吨, 台（套）: a multiplier and a unit, perhaps of another.
bool is_unit(std::string_view text) {
  const size_t slash = text.rfind('/');
  if (slash != text.npos) return is_unit(text.substr(0, slash)) && slash + 1 < text.size();
  for (bool taken = true; taken;) {
    for (const std::string_view unit : kUnits)
      if (text == unit) return true;
    taken = false;
    for (const std::string_view multiplier : {"万", "亿", "千", "百", "十"}) {
      if (!text.starts_with(multiplier)) continue;
      text.remove_prefix(multiplier.size());
      taken = true;
    }
  }
  return false;
}

std::string_view without_closing(std::string_view text) {
  while (!text.empty() && (text.back() == ')' || text.back() == ' ')) text.remove_suffix(1);
  while (text.ends_with("）") || text.ends_with("】")) text.remove_suffix(3);
  return text;
}

}  // namespace

std::string unit_in_header(std::string_view header) {
  constexpr std::string_view kPoints = "个百分点";
  if (behind_hanzi(header, 0) == header.size()) return header.ends_with(kPoints) ? std::string(kPoints) : "";
  for (size_t end = header.size(); end > 0;) {
    const size_t wide = header.rfind("（", end - 1), half = header.rfind('(', end - 1);
    if (wide == header.npos && half == header.npos) break;
    const bool is_half = wide == header.npos || (half != header.npos && half > wide);
    const size_t open = is_half ? half : wide, begin = open + (is_half ? 1 : 3);
    const size_t close = std::min(header.find("）", begin), header.find(')', begin));
    std::string_view inside = header.substr(begin, close == header.npos ? header.npos : close - begin);
    for (const std::string_view lead : {"单位：", "单位:"})
      if (inside.starts_with(lead)) inside.remove_prefix(lead.size());
    // 债券规模(项 is the first line of 债券规模(项目对应债券发行总额).
    const bool whole = close != header.npos || contains_any(inside, {"元", "%", "％", "万", "亿", "千", "平方"});
    if (whole && is_unit(inside)) return std::string(inside);
    end = open;
  }
  const size_t comma = header.rfind("，") == header.npos ? header.rfind(',') : header.rfind("，") + 2;
  if (comma != header.npos && is_unit(header.substr(comma + 1))) return std::string(header.substr(comma + 1));
  if (header.ends_with(kPoints) || header.ends_with("百分点)")) return std::string(kPoints);
  return header.ends_with("%") || header.ends_with("±%") ? "%" : "";
}

std::string unit_in_line(std::string_view line) {
  size_t begin = line.find("单位");
  if (begin == line.npos) return "";
  begin += std::string_view("单位").size();
  for (const std::string_view mark : {"：", ":", "∶"})
    if (line.substr(begin).starts_with(mark)) begin += mark.size();
  std::string_view unit = line.substr(begin);
  for (const std::string_view stop : {"、", "，", ",", "；", ";", "（", "(", " "})
    unit = unit.substr(0, unit.find(stop));
  unit = unit.substr(0, unit.find_first_of("0123456789", 1));  // 亿元|2026年初: heads in the same line
  return std::string(without_closing(unit));
}

}  // namespace zhibiao
