#include "importers/synthetic/power_layout.h"

#include <gtest/gtest.h>

#include <map>
#include <numeric>

#include "tests/importers/synthetic/reference_park.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(PowerLayout, ReferencePeakIsAbout100Megawatts) {
  double kilowatts = 0.0;
  for (const auto& load : *reference_park().power_loads) kilowatts += load.peak_power.value();
  EXPECT_NEAR(kilowatts, 100000.0, 8000.0);
}

/// Union-find over lines and transformers.
TEST(PowerLayout, EveryBusHangsOnTheOnlySlack) {
  const Park& park = reference_park();
  std::vector<std::size_t> root(park.buses->size());
  std::iota(root.begin(), root.end(), std::size_t{0});
  const auto find = [&](std::size_t i) {
    while (root[i] != i) i = root[i];
    return i;
  };
  for (const auto& line : *park.power_lines) root[find(line.from.index())] = find(line.to.index());
  for (const auto& unit : *park.transformers) root[find(unit.high.index())] = find(unit.low.index());
  int slack = 0;
  for (std::size_t b = 0; b < park.buses->size(); ++b) {
    EXPECT_EQ(find(b), find(0)) << park.buses->records()[b].name;
    slack += park.buses->records()[b].kind == BusKind::slack ? 1 : 0;
  }
  EXPECT_EQ(slack, 1);
}

TEST(PowerLayout, FeedersAreRadialAndCarryTheirLoad) {
  const Park& park = reference_park();
  std::map<std::size_t, std::size_t> feeding;  // line into each 10 kV bus
  for (std::size_t l = 0; l < park.power_lines->size(); ++l) {
    const PowerLine& line = park.power_lines->records()[l];
    if ((*park.buses)[line.from].nominal_voltage.value() > 20.0) continue;
    EXPECT_TRUE(feeding.emplace(line.to.index(), l).second);
  }
  std::map<std::size_t, std::size_t> ring_main;
  for (const auto& unit : *park.transformers) ring_main[unit.low.index()] = unit.high.index();
  std::vector<double> flow(park.power_lines->size(), 0.0);
  for (const auto& load : *park.power_loads) {
    for (auto at = feeding.find(ring_main.at(load.bus.index())); at != feeding.end();
         at = feeding.find(park.power_lines->records()[at->second].from.index())) {
      flow[at->second] += load.peak_power.value() / load.power_factor;
    }
  }
  for (std::size_t l = 0; l < flow.size(); ++l)
    EXPECT_LT(flow[l] / 10.0 / 1.732 / 1000.0, park.power_lines->records()[l].rated_current.value()) << l;
}

TEST(PowerLayout, EveryEnterpriseHasALoad) {
  std::vector<bool> seen(reference_park().enterprises->size(), false);
  for (const auto& load : *reference_park().power_loads) {
    if (load.enterprise.valid()) seen[load.enterprise.index()] = true;
  }
  for (const bool one : seen) EXPECT_TRUE(one);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
