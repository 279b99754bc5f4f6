#include "engine/plan/radio/tuning.h"

#include <gtest/gtest.h>

#include "engine/plan/radio/choices.h"
#include "engine/run/run.h"
#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

class Tuning : public testing::Test {
 protected:
  Tuning() : park_(block_park(400.0)) {
    options_.transmit_power = Dbm(24.0);
    SimulationOptions coarse;
    coarse.radio.resolution = options_.resolution;
    standing_ = run(park_, coarse, 1, progress_);
  }
  std::vector<RadioDemand> demands(double percent) const {
    criteria::Pack pack = coverage_pack(percent, 0.0);
    pack.clauses.pop_back();
    return radio_demands(pack, park_, standing_);
  }
  static PlannedSite pole(double x, double tilt_deg) {
    PlannedSite site;
    site.place = {{x, 175.0}, {}, Metres(20.0)};
    site.sector = sectors_of({0.0, tilt_deg});
    return site;
  }
  Park park_;
  PlanOptions options_;
  Progress progress_;
  Results standing_;
};

TEST_F(Tuning, TurnsSectorsWhereThatServesMore) {
  const auto wanted = demands(100.0);
  Air air(park_, {}, options_, {}, 1, true);
  std::vector<PlannedSite> sites = {pole(200.0, 12.0)};
  const double before = shortfall(wanted, air.with(sites), 0.0);
  const double after = turn_sectors(sites, air, wanted, 0.0, 2, progress_);
  EXPECT_LT(after, before);
  EXPECT_DOUBLE_EQ(after, shortfall(wanted, air.with(sites), 0.0));
}

TEST_F(Tuning, LeavesSectorsAloneWhereNothingIsMissing) {
  Air air(park_, {}, options_, {}, 1, true);
  std::vector<PlannedSite> sites = {pole(200.0, 4.0)};
  EXPECT_EQ(turn_sectors(sites, air, demands(5.0), 0.0, 2, progress_), 0.0);
  EXPECT_EQ(sites[0].sector[0].downtilt_deg, 4.0);
}

TEST_F(Tuning, LeavesOutTheDearestThatIsNotNeeded) {
  Air air(park_, {}, options_, {}, 1, true);
  std::vector<PlannedSite> sites = {pole(100.0, 4.0), pole(200.0, 4.0), pole(300.0, 4.0)};
  std::vector<double> costs = {1.0, 3.0, 2.0};
  const double share = served_share(demands(100.0)[0], air.with(std::vector<PlannedSite>{sites[0]}));
  drop_superfluous_sites(sites, costs, air, demands(100.0 * share - 0.01), 0.0, progress_);
  ASSERT_EQ(sites.size(), 1U);
  EXPECT_EQ(costs, std::vector<double>{1.0});
  EXPECT_EQ(sites[0].place.position.x, 100.0);
}

}  // namespace
}  // namespace parktwin::plan
