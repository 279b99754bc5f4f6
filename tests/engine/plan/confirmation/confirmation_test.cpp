#include "engine/plan/confirmation/confirmation.h"

#include <gtest/gtest.h>

#include "engine/criteria/criteria.h"
#include "engine/run/run.h"
#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

Park park_with_a_site() {
  Park park = block_park(400.0);
  Antenna antenna;
  antenna.id = "A-1";
  RadioSite site;
  site.id = "S-1";
  site.position = {200.0, 175.0};
  site.backhaul = Id<NetworkNode>(0);
  RadioCell cell;
  cell.id = "S-1-1";
  cell.site = Id<RadioSite>(0);
  cell.antenna = Id<Antenna>(0);
  park.antennas = Part<Table<Antenna>>(Table<Antenna>({antenna}));
  park.radio_sites = Part<Table<RadioSite>>(Table<RadioSite>({site}));
  park.radio_cells = Part<Table<RadioCell>>(Table<RadioCell>({cell}));
  return park;
}

TEST(Confirmation, HasTheBitsOfAWholeRun) {
  const Park park = park_with_a_site();
  SimulationOptions options;
  options.radio.resolution = Metres(5.0);
  auto pack = coverage_pack(80.0, 90.0);
  pack.clauses.push_back(coverage_clause("X-3", "access.enterprises", 100.0));
  Progress progress;
  const Results whole = run(park, options, 1, progress);
  EXPECT_EQ(network_results(park, options, 1, progress).radio.rsrp_dbm.values.size(), whole.radio.rsrp_dbm.values.size());
  const auto verdicts = criteria::assess(whole, park, pack, "2026-01-01");
  const auto values = judged_values(park, options, 1, pack, "2026-01-01", progress);
  ASSERT_EQ(values.size(), 3U);
  for (std::size_t i = 0; i < values.size(); ++i) EXPECT_EQ(values[i], verdicts[i].value) << i;
  EXPECT_GT(*values[0], 1.0);
  EXPECT_FALSE(values[2]);  // no enterprises: nothing to measure
}

TEST(Confirmation, JudgesWhatIsAskedOnly) {
  const auto pack = only(coverage_pack(80.0, 90.0), {"X-2"});
  ASSERT_EQ(pack.clauses.size(), 1U);
  EXPECT_EQ(pack.clauses[0].id, "X-2");
}

}  // namespace
}  // namespace parktwin::plan
