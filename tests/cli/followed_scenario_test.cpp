#include "cli/followed_scenario.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

using ::testing::HasSubstr;

storage::SavedRun saved_run(const Workplace& workplace, const std::string& changes = "") {
  const auto scenario = workplace.small_scenario(changes);
  EXPECT_EQ(call({"run", scenario, "--out", workplace.path("run")}).code, 0);
  return storage::load(workplace.path("run"));
}

TEST(FollowedScenario, FollowsARunToTheSameResultsAndVerdicts) {
  const Workplace workplace;
  const auto saved = saved_run(workplace, "changes:\n  - modify_radio_site: {id: S-001, set: {operational: false}}\n");
  ASSERT_EQ(why_not_followed(saved, ""), "");
  viz::window::FollowedRun run(followed_settings(saved, "", 0));
  const auto state = run.follow(saved.park);
  EXPECT_EQ(storage::results_hash(*state->results).hex(), saved.results_hash);
  ASSERT_EQ(state->verdicts.size(), saved.verdicts.size());
  for (std::size_t i = 0; i < saved.verdicts.size(); ++i) {
    EXPECT_EQ(state->verdicts[i].status, saved.verdicts[i].status) << saved.verdicts[i].id;
    EXPECT_EQ(state->verdicts[i].value, saved.verdicts[i].value) << saved.verdicts[i].id;
  }
}

TEST(FollowedScenario, SaysWhyARunCannotBeFollowed) {
  const Workplace workplace;
  const auto saved = saved_run(workplace);
  workplace.write("small.yaml", read_file(workplace.path("small.yaml")) + "# changed since\n");
  EXPECT_THAT(why_not_followed(saved, ""), HasSubstr("not the one of the run any more"));
  EXPECT_EQ(why_not_followed(saved, workplace.path("small.yaml")), "");
  std::filesystem::remove(workplace.path("small.yaml"));
  EXPECT_THAT(why_not_followed(saved, ""), HasSubstr("is not there"));
  storage::SavedRun unknown = saved;
  unknown.files.clear();
  EXPECT_THAT(why_not_followed(unknown, ""), HasSubstr("--scenario"));
}

}  // namespace
}  // namespace parktwin::cli
