// What careful readers found in tests/gold, against what we find: no score falls below its floor, and what was missed
// and is missed no more is taken out of the ledger. Both files are rewritten by scripts/update_gold.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "check/score.h"
#include "emit/json_tree.h"
#include "tests/testing.h"
#include "zhibiao.h"

namespace zhibiao::testing {
namespace {

constexpr char kFolder[] = ZHIBIAO_SOURCE_DIR "/tests/gold/";
constexpr char kFloors[] = ZHIBIAO_SOURCE_DIR "/tests/gold/floors.tsv";
constexpr char kLedger[] = ZHIBIAO_SOURCE_DIR "/tests/gold/known_misses.tsv";

std::vector<std::string> names() {
  std::vector<std::string> found;
  for (const std::string& path : texts_in("tests/gold")) found.push_back(std::filesystem::path(path).stem().string());
  return found;
}

Scored score_of_name(const std::string& name) {
  std::vector<Answer> answers;
  for (const Observation& observation :
       extract(read_file(kFolder + name + ".txt"), name, Grammar::embedded()).observations) {
    answers.push_back(answer_of(observation));
  }
  return score(parse_gold(read_file(kFolder + name + ".jsonl")), std::move(answers));
}

// By name of the report, and all together as "total".
const std::map<std::string, Scored>& all_scores() {
  static const std::map<std::string, Scored> scores = [] {
    std::map<std::string, Scored> made;
    Tally total;
    for (const std::string& name : names()) total.add(made.emplace(name, score_of_name(name)).first->second.tally);
    made["total"].tally = total;
    return made;
  }();
  return scores;
}

// found, number, fact and record in tenths of a percent of F1.
std::vector<int> tenths_of(const Tally& tally) {
  std::vector<int> tenths;
  for (const int right : {tally.found, tally.number, tally.fact, tally.record}) {
    tenths.push_back(static_cast<int>(std::lround(score_of(right, tally).f1 * 1000)));
  }
  return tenths;
}

std::vector<std::vector<std::string>> rows_of(const std::string& path) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(std::filesystem::exists(path) ? read_file(path) : "");
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    std::vector<std::string>& row = rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
  }
  return rows;
}

// What is wrong with a row, as the ledger writes it: "missed", or attributes with commas between.
std::string what_is_wrong(const Difference& difference) {
  if (difference.kind == DifferenceKind::missed) return "missed";
  std::string what;
  for (const size_t a : difference.wrong) what += (what.empty() ? "" : ",") + std::string(kAttributes[a]);
  return what;
}

bool shares_a_word(const std::string& left, const std::string& right) {
  std::istringstream words(left);
  for (std::string word; std::getline(words, word, ',');) {
    if (("," + right + ",").find("," + word + ",") != std::string::npos) return true;
  }
  return false;
}

void write_floors() {
  std::ofstream out(kFloors);
  out << "# F1 in percent below which a report's score must not fall. Written by scripts/update_gold.\n"
         "# file\tfound\tnumber\tfact\trecord\n";
  for (const auto& [name, scored] : all_scores()) {
    out << name;
    for (const int tenths : tenths_of(scored.tally)) out << "\t" << tenths / 10 << "." << tenths % 10;
    out << "\n";
  }
}

void write_ledger() {
  std::ofstream out(kLedger);
  out << "# Rows that are read wrong today, and what is wrong with them. Written by scripts/update_gold.\n"
         "# file\tbegin\tend\twhat\tvalue\n";
  for (const auto& [name, scored] : all_scores()) {
    for (const Difference& difference : scored.differences) {
      if (difference.kind == DifferenceKind::spurious) continue;
      const Answer& want = difference.row.want;
      out << name << "\t" << want.value_span->begin << "\t" << want.value_span->end << "\t" << what_is_wrong(difference)
          << "\t" << want.value_text << "\n";
    }
  }
}

bool updating() {
  const char* update = std::getenv("ZHIBIAO_UPDATE");
  return update != nullptr && std::string_view(update) == "1";
}

