// One sentence's values, linked: the heart of observe. Reads the tokens left to right with the context in hand.
#pragma once

#include <string>
#include <vector>

#include "grammar/grammar.h"
#include "observe/context.h"
#include "observe/name.h"
#include "observe/pair.h"
#include "observe/window.h"

namespace zhibiao {

// yoy, mom, average, or the words themselves: 比2015年.
std::string basis_code(std::string_view text);

class Linker {
 public:
  Linker(Context& context, const MatchedSentence& matched, const Skeleton& skeleton, const GrammarData& grammar);

  std::vector<Observation> link();

 private:
  struct Bracket {
    std::optional<Subject> current, whole, parent;
    std::string condition;
    std::optional<Span> condition_span;
  };

  struct Period {
    std::string canonical;
    std::optional<Span> span;
  };

  struct Basis {
    std::string text;
    std::optional<Span> span;
  };

  void see(size_t token);
  void see_condition(size_t token);
  void leave_passing_condition();
  void see_estimate(size_t token);
  bool is_plan_named(size_t token) const;
  void see_contain(size_t token);
  bool takes_last_apart(size_t among_token) const;
  void see_comma(size_t token);
  void leave_whole(const Name& name, const Reading& reading);
  void pair_with_told(const Reading& reading);
  void pair_with_parts(const Reading& reading);
  bool is_listed_with_next(size_t token) const;
  void see_value(size_t token);
  void open_bracket();
  void see_note(size_t close);
  bool fills_bracket(size_t token) const;
  void close_bracket();

  bool name_and_scope(const Reading& reading, Observation& observation);
  void take_name(const Name& name, const Reading& reading, Observation& observation);
  void take_member(const Name& name, const Subject& of, Observation& observation);
  void see_period(size_t token);
  void leave_passing_period();
  void leave_paragraph_year();
  void leave_old_value(ValueRole role);
  void end_clause(size_t token);
  bool is_served(size_t value) const;
  bool is_place(const Name& name, const Reading& reading) const;
  bool is_member(const Name& name, const Reading& reading) const;
  ByteSpan area_before(const Name& name) const;
  void tell_area(const Name& name, const Reading& reading, Observation& observation);
  std::optional<Subject> heading_subject() const;
  void inherit(const Subject& subject, Observation& observation);
  static void set_owner(const std::optional<Owner>& owner, Observation& observation);
  void find_owner(const Name& name, Observation& observation);
  Name name_of(const Reading& reading) const;
  Name first_part(Name name) const;
  Name bare_noun(Name name) const;
  Name shared_noun(const Name& name, size_t value) const;
  Name right_name(size_t begin) const;
  std::optional<Name> told_again(const Name& name, const Reading& reading) const;
  Name share_name(const Reading& reading) const;
  void remember(const Reading& reading, const Observation& observation, bool named);
  void remember_growing(size_t token);

  void set_value(const Reading& reading, Observation& observation);
  void set_time(const Reading& reading, Observation& observation);
  std::string years_averaged(const Observation& average) const;
  Status status_of(const Reading& reading, const Observation& observation, bool told) const;
  bool is_planned(const Reading& reading) const;
  bool is_estimated(const Observation& observation) const;
  bool is_so_already(const Reading& reading) const;
  bool is_part_of_target(const Observation& observation) const;
  bool is_part_of_actual(const Observation& observation) const;
  bool ranks_growth(const Reading& reading, const Observation& observation) const;
  void set_rank(const Reading& reading, bool named, Observation& observation);
  void leave_range(const Observation& growth);
  void set_executed();
  void set_details(const Reading& reading, Observation& observation);

  std::string text_of(TokenRange tokens) const;
  std::optional<Span> span_of(TokenRange tokens) const;  // none of a name that is nothing but a dash
  const Mention& mention_at(size_t token) const;
  TokenClass class_at(size_t token) const { return skeleton_.tokens[token].token_class; }

  Context& context_;
  const MatchedSentence& matched_;
  const Skeleton& skeleton_;
  const GrammarData& grammar_;
  WindowCutter window_;
  std::vector<Observation> out_;
  std::vector<Bracket> brackets_;
  std::vector<Subject> told_;  // indicators named in this sentence, in order: what 分别 may pair with
  std::optional<Pairing> pairing_;
  size_t floor_ = 0;        // the token after the last value
  TokenRange named_;        // the name taken last in this sentence
  TokenRange thing_;        // the noun of the name taken last in this sentence
  bool gained_ = false;     // 贷款余额2148亿元，比年初|新增118亿元: a difference, no level
  bool area_told_ = false;  // the scope of the name taken last is an area
  size_t taken_ = 0;        // the token after the last name that stood right of its value
  std::optional<size_t> passing_condition_;
  bool condition_noted_ = false;    // it stands in brackets
  std::optional<size_t> estimate_;  // 预计 in force
  bool estimate_leads_ = false;     // it stands before the name: holds for the chain, not for one indicator
  size_t clause_ = 0;               // the token after the last comma
  std::optional<size_t> contain_;   // the last 其中 of this sentence
  std::optional<TokenRange> pending_;  // a name that its clause ended without a value: 农业总产值，平均每年增长4.9%
  std::optional<size_t> tone_;
  std::string rank_scope_;
  std::optional<Span> rank_scope_span_;
  std::optional<size_t> period_token_;  // the last period in this sentence
  Basis compared_;                      // what the old value told last is compared as
  std::optional<Period> before_from_;   // in force before the year of an old value was told
  std::optional<Period> outer_period_;  // in force again when the clause ends that names 上年 in passing
  bool goes_with_last(const Reading& reading) const;
  ValueRole last_role_ = ValueRole::level;
  std::string last_rule_;
};

}  // namespace zhibiao
