#include "engine/simulators/energy/grid_study.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/simulators/energy/energy.h"
#include "engine/simulators/energy/grid/hosting_capacity.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

/// BUS-1 infeed – PL-1 – BUS-2, and PL-2 from BUS-1 to BUS-2 that stands open.
Park with_open_line() {
  Park park = testing::energy_park();
  auto lines = park.power_lines->records();
  lines.push_back(lines[0]);
  lines[1].id = "PL-2";
  lines[1].operational = false;
  park.power_lines = Part(Table(std::move(lines)));
  return park;
}

const FeederOutage& outage_of(const GridStudy& study, const std::string& branch) {
  const auto found = std::find_if(study.feeder_outages.begin(), study.feeder_outages.end(),
                                  [&](const FeederOutage& outage) { return outage.branch == branch; });
  EXPECT_NE(found, study.feeder_outages.end());
  return *found;
}

TEST(GridStudy, SaysWhoIsDarkWithoutAFeeder) {
  const GridStudy study = simulate(testing::energy_park(), {}, testing::tables()).grid_study;
  ASSERT_EQ(study.reason, "");
  ASSERT_EQ(study.feeder_outages.size(), 1U) << "transformers to low voltage are no feeders";
  const auto& outage = outage_of(study, "PL-1");
  EXPECT_EQ(outage.dark_buses, 2);
  EXPECT_EQ(outage.dark, (std::vector<Id<Enterprise>>{Id<Enterprise>(0), Id<Enterprise>(1)}));
  EXPECT_GT(outage.lost_kw, 500.0);
  EXPECT_EQ(outage.closed_line, "");
  EXPECT_FALSE(outage.unsolved);
  EXPECT_EQ(study.greatest_at.size(), 11U);
}

TEST(GridStudy, OpenLinesTakeOver) {
  const Park park = with_open_line();
  const GridStudy study = simulate(park, {}, testing::tables()).grid_study;
  ASSERT_EQ(study.feeder_outages.size(), 1U) << "what stands open is not taken out";
  const auto& outage = outage_of(study, "PL-1");
  EXPECT_EQ(outage.closed_line, "PL-2");
  EXPECT_EQ(outage.dark_buses, 0);
  EXPECT_TRUE(outage.dark.empty());
  EXPECT_EQ(outage.lost_kw, 0.0);
  EXPECT_EQ(outage.violations, 0);
}

TEST(GridStudy, TakingOverMayOverload) {
  Park park = with_open_line();
  auto lines = park.power_lines->records();
  lines[1].rated_current = Kiloamperes(0.02);
  park.power_lines = Part(Table(std::move(lines)));
  const auto outage = outage_of(simulate(park, {}, testing::tables()).grid_study, "PL-1");
  EXPECT_EQ(outage.closed_line, "PL-2");
  EXPECT_GE(outage.violations, 1);
  EXPECT_EQ(outage.worst, LimitKind::line_overload);
  EXPECT_EQ(outage.worst_place, "PL-2");
  EXPECT_GT(outage.worst_value.value_or(0.0), 1.0);
}

TEST(GridStudy, HostingCapacityIsThatOfTheTransformer) {
  const GridStudy study = simulate(testing::energy_park(), {}, testing::tables()).grid_study;
  ASSERT_EQ(study.hosting_capacity.size(), 4U);
  const auto& low = study.hosting_capacity[2];
  ASSERT_TRUE(low.capacity_kw);
  EXPECT_EQ(low.limit, LimitKind::transformer_overload);
  EXPECT_EQ(low.limit_place, "TR-1");
  EXPECT_NEAR(low.limit_value.value_or(0.0), 1.0, 0.01);
  EXPECT_LT(*low.capacity_kw, 1700.0) << "1.6 MVA, and what PV feeds in at the time already uses";
  EXPECT_FALSE(study.hosting_capacity[3].capacity_kw) << "a dead bus takes nothing";
  EXPECT_GT(study.hosting_capacity[1].capacity_kw.value_or(0.0), 2000.0);
  EXPECT_EQ(study.least_at.size(), 11U);
}

TEST(GridStudy, ShortCircuitCurrentsFollowTheInfeed) {
  Options options;
  options.infeed_short_circuit_mva = 500.0;
  options.infeed_least_short_circuit_mva = 300.0;
  const GridStudy study = simulate(testing::energy_park(), options, testing::tables()).grid_study;
  ASSERT_EQ(study.short_circuits.size(), 4U);
  const auto& infeed = study.short_circuits[0];
  EXPECT_NEAR(infeed.power_mva.value_or(0.0), 500.0, 1e-6);
  EXPECT_NEAR(infeed.most_ka.value_or(0.0), 500.0 / (std::sqrt(3.0) * 10.0), 1e-6);
  EXPECT_NEAR(infeed.least_ka.value_or(0.0), 300.0 / (std::sqrt(3.0) * 10.0), 1e-6);
  EXPECT_GT(*infeed.peak_ka, std::sqrt(2.0) * *infeed.most_ka);
  EXPECT_LT(study.short_circuits[1].most_ka.value_or(0.0), *infeed.most_ka) << "behind the line";
  EXPECT_FALSE(study.short_circuits[3].most_ka) << "no source reaches it";
}

TEST(GridStudy, SaysWhyThereIsNone) {
  Options options;
  options.grid_study = false;
  EXPECT_EQ(simulate(testing::energy_park(), options, testing::tables()).grid_study.reason, "the option grid_study is off");
  Park park = testing::energy_park();
  auto buses = park.buses->records();
  buses[0].kind = BusKind::pq;
  park.buses = Part(Table(std::move(buses)));
  EXPECT_EQ(simulate(park, {}, testing::tables()).grid_study.reason,
            "no power flow was solved: no bus is marked slack, so nothing feeds the grid");
}

}  // namespace
}  // namespace parktwin::energy
