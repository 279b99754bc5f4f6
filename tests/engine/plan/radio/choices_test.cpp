#include "engine/plan/radio/choices.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/plan/radio/air.h"
#include "engine/run/run.h"
#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

TEST(RadioChoices, CoverWhatTheirSiteReachesAlone) {
  const Park park = block_park(400.0);
  PlanOptions options;
  options.transmit_power = Dbm(24.0);
  options.demand_points = 100;
  SimulationOptions coarse;
  coarse.radio.resolution = options.resolution;
  Progress progress;
  const Results standing = run(park, coarse, 1, progress);
  const auto demands = radio_demands(coverage_pack(60.0, 80.0), park, standing);
  std::vector<PlannedSite> candidates(2);
  candidates[0].place = {{100.0, 175.0}, {}, Metres(20.0)};
  candidates[1].place = {{300.0, 175.0}, {}, Metres(20.0)};
  const auto choices = radio_choices(park, {}, options, candidates, {3.0, 4.0}, demands, standing.radio, 1, progress);
  ASSERT_EQ(choices.problem.choices.size(), 2 * aims.size());
  ASSERT_EQ(choices.problem.places.size(), 100U + 40U);  // the road has 40 cells
  EXPECT_EQ(choices.problem.choices[aims.size()].cost, 4.0);
  EXPECT_EQ(choices.problem.choices[aims.size()].group, 1);
  double weight = 0.0;
  for (const auto& place : choices.problem.places) weight += place.demand == 0 ? place.weight : 0.0;
  EXPECT_NEAR(weight, 1.0, 1e-12);  // nothing is served as it stands
  EXPECT_NEAR(choices.problem.demands[0].need, 0.6 + 0.005, 1e-12);
  EXPECT_EQ(choices.base_share, (std::vector<double>{0.0, 0.0}));
  Air air(park, {}, options, {}, 1, true);
  for (std::size_t j = 0; j < choices.problem.choices.size(); ++j) {
    PlannedSite site = candidates[j / aims.size()];
    site.sector = sectors_of(aims[j % aims.size()]);
    const auto& map = air.with({&site, 1});
    const auto& covered = choices.problem.choices[j].covered;
    for (std::uint32_t place = 0; place < choices.at.size(); ++place) {
      const bool listed = std::binary_search(covered.begin(), covered.end(), place);
      EXPECT_EQ(listed, criteria::has_5g(map, demands[0].rule, choices.at[place])) << j << " " << place;
    }
    EXPECT_FALSE(covered.empty());
    EXPECT_LT(covered.size(), choices.at.size());
  }
}

TEST(RadioChoices, SectorsStandAThirdOfATurnApart) {
  const auto sectors = sectors_of({300.0, 6.0});
  EXPECT_EQ(sectors[0].azimuth_deg, 300.0);
  EXPECT_EQ(sectors[1].azimuth_deg, 60.0);
  EXPECT_EQ(sectors[2].azimuth_deg, 180.0);
  EXPECT_EQ(sectors[2].downtilt_deg, 6.0);
}

}  // namespace
}  // namespace parktwin::plan
