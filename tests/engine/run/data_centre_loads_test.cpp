#include "engine/run/data_centre_loads.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "tests/engine/run/retrofit_world.h"

namespace parktwin {
namespace {

Park with_centre(std::int32_t servers) {
  Park park = retrofit::testing::plants();
  auto enterprises = park.enterprises->records();
  enterprises[0].yearly_electricity = MegawattHours(500.0);
  park.enterprises = Part(Table(enterprises));
  park.buses = Part(Table(std::vector<Bus>{retrofit::testing::with_id<Bus>("BUS")}));
  auto centre = retrofit::testing::with_id<DataCentre>("D");
  centre.bus = Id<Bus>(0);
  centre.rack_power = Kilowatts(500.0);
  centre.servers = servers;
  park.data_centres = Part(Table(std::vector<DataCentre>{centre}));
  return park;
}

TEST(DataCentreLoads, TheYearIsThatOfTheDataCentreAndTheBalanceCloses) {
  const Park park = with_centre(100);
  const Results results = retrofit::testing::run_quietly(park);
  const auto& centre = results.cloud.data_centre.centres.at(0);
  const auto made = data_centre_loads(park, results.cloud.data_centre, {});
  ASSERT_EQ(made.loads.size(), 1U);
  const auto& hours = made.loads[0].hours_kw;
  ASSERT_EQ(hours.size(), hours_per_year);
  EXPECT_NEAR(std::accumulate(hours.begin(), hours.end(), 0.0) * 1e-3, centre.energy_today_mwh, 1e-6);
  EXPECT_DOUBLE_EQ(*std::max_element(hours.begin(), hours.end()), centre.power_today_kw);
  EXPECT_GT(centre.energy_today_mwh, 100.0);
  const auto& balance = results.energy.balance;
  EXPECT_NEAR(balance.consumption_mwh, balance.equipment_mwh + 500.0 + centre.energy_today_mwh, 1e-6);
}

TEST(DataCentreLoads, ABiggerOneRaisesThePeakOfThePark) {
  double last_kw = 0.0;
  for (const std::int32_t servers : {1, 50, 500}) {
    const Results results = retrofit::testing::run_quietly(with_centre(servers));
    EXPECT_GT(results.energy.balance.peak_import_kw, last_kw) << servers;
    last_kw = results.energy.balance.peak_import_kw;
  }
}

TEST(DataCentreLoads, ALoadDeclaredAtItsBusIsNotCountedTwice) {
  Park park = with_centre(100);
  auto load = retrofit::testing::with_id<PowerLoad>("LD");
  load.bus = Id<Bus>(0);
  load.peak_power = Kilowatts(80.0);
  park.power_loads = Part(Table(std::vector<PowerLoad>{load}));
  const Results results = retrofit::testing::run_quietly(park);
  const auto made = data_centre_loads(park, results.cloud.data_centre, {});
  EXPECT_TRUE(made.loads.empty());
  ASSERT_EQ(made.notes.size(), 1U);
  EXPECT_EQ(made.notes[0].place, "data centre D");
  EXPECT_NE(made.notes[0].text.find("LD"), std::string::npos);
  EXPECT_TRUE(std::any_of(results.energy.notes.begin(), results.energy.notes.end(),
                          [&](const Note& note) { return note.text == made.notes[0].text; }));
  load.enterprise = Id<Enterprise>(0);  // an enterprise's load at the same bus is its own
  park.power_loads = Part(Table(std::vector<PowerLoad>{load}));
  EXPECT_EQ(data_centre_loads(park, results.cloud.data_centre, {}).loads.size(), 1U);
}

}  // namespace
}  // namespace parktwin
