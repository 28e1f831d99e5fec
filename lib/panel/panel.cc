#include "panel/panel.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace zhibiao {
namespace {

// 政 府 工作 and 政府工作 are one name; full-width spaces go too.
std::string without_spaces(std::string_view text) {
  constexpr std::string_view kWide = "\xE3\x80\x80";
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, kWide.size(), kWide) == 0) {
      i += kWide.size() - 1;
    } else if (static_cast<unsigned char>(text[i]) > ' ') {
      out += text[i];
    }
  }
  return out;
}

// Indices of the figures that want a cell; those of one cell together and in their order.
std::vector<uint32_t> by_cell(const std::vector<PanelFigure>& figures) {
  std::vector<uint32_t> order;
  order.reserve(figures.size());
  for (uint32_t i = 0; i < figures.size(); ++i) {
    if (figures[i].wants_cell()) order.push_back(i);
  }
  const auto key = [&figures](uint32_t i) { return std::tuple(figures[i].cell, figures[i].is_target(), i); };
  std::sort(order.begin(), order.end(), [&key](uint32_t a, uint32_t b) { return key(a) < key(b); });
  return order;
}

template <typename See>
void each_run(const std::vector<PanelFigure>& figures, const std::vector<uint32_t>& order, See see) {
  for (size_t begin = 0; begin < order.size();) {
    const PanelFigure& first = figures[order[begin]];
    size_t end = begin + 1;
    while (end < order.size() && figures[order[end]].cell == first.cell &&
           figures[order[end]].is_target() == first.is_target()) {
      ++end;
    }
    see(begin, end);
    begin = end;
  }
}

}  // namespace

uint32_t Panel::source_named(const std::string& doc) {
  const auto [found, is_new] = by_name_.try_emplace(doc, static_cast<uint32_t>(sources_.size()));
  if (is_new) {
    sources_.push_back({doc, {}, "", ""});
    texts_.push_back(kNoText);
  }
  return found->second;
}

void Panel::add(Source source, const std::string& text) {
  const uint32_t index = source_named(source.doc);
  sources_[index] = std::move(source);
  if (!text.empty()) texts_[index] = text_spool_.add({without_spaces(text)});
}

void Panel::add(const Observation& observation, std::string_view decision) {
  const uint32_t source = source_named(observation.doc);
  Row row = long_row(observation, sources_[source]);
  at(row, LongField::decision) = decision;
  if (observation.members.empty()) return add(row, source);
  for (const std::string& member : observation.members) {
    at(row, LongField::indicator) = member;
    at(row, LongField::indicator_id).clear();
    add(row, source);
  }
}

void Panel::add(const Row& row, uint32_t source) {
  PanelFigure figure = figure_of(row);
  figure.source = source;
  figure.place = rows_.add(row);
  figures_.push_back(figure);
}

void Panel::choose() {
  const std::vector<uint32_t> order = by_cell(figures_);
  each_run(figures_, order, [&](size_t begin, size_t end) {
    uint32_t best = order[begin];
    for (size_t i = begin + 1; i < end; ++i) {
      if (!preferred(figures_[best], figures_[order[i]]).first) best = order[i];
    }
    figures_[best].is_chosen = true;
    Reason closest = Reason::only;  // the last criterion that was needed
    for (size_t i = begin; i < end; ++i) {
      if (order[i] == best) continue;
      PanelFigure& other = figures_[order[i]];
      const bool in_order = best < order[i];
      other.reason = preferred(in_order ? figures_[best] : other, in_order ? other : figures_[best]).reason;
      closest = std::max(closest, other.reason);
    }
    figures_[best].reason = closest;
  });
}

Row Panel::row(const PanelFigure& figure) {
  Row row = rows_.read(figure.place);
  at(row, LongField::chosen) = figure.is_chosen ? "true" : "false";
  at(row, LongField::reason) = name_of(figure.reason);
  return row;
}

std::string Panel::text(size_t source) { return has_text(source) ? text_spool_.read(texts_[source]).front() : ""; }

void Panel::each_group(const std::function<void(const std::vector<const PanelFigure*>&)>& see) const {
  std::vector<std::vector<uint32_t>> groups;
  const std::vector<uint32_t> order = by_cell(figures_);
  each_run(figures_, order, [&](size_t begin, size_t end) {
    std::vector<uint32_t> group(order.begin() + static_cast<std::ptrdiff_t>(begin),
                                order.begin() + static_cast<std::ptrdiff_t>(end));
    std::stable_partition(group.begin(), group.end(), [this](uint32_t i) { return figures_[i].is_chosen; });
    if (group.size() > 1) groups.push_back(std::move(group));
  });
  std::sort(groups.begin(), groups.end());
  for (const std::vector<uint32_t>& group : groups) {
    std::vector<const PanelFigure*> figures;
    for (const uint32_t i : group) figures.push_back(&figures_[i]);
    see(figures);
  }
}

}  // namespace zhibiao
