#include "engine/simulators/radio/entry_law.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/simulators/radio/building_entry_loss.h"
#include "engine/simulators/radio/entry_loss.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

constexpr Hertz carrier = gigahertz(3.5);

TEST(EntryLaw, MaterialIsWhatItWas) {
  for (const auto& entry : names_of(WallMaterial{})) {
    EXPECT_EQ(entry_loss(EntryChoice{}, entry.value, carrier), entry_loss(entry.value, carrier));
    EXPECT_EQ(entry_loss_deviation(EntryChoice{}, entry.value, carrier), entry_loss_deviation(entry.value));
    EXPECT_NEAR(entry_loss(EntryChoice{}, entry.value, carrier, 2.0).value(),
                entry_loss(entry.value, carrier).value() + 2.0 * entry_loss_deviation(entry.value).value(), 1e-12);
  }
}

// The two models of the table by hand, as in entry_loss_test.cpp.
TEST(EntryLaw, LowAndHighAreTheSameForEveryBuilding) {
  for (const auto& entry : names_of(WallMaterial{})) {
    EXPECT_NEAR(entry_loss({EntryLaw::low, 0.5}, entry.value, carrier).value(), 12.6975, 1e-3);
    EXPECT_NEAR(entry_loss({EntryLaw::high, 0.5}, entry.value, carrier).value(), 26.8498, 1e-3);
    EXPECT_EQ(entry_loss_deviation({EntryLaw::low, 0.5}, entry.value, carrier), Decibel(4.4));
    EXPECT_EQ(entry_loss_deviation({EntryLaw::high, 0.5}, entry.value, carrier), Decibel(6.5));
  }
}

TEST(EntryLaw, StatisticalByClassOfBuilding) {
  for (const auto& entry : names_of(WallMaterial{})) {
    const bool efficient = entry.value == WallMaterial::coated_glass || entry.value == WallMaterial::metal;
    const auto building = efficient ? BuildingClass::thermally_efficient : BuildingClass::traditional;
    for (const double probability : {0.1, 0.5, 0.9}) {
      EXPECT_DOUBLE_EQ(entry_loss({EntryLaw::p2109, probability}, entry.value, carrier).value(),
                       building_entry_loss_db(building, carrier, probability, 0.0));
    }
    const auto drawn = [&](double deviate) { return entry_loss({EntryLaw::p2109, 0.9}, entry.value, carrier, deviate).value(); };
    EXPECT_NEAR(drawn(0.0), median_building_entry_loss_db(building, carrier, 0.0), 1e-6);
    EXPECT_NEAR(entry_loss_deviation({EntryLaw::p2109, 0.9}, entry.value, carrier).value(), 0.5 * (drawn(1.0) - drawn(-1.0)), 1e-9);
    EXPECT_TRUE(std::isfinite(drawn(-9.0)) && std::isfinite(drawn(9.0)));
  }
}

// P.2109 stands for the way inside as well; TR 38.901 adds 0.5 dB/m from the façade 11 m away.
TEST(EntryLaw, InTheMap) {
  test::Draft draft;
  draft.antennas[0].front_to_back = Decibel(0.0);
  draft.sites = {test::site("S-1", {100.0, 200.0}, 25.0)};
  draft.cells = {test::cell("C-1", 0, 90.0)};
  const auto level = [&](const Options& options) {
    const auto result = test::simulated(draft.park(), options);
    return static_cast<double>(result.rsrp_dbm.at(155, 99));  // centre (311, 199)
  };
  Options options;
  const double outdoor_dbm = level(options);
  draft.buildings = {test::building("B", test::box(300.0, 180.0, 60.0, 40.0), 12.0, WallMaterial::metal)};
  for (const auto mode : {PropagationMode::deterministic, PropagationMode::site_general}) {
    options.mode = mode;
    options.entry_law = EntryLaw::low;
    const double low_dbm = level(options);
    options.entry_law = EntryLaw::high;
    EXPECT_NEAR(low_dbm - level(options), 26.8498 - 12.6975, 1e-3);
    options.entry_law = EntryLaw::p2109;
    options.entry_probability = 0.8;
    const double statistical_db = building_entry_loss_db(BuildingClass::thermally_efficient, carrier, 0.8, 0.0);
    EXPECT_NEAR(low_dbm - level(options), statistical_db - 12.6975 - 5.5, 1e-3);
    if (mode == PropagationMode::deterministic) {
      EXPECT_NEAR(outdoor_dbm - level(options), statistical_db, 1e-3);
    }
    options.entry_probability = 0.5;
  }
}

}  // namespace
}  // namespace parktwin::radio
