#include "segment/place.h"

#include <utility>

namespace zhibiao {

OutlinePlace::OutlinePlace(const ReportMeta& meta) : meta_(meta) {
  const bool past = meta.doc_type == "communique";
  open_.push_back({Rank::none, std::make_shared<const SectionPath>(), past ? Part::review : Part::none, past, false});
}

void OutlinePlace::close(Rank rank) {
  while (open_.size() > 1 && open_.back().rank >= rank) open_.pop_back();
}

void OutlinePlace::decide(Open& heading, Open& above, const std::string& text) const {
  heading.part = above.part;
  heading.firm = above.firm;
  if (meta_.doc_type == "communique" || heading.rank >= Rank::title) return;
  const PartHint hint = part_of_heading(text, meta_);
  const bool governed = above.part != Part::none && above.firm;
  // 取得新进展新成效 opens a report as a review; further down it is what is hoped for.
  const bool opens = heading.rank <= Rank::han && !above.seen_review && !hint.mixed;
  const bool hopes = hint.part == Part::review && !hint.firm && !hint.mixed && above.seen_review;
  if (hint.part != Part::none && !hopes && (!governed || hint.firm)) {
    heading.part = hint.part;
    heading.firm = hint.firm || (hint.part == Part::review && opens);
  } else if (!governed && above.seen_review) {
    // 一、改革开放和现代化建设取得伟大成就的五年 二、争取国民经济再上一个新台阶: what follows a review is a plan.
    heading.part = Part::plan;
  }
  above.seen_review |= heading.part == Part::review;
}

void OutlinePlace::open(Rank rank, Section section) {
  close(rank);
  Open heading{rank, nullptr, Part::none, false, false};
  decide(heading, open_.back(), section.text);
  SectionPath path = *open_.back().path;
  path.push_back(std::move(section));
  heading.path = std::make_shared<const SectionPath>(std::move(path));
  open_.push_back(std::move(heading));
}

void OutlinePlace::end_paragraph() { close(Rank::lead); }

void OutlinePlace::turn(std::string_view paragraph) {
  if (open_.back().firm) return;
  const Part part = part_of_lead(paragraph, meta_);
  if (part == Part::none) return;
  for (Open& heading : open_) {
    if (!heading.firm) heading.part = part;
  }
}

const std::shared_ptr<const SectionPath>& OutlinePlace::path_above() const {
  return open_.size() > 1 ? open_[open_.size() - 2].path : open_.front().path;
}

}  // namespace zhibiao
