// Somebody's table → claims, held against two figures: each claim gets a verdict.
#include <gtest/gtest.h>

#include "grammar/data.h"
#include "panel/claim_header.h"
#include "panel/delimited.h"
#include "panel/verify.h"
#include "tests/fuzz/fuzz.h"
#include "tests/testing.h"
#include "text/error.h"
#include "zhibiao.h"

namespace zhibiao::fuzz {
namespace {

const Extraction& report() {
  static const Extraction extraction = extract(
      "盘锦市兴隆台区2023年政府工作报告\n\n一、2022年工作回顾\n\n2022年地区生产总值预计实现424亿元,增速-2.6%,"
      "一般公共预算收入17.9亿元。进出口总额超1000亿元。\n\n二、2023年目标\n\n2023年地区生产总值增长6%以上。\n",
      "fuzz.txt", Grammar::embedded());
  return extraction;
}

void check(std::vector<TableClaim> claims) {
  for (TableClaim& claim : claims) know_id(claim.indicator, Grammar::embedded().data().catalogue());
  const size_t count = claims.size();
  Verifier verifier(std::move(claims), Grammar::embedded().data().figures);
  verifier.add({report().document.doc, report().document.meta, "", ""});
  for (const Observation& observation : report().observations) verifier.add(observation);
  const std::vector<Checked> results = verifier.results();
  ASSERT_EQ(results.size(), count);
  for (size_t i = 0; i < count; ++i) {
    const Row row = verify_row(verifier.claims()[i], results[i]);
    ASSERT_EQ(row.size(), verify_fields().size());
    for (const std::string& cell : row) ASSERT_TRUE(zhibiao::testing::is_utf8(cell)) << cell;
  }
}

HeaderMap map_in(const std::string& text) {
  HeaderMap map;
  const size_t equals = text.find('=');
  if (equals != text.npos) map.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  return map;
}

}  // namespace
}  // namespace zhibiao::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace zhibiao;
  const fuzz::Input input(data, size);
  std::vector<std::string> parts = input.parts("\n----\n");
  parts.resize(2);
  try {
    fuzz::check(claims_of(read_delimited(parts[0]), fuzz::map_in(parts[1])).claims);
  } catch (const Error& error) {
    EXPECT_STRNE(error.what(), "");
  }
  return 0;
}
