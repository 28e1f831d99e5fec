#include "segment/table_unit.h"

#include "text/words.h"

namespace zhibiao {

namespace {

// How units end; 万元, 个百分点 and 亿千瓦时 are told by their ends.
bool ends_as_unit(std::string_view text) {
  return ends_with_any(
      text, {"%",  "％", "‰",  "元", "吨", "人",   "户",   "家", "个", "米", "里", "亩", "斤", "克", "升", "辆",
             "台", "件", "条", "张", "次", "度",   "时",   "瓦", "天", "名", "所", "点", "倍", "箱", "只", "头",
             "羽", "双", "套", "部", "艘", "座",   "栋",   "处", "项", "床", "年", "顷", "担", "位", "枚", "株",
             "册", "支", "匹", "篇", "起", "宗",   "岁",   "分", "门", "线", "盒", "米", "平", "卡", "安", "KM",
             "kg", "m",  "㎡", "公里", "米³", "立方", "平方", "标箱", "万", "亿", "千", "百", "种", "对", "片", "根",
             "块", "尺", "重量箱", "标准煤", "分钟", "小时"});
}

bool is_unit(std::string_view text) {
  if (text.empty() || text.size() > 30 || contains_any(text, {"含", "年", "：", ":"})) return false;
  const std::string_view tail = text.substr(text.rfind('/') == text.npos ? 0 : text.rfind('/') + 1);
  return ends_as_unit(tail) || ends_as_unit(text.substr(0, text.find('/')));
}

std::string_view without_closing(std::string_view text) {
  while (!text.empty() && (text.back() == ')' || text.back() == ' ')) text.remove_suffix(1);
  while (text.ends_with("）") || text.ends_with("】")) text.remove_suffix(3);
  return text;
}

}  // namespace

std::string unit_in_header(std::string_view header) {
  for (size_t end = header.size(); end > 0;) {
    const size_t wide = header.rfind("（", end - 1), half = header.rfind('(', end - 1);
    if (wide == header.npos && half == header.npos) break;
    const bool is_half = wide == header.npos || (half != header.npos && half > wide);
    const size_t open = is_half ? half : wide, begin = open + (is_half ? 1 : 3);
    const size_t close = std::min(header.find("）", begin), header.find(')', begin));
    std::string_view inside = header.substr(begin, close == header.npos ? header.npos : close - begin);
    for (const std::string_view lead : {"单位：", "单位:"})
      if (inside.starts_with(lead)) inside.remove_prefix(lead.size());
    if (is_unit(inside)) return std::string(inside);
    end = open;
  }
  const size_t comma = header.rfind("，") == header.npos ? header.rfind(',') : header.rfind("，") + 2;
  if (comma != header.npos && is_unit(header.substr(comma + 1))) return std::string(header.substr(comma + 1));
  if (header.ends_with("个百分点") || header.ends_with("百分点)")) return "个百分点";
  return header.ends_with("%") || header.ends_with("±%") ? "%" : "";
}

std::string unit_in_line(std::string_view line) {
  size_t begin = line.find("单位");
  if (begin == line.npos) return "";
  begin += std::string_view("单位").size();
  for (const std::string_view mark : {"：", ":", "∶"})
    if (line.substr(begin).starts_with(mark)) begin += mark.size();
  std::string_view unit = line.substr(begin);
  for (const std::string_view stop : {"、", "，", ",", "；", ";", "（", "(", " "}) unit = unit.substr(0, unit.find(stop));
  return std::string(without_closing(unit));
}

}  // namespace zhibiao