TEST(AccuracyTest, NoScoreFallsBelowItsFloor) {
  if (updating()) write_floors();
  const auto floors = rows_of(kFloors);
  EXPECT_EQ(floors.size(), all_scores().size()) << "a report without a floor: scripts/update_gold";
  for (const std::vector<std::string>& row : floors) {
    const auto scored = all_scores().find(row.at(0));
    ASSERT_NE(scored, all_scores().end()) << row[0];
    const std::vector<int> tenths = tenths_of(scored->second.tally);
    for (size_t i = 0; i < tenths.size(); ++i) {
      EXPECT_GE(tenths[i], std::lround(std::stod(row.at(i + 1)) * 10))
          << row[0] << " " << std::vector<std::string>{"found", "number", "fact", "record"}[i]
          << ", in tenths of a percent";
    }
  }
}

TEST(AccuracyTest, WhatIsReadRightIsInNoLedger) {
  if (updating()) write_ledger();
  std::map<std::string, std::string> wrong;  // "d04\t407\t413" → "indicator,period"
  for (const auto& [name, scored] : all_scores()) {
    for (const Difference& difference : scored.differences) {
      const Span span = difference.span().value_or(Span{});
      if (difference.kind == DifferenceKind::spurious) continue;
      wrong[name + "\t" + std::to_string(span.begin) + "\t" + std::to_string(span.end)] = what_is_wrong(difference);
    }
  }
  for (const std::vector<std::string>& row : rows_of(kLedger)) {
    ASSERT_GE(row.size(), 4u);
    const auto now = wrong.find(row[0] + "\t" + row[1] + "\t" + row[2]);
    EXPECT_TRUE(now != wrong.end() && shares_a_word(row[3], now->second))
        << row[0] << " @" << row[1] << ": " << row[3] << " passes now; take it out: scripts/update_gold";
  }
}

// The scorer in tests/gold, which needs nothing of ours, has the last word.
class ScorerTest : public ::testing::Test {
 protected:
  // Runs both scorers over files that `make` (a line of bash, with $name set) writes to $folder/$name.ndjson.
  void expect_same_figures(const std::string& make) {
    const Outcome all = run_shell(
        "set -e; folder=$(mktemp -d); trap 'rm -rf \"$folder\"' EXIT; list=(); for gold in tests/gold/*.jsonl; do "
        "name=$(basename \"$gold\" .jsonl); " +
        make +
        "; list+=(\"$gold\" \"$folder/$name.ndjson\"); done; "
        "theirs() { python3 tests/gold/score.py \"$@\"; echo @@; }; ours() { \"$zhibiao\" eval \"$@\"; echo @@; }; "
        "theirs \"${list[@]}\"; ours \"${list[@]}\"; theirs --json \"${list[@]}\"; ours --json \"${list[@]}\"");
    EXPECT_EQ(all.code, 0);
    std::vector<std::string> told;
    for (size_t begin = 0, end; (end = all.out.find("@@\n", begin)) != std::string::npos; begin = end + 3) {
      told.push_back(all.out.substr(begin, end - begin));
    }
    ASSERT_EQ(told.size(), 4u) << all.out;
    EXPECT_FALSE(told[0].empty());
    EXPECT_EQ(told[1].substr(0, told[0].size()), told[0]);
    expect_same_json(parse_json_object(told[3]), parse_json_object(told[2]));
  }

  static void expect_same_json(const JsonNode& ours, const JsonNode& theirs) {
    for (const JsonNode& want : theirs.items) {
      const JsonNode* have = ours.find(want.key);
      ASSERT_NE(have, nullptr) << want.key;
      if (want.type == JsonNode::Type::object)
        expect_same_json(*have, want);
      else
        EXPECT_EQ(std::stod(have->text), std::stod(want.text)) << want.key;
    }
  }
};

TEST_F(ScorerTest, AgreesOnWhatWeFind) {
  expect_same_figures("\"$zhibiao\" extract \"tests/gold/$name.txt\" > \"$folder/$name.ndjson\"");
}

// Spans that are off, values in another unit, ranges, quotes and widths, attributes that are null or gone.
TEST_F(ScorerTest, AgreesOnDamagedAnswers) {
  expect_same_figures(
      "\"$zhibiao\" extract \"tests/gold/$name.txt\" | "
      "sed -E '0~3s/\"value\":\\[([0-9]+)([0-9]),/\"value\":[\\10,/; 0~5s/\"unit\":\"万/\"unit\":\"百/; "
      "0~7s/\"indicator\":\"/\"indicator\":\"“Ｒ” [2]/; 0~11s/\"status\":\"[a-z]+\",//; 0~4s/\"measure\":\"growth\"/"
      "\"measure\":null/; 0~13d; 0~6p' > \"$folder/$name.ndjson\"");
}

