#include "engine/simulators/cloud/data_centre/data_centre.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/simulators/cloud/data_centre/cooling.h"

namespace parktwin::cloud::data_centre {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;

DataCentre centre(const std::string& id, std::int32_t servers) {
  DataCentre made;
  made.id = id;
  made.servers = servers;
  made.spare_servers = 1;
  made.cores_per_server = 10;
  made.virtual_cores_per_core = 2.0;
  made.racks = 10;
  made.rack_power = Kilowatts(100.0);
  made.storage_tb = 1e6;
  made.uplink = MegabitsPerSecond(1e6);
  return made;
}

Park park_of(std::vector<DataCentre> centres) {
  Park park;
  park.data_centres = Part(Table(std::move(centres)));
  return park;
}

/// Ten futures of 24 months; future r gains 10 (r + 1) employees a month from 100 on.
HostedEmployees growing() {
  HostedEmployees hosted{10, {}};
  for (int month = 0; month <= 24; ++month) {
    for (int r = 0; r < 10; ++r) hosted.employees.push_back(100.0 + 10.0 * (r + 1) * month);
  }
  return hosted;
}

Options without_growth() {
  Options options;
  options.growth_per_year = 0.0;
  return options;
}

const ResourceFigures& cores_of(const Result& result, std::size_t centre) {
  for (const auto& row : result.resources) {
    if (row.centre == Id<DataCentre>(centre) && row.resource == Resource::cores) return row;
  }
  throw std::logic_error("no cores");
}

TEST(DataCentres, SayWhenAResourceRunsOut) {
  // 21 servers, one spare: 400 virtual cores, so 800 employees: future r gets there after 700 / (10 (r + 1)) months.
  const Result result = simulate(park_of({centre("A", 21)}), without_growth(), growing());
  const ResourceFigures& cores = cores_of(result, 0);
  EXPECT_EQ(cores.capacity, 400.0);
  EXPECT_EQ(cores.demand_today, 50.0);
  EXPECT_EQ(cores.demand_p50, 0.5 * (100.0 + 50.0 * 24));
  EXPECT_EQ(cores.demand_p90, 0.5 * (100.0 + 90.0 * 24));
  EXPECT_NEAR(cores.runs_out_probability, 0.8, 1e-12);  // r = 2 … 9: months 24 … 8
  EXPECT_EQ(cores.runs_out_months_p10, 8);              // more than 700 / 100 months
  EXPECT_EQ(cores.runs_out_months_p50, 12);             // r = 5: 11.7
  for (const auto& row : result.resources) {
    if (row.resource != Resource::cores && row.resource != Resource::memory) {
      EXPECT_EQ(row.runs_out_probability, 0.0);
    }
  }
}

TEST(DataCentres, GrowthComesOnTopAndSpareServersCost) {
  Options growth = without_growth();
  growth.growth_per_year = 0.5;
  const Park park = park_of({centre("A", 21)});
  EXPECT_NEAR(cores_of(simulate(park, growth, growing()), 0).demand_p50, 0.5 * 1300.0 * 2.25, 1e-9);
  auto spare = park.data_centres->records();
  spare[0].spare_servers = 11;
  EXPECT_EQ(cores_of(simulate(park_of(spare), growth, growing()), 0).capacity, 200.0);
}

TEST(DataCentres, ShareTheWorkloadsInProportionToTheirCores) {
  DataCentre planned = centre("C", 100);
  planned.operational = false;
  const Result result = simulate(park_of({centre("A", 11), centre("B", 31), planned}), without_growth(), growing());
  EXPECT_EQ(cores_of(result, 0).demand_today, 12.5);
  EXPECT_EQ(cores_of(result, 1).demand_today, 37.5);
  ASSERT_EQ(result.centres.size(), 3U);
  EXPECT_FALSE(result.centres[2].in_operation);
  EXPECT_EQ(result.centres[2].power_today_kw, 0.0);
  EXPECT_EQ(result.resources.size(), 10U);
}

TEST(DataCentres, PowerOfAYearIsTheSumOfItsHours) {
  Park park = park_of({centre("A", 21)});
  Weather weather;
  for (std::size_t hour = 0; hour < hours_per_year; ++hour) weather.temperature_c.push_back(hour < 4000 ? 0.0 : 35.0);
  park.weather = Part(weather);
  const Options options = without_growth();
  const CentreFigures figures = simulate(park, options, growing()).centres[0];
  double servers = 0.0;
  double all = 0.0;
  for (std::size_t hour = 0; hour < hours_per_year; ++hour) {
    const bool busy = hour % 24 >= 8 && hour % 24 < 20;
    const double power = servers_power_kw((*park.data_centres)[Id<DataCentre>(0)], 100.0, busy ? 0.5 : 0.25, options);
    servers += power;
    all += total_power_kw((*park.data_centres)[Id<DataCentre>(0)], power, weather.temperature_c[hour], options);
  }
  EXPECT_NEAR(figures.energy_today_mwh, 1e-3 * all, 1e-6);
  EXPECT_NEAR(figures.pue_today, all / servers, 1e-9);
  EXPECT_LT(figures.pue_least, figures.pue_today);
  EXPECT_GT(figures.pue_most, figures.pue_today);
  EXPECT_GT(figures.power_horizon_kw, figures.power_today_kw);
  EXPECT_GT(figures.energy_horizon_mwh, figures.energy_today_mwh);
  EXPECT_LT(figures.pue_horizon, figures.pue_today);  // the losses are shared by more
  EXPECT_NEAR(figures.traffic_today_mbps, 2.0, 1e-9);
  EXPECT_NEAR(figures.traffic_horizon_mbps, 26.0, 1e-9);
}

TEST(DataCentres, StandEmptyWithoutEnterprisesAndSayWhatIsMissing) {
  Park park = park_of({centre("A", 21)});
  const Result result = simulate(park, {}, {});
  EXPECT_GT(result.centres[0].energy_today_mwh, 0.0);  // idle servers
  EXPECT_EQ(cores_of(result, 0).demand_p90, 0.0);
  EXPECT_EQ(cores_of(result, 0).runs_out_probability, 0.0);
  const auto says = [&](const std::string& text) { return Contains(Field(&Note::text, HasSubstr(text))); };
  EXPECT_THAT(result.notes, says("No bus"));
  EXPECT_THAT(result.notes, says("no node"));
  EXPECT_THAT(result.notes, says("no weather"));
  EXPECT_THAT(result.notes, says("assumed, not measured"));
  std::vector<NetworkNode> nodes(1);
  nodes[0].id = "N";
  nodes[0].operational = false;
  park.network_nodes = Part(Table(nodes));
  auto centres = park.data_centres->records();
  centres[0].node = Id<NetworkNode>(0);
  park.data_centres = Part(Table(centres));
  EXPECT_THAT(simulate(park, {}, {}).notes, says("out of operation"));
  EXPECT_TRUE(simulate(Park{}, {}, growing()).notes.empty());
}

}  // namespace
}  // namespace parktwin::cloud::data_centre
