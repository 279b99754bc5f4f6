#include "cli/sweep_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using testing::HasSubstr;

TEST(SweepTable, HasRangesIndicesSwingsAndFailures) {
  sweep::SweepReport report{
      .name = "tilts", .scenarios = 8, .finished = 7, .outputs = {}, .constant_outputs = 69, .failures = {{3, "no site"}}};
  sweep::OutputFigures figures{.output = "K1-Q3",
                               .values = 6,
                               .mean = 93.0,
                               .least = 90.5,
                               .greatest = 95.25,
                               .best_scenario = 5,
                               .sensitivity = {{"tilt", 0.75, 0.8125}},
                               .tornado = {{"power", 91.0, 94.0}}};
  report.outputs.push_back(figures);
  Progress progress;
  std::ostringstream out;
  Session session{.out = out, .err = out, .progress = progress};
  const auto text = sweep_table(report, session);
  for (const char* part : {"sweep tilts: 7 of 8 scenarios, 1 failed", "90.5", "95.25", "0.750", "0.812", "power", "69 outputs are the same",
                           "scenario 3 failed: no site"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
  session.language = viz::Language::zh;
  EXPECT_THAT(sweep_table(report, session), HasSubstr("方案 3 失败"));
}

}  // namespace
}  // namespace parktwin::cli
