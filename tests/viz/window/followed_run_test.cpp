#include "viz/window/followed_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "engine/criteria/criteria.h"
#include "engine/run/run.h"
#include "tests/viz/window/desk_stage.h"
#include "viz/window/edits.h"

namespace parktwin::viz::window {
namespace {

using ::testing::SizeIs;

RunSettings settings() {
  RunSettings made = testing::brief_settings();
  made.pack = criteria::read_pack(std::string(PARKTWIN_SOURCE_DIR) + "/data/criteria/miit-2021.yaml");
  return made;
}

TEST(FollowedRun, SaysWhatARunFromScratchSays) {
  const Park before = testing::small_park();
  Edits edits(before);
  ASSERT_TRUE(edits.toggle("masts", before.radio_sites->records().front().id));
  LazyRun lazy([] { return std::make_unique<FollowedRun>(settings()); });
  const auto answer = lazy.ask(before, edits.park());
  Progress progress;
  const RunSettings same = settings();
  const auto scratch = [&](const Park& park) {
    return criteria::assess(run(park, same.options, same.seed, progress), park, same.pack, same.assessed_on);
  };
  const auto was = scratch(before);
  const auto is = scratch(edits.park());
  std::size_t different = 0;
  for (std::size_t i = 0; i < was.size(); ++i) {
    EXPECT_EQ(answer.state->verdicts[i].value, is[i].value) << is[i].id;
    EXPECT_EQ(answer.state->verdicts[i].status, is[i].status) << is[i].id;
    if (was[i].value != is[i].value || was[i].status != is[i].status) ++different;
  }
  EXPECT_GT(different, 0U);
  EXPECT_THAT(answer.changes, SizeIs(different));
}

TEST(FollowedRun, StopsAtOnce) {
  LazyRun lazy([] { return std::make_unique<FollowedRun>(settings()); });
  lazy.stop();
  EXPECT_THROW(static_cast<void>(lazy.ask(testing::small_park(), testing::small_park())), Interrupted);
}

TEST(FollowedRun, ChangedVerdictsComeFirst) {
  std::vector<criteria::Verdict> before(4);
  for (std::size_t i = 0; i < before.size(); ++i) {
    before[i].id = "K-" + std::to_string(i);
    before[i].value = 10.0;
    before[i].status = criteria::Status::met;
  }
  auto after = before;
  after[1].value = 11.0;
  after[3].status = criteria::Status::missed;
  after[3].value = 2.0;
  const auto changes = changed_targets(before, after);
  ASSERT_THAT(changes, SizeIs(2));
  EXPECT_EQ(changes[0].id, "K-3");
  EXPECT_EQ(changes[0].after, 2.0);
  EXPECT_EQ(changes[1].id, "K-1");
  EXPECT_EQ(changes[1].before, 10.0);
}

}  // namespace
}  // namespace parktwin::viz::window
