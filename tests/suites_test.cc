// Number cases from public recognisers' own test suites (tests/suites/README.md). Each holds, or stands in
// divergences.tsv with its reason; an entry of the ledger that holds after all must be taken out.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "zhibiao.h"

namespace zhibiao {
namespace {

using nlohmann::json;

const std::string kFolder = std::string(ZHIBIAO_SOURCE_DIR) + "/tests/suites/";

std::vector<Mention> mentions_of(const std::string& text) {
  Document document;
  document.doc = "case";
  document.text = text;
  std::vector<Mention> all;
  for (const Sentence& sentence : segment(document).sentences)
    for (Mention& mention : match(sentence, Grammar::embedded()).mentions) all.push_back(std::move(mention));
  return all;
}

bool same(const std::optional<Decimal>& got, const json& want) {
  if (!got || want.is_null()) return !got && want.is_null();
  const std::optional<Decimal> wanted = Decimal::parse(want.get<std::string>());
  if (!wanted) return false;
  const Decimal difference = (*got - *wanted).abs(), one(1);
  const Decimal size = Decimal::compare(wanted->abs(), one) > 0 ? wanted->abs() : one;
  return Decimal::compare(difference, size.shifted(-9)) <= 0;
}

bool has(const std::vector<Mention>& mentions, const json& want) {
  const Span span{want["span"][0].get<uint32_t>(), want["span"][1].get<uint32_t>()};
  for (const Mention& mention : mentions) {
    if (!mention.figure || (mention.span != span && mention.number_span != span)) continue;
    const Figure& figure = *mention.figure;
    if (!want["value"].is_null()
            ? figure.number && same(figure.number, want["value"])
            : want["low"].is_null() || (same(figure.low, want["low"]) && same(figure.high, want["high"])))
      return true;
  }
  return false;
}

bool holds(const json& one) {
  const std::vector<Mention> mentions = mentions_of(one["text"].get<std::string>());
  if (one["want"].empty()) {
    for (const Mention& mention : mentions) {
      const bool time = mention.kind == MentionKind::date || mention.kind == MentionKind::period ||
                        mention.kind == MentionKind::duration;
      if (mention.figure && (mention.figure->number || mention.figure->low) && !time) return false;
    }
    return true;
  }
  for (const json& want : one["want"])
    if (!has(mentions, want)) return false;
  return true;
}

std::set<std::string> ledger() {
  std::set<std::string> ids;
  std::ifstream in(kFolder + "divergences.tsv");
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line[0] != '#') ids.insert(line.substr(0, line.find('\t')));
  return ids;
}

TEST(Suites, EveryCaseHoldsOrStandsInTheLedger) {
  const std::set<std::string> known = ledger();
  std::ifstream in(kFolder + "cases.jsonl");
  size_t cases = 0, held = 0;
  for (std::string line; std::getline(in, line); ++cases) {
    const json one = json::parse(line);
    const std::string id = one["id"].get<std::string>();
    const bool good = holds(one);
    held += good;
    EXPECT_EQ(good, known.count(id) == 0)
        << id << " " << one["text"] << (good ? " holds: take it out of the ledger" : "");
  }
  ASSERT_EQ(cases, 591u);
  EXPECT_GE(static_cast<double>(held), 0.96 * static_cast<double>(cases)) << held;
}

}  // namespace
}  // namespace zhibiao
