#include "cli/scorecard_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

criteria::Verdict coverage(double value, criteria::Status status) {
  criteria::Verdict verdict;
  verdict.id = "K1-Q3";
  verdict.title_en = "5G network coverage";
  verdict.title_zh = "5G网络覆盖率";
  verdict.status = status;
  verdict.value = value;
  verdict.threshold = 60.0;
  verdict.comparator = ">=";
  verdict.unit = "%";
  return verdict;
}

struct Terminal {
  std::ostringstream out;
  std::ostringstream err;
  Progress progress;
  Session session{.out = out, .err = err, .progress = progress};
};

TEST(ScorecardTable, AValueJustBelowItsThresholdDoesNotLookMet) {
  Terminal terminal;
  const auto text = scorecard_table({coverage(59.9999, criteria::Status::missed)}, terminal.session, false);
  EXPECT_THAT(text, HasSubstr("59.99 %"));
  EXPECT_THAT(text, HasSubstr("MISSED"));
  EXPECT_THAT(scorecard_table({coverage(82.22, criteria::Status::met)}, terminal.session, false), HasSubstr("82.22 %"));
}

TEST(ScorecardTable, SpeaksBothLanguagesAndListsWhereItFails) {
  Terminal terminal;
  auto verdict = coverage(41.0, criteria::Status::missed);
  verdict.reason_zh = "低于门槛";
  verdict.where_en = {"a", "b", "c", "d", "e"};
  verdict.where_zh = {"甲", "乙", "丙", "丁", "戊"};
  const auto english = scorecard_table({verdict}, terminal.session, false);
  EXPECT_THAT(english, HasSubstr("- c\n"));
  EXPECT_THAT(english, Not(HasSubstr("- d\n")));
  EXPECT_THAT(english, Not(HasSubstr("甲")));
  EXPECT_THAT(english, HasSubstr("and 2 more, see scorecard.json"));
  terminal.session.language = viz::Language::zh;
  const auto text = scorecard_table({verdict}, terminal.session, false);
  EXPECT_THAT(text, HasSubstr("5G网络覆盖率"));
  EXPECT_THAT(text, HasSubstr("低于门槛"));
  EXPECT_THAT(text, HasSubstr("- 丙\n"));
  EXPECT_THAT(text, Not(HasSubstr("- 丁\n")));
  EXPECT_THAT(text, Not(HasSubstr("- a\n")));
  EXPECT_THAT(text, HasSubstr("另有 2 处"));
}

TEST(ScorecardTable, ClausesNotAssessedAreCountedAndListedOnRequest) {
  Terminal terminal;
  auto verdict = coverage(0.0, criteria::Status::not_assessed);
  verdict.value.reset();
  EXPECT_THAT(scorecard_table({verdict}, terminal.session, false), Not(HasSubstr("K1-Q3")));
  EXPECT_THAT(scorecard_table({verdict}, terminal.session, false), HasSubstr("1 not assessed, of 1 clauses"));
  EXPECT_THAT(scorecard_table({verdict}, terminal.session, true), HasSubstr("K1-Q3"));
}

}  // namespace
}  // namespace parktwin::cli
