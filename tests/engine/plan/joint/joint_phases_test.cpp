#include "engine/plan/joint/joint_phases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/yaml_reader.h"

namespace parktwin::plan {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

PlannedWork work(const std::string& id, double cost, double gain, std::vector<std::uint32_t> needs = {}) {
  PlannedWork made;
  made.id = id;
  made.changes = "  - remove_cable: " + id + "\n";
  made.capital_cny = cost;
  made.gain = gain;
  made.needs = std::move(needs);
  made.is_site = id[0] == 'S';
  return made;
}

TEST(JointPhases, ShareOneBudgetAndKeepTheirOrder) {
  std::vector<PlannedWork> works = {work("D-1", 30, 0), work("S-1", 40, 0.6, {0}), work("S-2", 60, 0.4), work("PV-1", 70, 0.5),
                                    work("CP-1", 50, 0.1)};
  works.back().at_once = true;
  const JointPhases phased = phase_works(works, 100.0, 2027, 10, 200);
  ASSERT_TRUE(phased.reason_en.empty());
  ASSERT_EQ(phased.phases.size(), 3U);
  EXPECT_THAT(phased.phases[0].others, testing::Contains("CP-1"));
  for (const auto& phase : phased.phases) EXPECT_LE(phase.capital_cny, 100.0);
  const auto document = yaml::parse_document(phases_text(phased.phases, "  - remove_cable: OLD\n"), "phases");
  ASSERT_EQ(document.root["phases"].size(), 3U);
  EXPECT_EQ(document.root["phases"][0]["year"].as<int>(), 2027);
  EXPECT_EQ(document.root["phases"][0]["changes"][0]["remove_cable"].as<std::string>(), "OLD");
}

TEST(JointPhases, SayWhichBudgetBinds) {
  auto policy = work("CP-1", 150, 1);
  policy.at_once = true;
  EXPECT_THAT(phase_works({policy}, 100.0, 2027, 10, 200).reason_en, HasSubstr("the budget of 2027: what must begin at once"));
  EXPECT_THAT(phase_works({work("S-1", 150, 1)}, 100.0, 2027, 10, 200).reason_en, HasSubstr("S-1 alone costs"));
  EXPECT_THAT(phase_works({work("S-1", 90, 1), work("S-2", 90, 1)}, 100.0, 2027, 1, 200).reason_en, HasSubstr("take 2 years at least"));
  EXPECT_THAT(phase_works({policy}, 100.0, 2027, 10, 200).reason_zh, HasSubstr("2027年预算不足"));
}

}  // namespace
}  // namespace parktwin::plan
