#include "segment/table_lines.h"

#include <utility>

#include "segment/table_cut.h"
#include "segment/table_lone.h"

namespace zhibiao {

const TableLine& TableLines::row(size_t i) {
  if (places_.empty()) places_.resize(lines_->size());
  if (places_[i] == 0) {
    const bool lone = is_lone_figure(text_, *lines_, i);
    rows_.push_back(lone ? TableLine{LineKind::data, false, cut_line(text_, (*lines_)[i]).pieces}
                         : table_line(text_, (*lines_)[i]));
    rows_.back().pieces.shrink_to_fit();  // a table of many pages waits here
    places_[i] = static_cast<uint32_t>(rows_.size());
  }
  return rows_[places_[i] - 1];
}

TableLine TableLines::take(size_t i) {
  row(i);
  return std::move(rows_[std::exchange(places_[i], 0) - 1]);
}

TableLine TableLines::line(size_t i) {
  return is_lone_figure(text_, *lines_, i) ? table_line(text_, (*lines_)[i]) : row(i);
}

}  // namespace zhibiao
