#include "engine/simulators/radio/kept_masts.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/radio/small_scene.h"

namespace parktwin::radio {
namespace {

struct KeptMastsTest : testing::Test {
  static test::Draft three_masts() {
    test::Draft draft = test::two_site_draft();
    draft.sites.push_back(test::site("S-3", {420.0, 330.0}, 15.0));
    draft.cells.push_back(test::cell("C-of-3", 2, 0.0));
    return draft;
  }

  [[nodiscard]] std::size_t bytes_of(std::size_t mast) const { return KeptMast(small.scene, mast, runs).bytes(); }
  KeptMast& ask(KeptMasts& kept, std::size_t mast) { return kept.of(small.scene, mast, runs); }

  test::SmallScene small{three_masts(), {}};
  std::vector<ColumnRun> runs{static_cast<std::size_t>(small.obstacles.surface.frame.rows),
                              ColumnRun{0, small.obstacles.surface.frame.columns}};
};

// What a mast carries along (its state of ranks) tells whether it is the one kept or one made anew.
TEST_F(KeptMastsTest, ThoseAskedForLongestAgoGoFirst) {
  KeptMasts kept(bytes_of(0) + bytes_of(1) + bytes_of(2) - 1);
  ask(kept, 0).ranks_of = 10;
  ask(kept, 1).ranks_of = 11;
  EXPECT_EQ(ask(kept, 0).ranks_of, 10U);
  ask(kept, 2).ranks_of = 12;  // no room for all three: mast 1 goes
  EXPECT_EQ(kept.size(), 2U);
  EXPECT_EQ(ask(kept, 0).ranks_of, 10U);
  EXPECT_EQ(ask(kept, 2).ranks_of, 12U);
  EXPECT_EQ(ask(kept, 1).ranks_of, 0U);  // made anew, and mast 0 goes
  EXPECT_EQ(ask(kept, 2).ranks_of, 12U);
  EXPECT_EQ(ask(kept, 0).ranks_of, 0U);
}

TEST_F(KeptMastsTest, TheOneInHandStaysWhateverItTakes) {
  KeptMasts kept(1);
  for (std::size_t mast = 0; mast < 3; ++mast) {
    EXPECT_TRUE(ask(kept, mast).is_of(small.scene, mast));
    EXPECT_EQ(kept.size(), 1U);
  }
  ask(kept, 2).ranks_of = 5;
  EXPECT_EQ(ask(kept, 2).ranks_of, 5U);
}

TEST_F(KeptMastsTest, AllStayWhereThereIsRoom) {
  KeptMasts kept(bytes_of(0) + bytes_of(1) + bytes_of(2));
  for (std::size_t mast = 0; mast < 3; ++mast) ask(kept, mast).ranks_of = 20 + mast;
  EXPECT_EQ(kept.size(), 3U);
  for (std::size_t mast = 0; mast < 3; ++mast) EXPECT_EQ(ask(kept, mast).ranks_of, 20 + mast);
}

TEST_F(KeptMastsTest, TheForgottenIsMadeAnew) {
  KeptMasts kept;
  ask(kept, 0).ranks_of = 1;
  ask(kept, 1).ranks_of = 2;
  kept.forget(small.scene, 0);
  EXPECT_EQ(kept.size(), 1U);
  EXPECT_EQ(ask(kept, 1).ranks_of, 2U);
  EXPECT_EQ(ask(kept, 0).ranks_of, 0U);
}

}  // namespace
}  // namespace parktwin::radio