TEST(EvalTest, ReadsTheReportsOfAFolderItself) {
  const Outcome folder = run_shell("\"$zhibiao\" eval --gold tests/gold d04");
  EXPECT_EQ(folder.code, 0);
  const Outcome files = run_shell(
      "file=$(mktemp); trap 'rm -f \"$file\"' EXIT; \"$zhibiao\" extract tests/gold/d04.txt > \"$file\"; "
      "\"$zhibiao\" eval tests/gold/d04.jsonl \"$file\"");
  EXPECT_EQ(folder.out, files.out);
}

TEST(EvalTest, TellsDifferencesForAPerson) {
  const std::string gold =
      R"({"flag":"must","value_span":[4,6],"value_text":"5%","measure":"growth","value":5,"unit":"%","bound":"exact",)"
      R"("indicator_min":"产值","indicator_max":"总产值","scope":null,"period":"2022","status":"actual"})"
      "\n";
  Answer wrong = answer_of(Observation{});
  wrong.value_span = Span{4, 6};
  Answer spurious = wrong;
  spurious.value_span = Span{9, 10};
  const Scored scored = score(parse_gold(gold), {wrong, spurious});
  ASSERT_EQ(scored.differences.size(), 2u);
  EXPECT_EQ(scored.differences[0].kind, DifferenceKind::wrong);
  EXPECT_EQ(what_is_wrong(scored.differences[0]), "measure,value,unit,indicator,period");
  EXPECT_EQ(scored.differences[1].kind, DifferenceKind::spurious);
  EXPECT_EQ(scored.tally.found, 1);
  EXPECT_EQ(scored.tally.predicted, 2);
}

TEST(NameFitTest, TellsHowANameWasCut) {
  const struct {
    const char *least, *most, *name;
    NameFit fit;
  } kCases[] = {
      {"收入", "财政收入", "收入", NameFit::right},
      {"收入", "财政收入", "财政收入", NameFit::right},
      {"收入", "财政收入", "政收入", NameFit::right},
      {"收入", "财政收入", "完成财政收入", NameFit::long_left},
      {"收入", "财政收入", "收入总额", NameFit::long_right},
      {"收入", "财政收入", "全县收入和支出", NameFit::long_both},
      {"财政收入", "一般财政收入", "收入", NameFit::short_left},
      {"财政收入", "一般财政收入", "一般财政", NameFit::short_right},
      {"财政收入", "一般财政收入", "政收", NameFit::short_both},
      {"收入", "财政收入", "财政", NameFit::other},
      {"财政收入", "财政收入", "收入总额", NameFit::other},
      {"财政收入", "财政收入", "投资", NameFit::other},
      {"财政收入", "财政收入", "", NameFit::missing},
  };
  for (const auto& one : kCases) EXPECT_EQ(name_fit(one.least, one.most, one.name), one.fit) << one.name;
}

// Every found row fits in one way, and those that fit are those whose indicator is right.
TEST(NameFitTest, CountsAddUp) {
  const Tally& tally = all_scores().at("total").tally;
  int sum = 0;
  for (const int count : tally.names) sum += count;
  EXPECT_EQ(sum, tally.found);
  EXPECT_EQ(tally.names[0], tally.right[3]);
}

TEST(EvalTest, TellsHowNamesWereCut) {
  const Outcome cut = run_shell(
      "file=$(mktemp); trap 'rm -f \"$file\"' EXIT; \"$zhibiao\" extract tests/gold/d06.txt | "
      "sed -E 's/\"indicator\":\"/&前前/' > \"$file\"; \"$zhibiao\" eval tests/gold/d06.jsonl \"$file\"");
  EXPECT_EQ(cut.code, 0);
  EXPECT_NE(
      cut.out.find("indicator among found values: 0.0% right; too long 51 (left 51, right 0, both 0), too short 0 "),
      std::string::npos)
      << cut.out;
}

}  // namespace
}  // namespace zhibiao::testing
