#include "engine/simulators/radio/cell_slices.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/core/random.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

NetworkSlice slice(double guaranteed, double highest, double weight) {
  NetworkSlice result;
  result.guaranteed_share = guaranteed;
  result.highest_share = highest;
  result.weight = weight;
  return result;
}

// Radio cells with 100 Mbit/s down and 20 Mbit/s up everywhere. What the traffic is made of is up to the test.
struct Setting {
  std::vector<NetworkSlice> slices;
  std::vector<EnterpriseTraffic> traffic;
  std::vector<std::vector<GroundPart>> down{6};
  std::vector<std::vector<GroundPart>> up{6};
  Result result;

  /// An enterprise with these demands per slice, and last of none, on some ground all in one radio cell.
  void add(std::size_t cell, std::vector<Demand> of_slice, std::size_t within_reach = 10, std::size_t out_of_reach = 0) {
    EnterpriseTraffic whose;
    for (const auto& demand : of_slice) {
      whose.demand.down_mbit_s += demand.down_mbit_s;
      whose.demand.up_mbit_s += demand.up_mbit_s;
    }
    whose.of_slice = std::move(of_slice);
    whose.ground.resize(within_reach + out_of_reach);
    down[cell].push_back({traffic.size(), within_reach, out_of_reach, within_reach == 0 ? 0.0 : 100.0});
    up[cell].push_back({traffic.size(), within_reach, out_of_reach, within_reach == 0 ? 0.0 : 20.0});
    traffic.push_back(std::move(whose));
  }

  const std::vector<SliceFigures>& run() {
    for (std::size_t i = 0; i < slices.size(); ++i) slices[i].id = "S-" + std::to_string(i + 1);
    Park park = test::two_site_draft().park();
    park.network_slices = Part(Table(slices));
    result.notes.clear();
    result.cells.assign(park.radio_cells->size(), {});
    for (auto& figures : result.cells) figures.carried_down_mbit_s = 77.0;
    put_cell_slices(park, traffic, down, up, result);
    return result.slices;
  }
};

// Needs 0.9 and 0.8 of the cell: guarantees 0.5 and 0.1, the remaining 0.4 goes 1 : 3, and the second takes no more than 0.3 in all.
TEST(CellSlices, DividedByHand) {
  Setting setting;
  setting.slices = {slice(0.5, 1.0, 1.0), slice(0.1, 0.3, 3.0)};
  setting.add(2, {{60.0, 1.0}, {80.0, 0.0}, {}});
  setting.add(2, {{30.0, 0.0}, {}, {}});
  const auto& rows = setting.run();
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].cell.index(), 2U);
  EXPECT_EQ(rows[0].slice.index(), 0U);
  EXPECT_EQ(rows[0].guaranteed_share, 0.5);
  EXPECT_NEAR(rows[0].down.offered_mbit_s, 90.0, 1e-12);
  EXPECT_NEAR(rows[0].down.needed_share, 0.9, 1e-12);
  EXPECT_NEAR(rows[0].down.given_share, 0.7, 1e-12);
  EXPECT_NEAR(rows[0].down.short_share, 0.2, 1e-12);
  EXPECT_EQ(rows[0].down.capped_share, 0.0);
  EXPECT_NEAR(rows[0].down.carried_mbit_s, 70.0, 1e-9);
  EXPECT_NEAR(rows[0].up.given_share, 0.05, 1e-12);
  EXPECT_NEAR(rows[0].up.carried_mbit_s, 1.0, 1e-12);
  EXPECT_NEAR(rows[1].down.given_share, 0.3, 1e-12);
  EXPECT_NEAR(rows[1].down.short_share, 0.5, 1e-12);
  EXPECT_NEAR(rows[1].down.capped_share, 0.5, 1e-12);
  EXPECT_NEAR(rows[1].down.carried_mbit_s, 30.0, 1e-9);
  EXPECT_TRUE(rows[0].falls_short && rows[1].falls_short);
  EXPECT_FALSE(rows[0].overcommitted);
  EXPECT_NEAR(setting.result.cells[2].carried_down_mbit_s, 100.0, 1e-9);
  EXPECT_NEAR(setting.result.cells[2].carried_up_mbit_s, 1.0, 1e-9);
  EXPECT_EQ(setting.result.cells[0].carried_down_mbit_s, 0.0);
  ASSERT_EQ(setting.result.notes.size(), 2U);
  EXPECT_EQ(setting.result.notes[0].place, "network slice S-1");
  EXPECT_EQ(setting.result.notes[0].text, "It falls short in the downlink of these radio cells, by this share of the cell: C-3 (20.0 %).");
  EXPECT_EQ(
      setting.result.notes[1].text,
      "It falls short in the downlink of these radio cells, by this share of the cell: C-3 (50.0 %); at least in part because of its own "
      "highest share.");
}

// Guarantees 0.9 and 0.6 meet in radio cell 0, where both are cut by 1.5; in radio cell 1 the second is alone.
TEST(CellSlices, GuaranteesExceedOneCellAndFitAnother) {
  Setting setting;
  setting.slices = {slice(0.9, 1.0, 1.0), slice(0.6, 1.0, 1.0)};
  setting.add(0, {{100.0, 0.0}, {100.0, 0.0}, {}});
  setting.add(1, {{}, {55.0, 0.0}, {}});
  const auto& rows = setting.run();
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_TRUE(rows[0].overcommitted && rows[1].overcommitted);
  EXPECT_NEAR(rows[0].down.given_share, 0.6, 1e-12);
  EXPECT_NEAR(rows[1].down.given_share, 0.4, 1e-12);
  EXPECT_FALSE(rows[2].overcommitted || rows[2].falls_short);
  EXPECT_NEAR(rows[2].down.given_share, 0.55, 1e-12);
  ASSERT_EQ(setting.result.notes.size(), 3U);
  EXPECT_EQ(setting.result.notes[2].place, "network slices");
  EXPECT_NE(setting.result.notes[2].text.find("cut by one factor: C-1 (150.0 %)."), std::string::npos) << setting.result.notes[2].text;
}

// What no slice carries is a row of its own: guarantee 0.4 first, the rest by weights 2 : 1.
TEST(CellSlices, TrafficOfNoSlice) {
  Setting setting;
  setting.slices = {slice(0.4, 1.0, 2.0)};
  setting.add(0, {{100.0, 0.0}, {90.0, 0.0}});
  const auto& rows = setting.run();
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_FALSE(rows[1].slice.valid());
  EXPECT_NEAR(rows[0].down.given_share, 0.4 + 0.4, 1e-12);
  EXPECT_NEAR(rows[1].down.given_share, 0.2, 1e-12);
  ASSERT_EQ(setting.result.notes.size(), 2U);
  EXPECT_EQ(setting.result.notes[1].place, "network slices");
  EXPECT_TRUE(setting.result.notes[1].text.starts_with("Traffic that no slice carries falls short")) << setting.result.notes[1].text;
}

// A need of three cells: 0.6 of one is denied by the highest share, the rest nobody could give.
TEST(CellSlices, ALimitDeniesNoMoreThanACellHas) {
  Setting setting;
  setting.slices = {slice(0.1, 0.4, 1.0), slice(0.1, 1.0, 1.0)};
  setting.add(0, {{300.0, 0.0}, {300.0, 0.0}, {}});
  const auto& rows = setting.run();
  EXPECT_NEAR(rows[0].down.short_share, 2.6, 1e-12);
  EXPECT_NEAR(rows[0].down.capped_share, 0.6, 1e-12);
  EXPECT_NEAR(rows[1].down.short_share, 2.4, 1e-12);
  EXPECT_EQ(rows[1].down.capped_share, 0.0);
  EXPECT_NE(setting.result.notes[0].text.find("highest share"), std::string::npos);
  EXPECT_EQ(setting.result.notes[1].text.find("highest share"), std::string::npos);
}

TEST(CellSlices, OutOfReachIsOfferedAndNotNeeded) {
  Setting setting;
  setting.slices = {slice(0.1, 1.0, 1.0), slice(0.1, 1.0, 1.0)};
  setting.add(0, {{40.0, 0.0}, {}, {}}, 3, 1);
  setting.add(1, {{40.0, 0.0}, {}, {}}, 0, 4);
  const auto& rows = setting.run();
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_NEAR(rows[0].down.offered_mbit_s, 40.0, 1e-12);
  EXPECT_NEAR(rows[0].down.needed_share, 0.3, 1e-12);
  EXPECT_NEAR(rows[0].down.carried_mbit_s, 30.0, 1e-12);
  EXPECT_NEAR(rows[1].down.offered_mbit_s, 40.0, 1e-12);
  EXPECT_EQ(rows[1].down.needed_share, 0.0);
  EXPECT_EQ(rows[1].down.carried_mbit_s, 0.0);
  EXPECT_FALSE(rows[1].falls_short);
  ASSERT_EQ(setting.result.notes.size(), 1U);
  EXPECT_EQ(setting.result.notes[0].place, "network slice S-2");
  EXPECT_NE(setting.result.notes[0].text.find("No connected assets"), std::string::npos);
}

TEST(CellSlices, AParkWithoutSlicesStaysAsItIs) {
  Setting setting;
  setting.add(0, {{40.0, 0.0}});
  EXPECT_TRUE(setting.run().empty());
  EXPECT_EQ(setting.result.cells[0].carried_down_mbit_s, 77.0);
  EXPECT_TRUE(setting.result.notes.empty());
}

Setting random_setting(const RandomSequence& random, std::uint32_t round) {
  Setting setting;
  const std::uint32_t slices = 1 + round % 4;
  std::uint32_t draw = 1000 * round;
  const auto next = [&](double low, double high) { return random.uniform(draw++, low, high); };
  for (std::uint32_t i = 0; i < slices; ++i) {
    const double guaranteed = next(0.0, round % 3 == 0 ? 0.9 : 0.25);
    setting.slices.push_back(slice(guaranteed, next(guaranteed, 1.0), next(0.5, 4.0)));
  }
  for (std::size_t k = 0; k < 12; ++k) {
    std::vector<Demand> demands;
    for (std::uint32_t i = 0; i <= slices; ++i) demands.push_back({next(-20.0, 60.0), next(-3.0, 12.0)});
    for (auto& demand : demands) demand = {std::max(0.0, demand.down_mbit_s), std::max(0.0, demand.up_mbit_s)};
    const auto within_reach = 1 + random.below(draw++, 9);
    setting.add(k % 5, demands, within_reach, random.below(draw++, 3));
  }
  return setting;
}

TEST(CellSlices, NoCellGivesMoreThanItHasNorCarriesMoreThanIsOffered) {
  const RandomSequence random(61, 0, 0);
  int overcommitted = 0;
  for (std::uint32_t round = 0; round < 60; ++round) {
    Setting setting = random_setting(random, round);
    std::vector<double> given_down(5);
    std::vector<double> given_up(5);
    std::vector<double> carried(5);
    for (const auto& row : setting.run()) {
      given_down[row.cell.index()] += row.down.given_share;
      given_up[row.cell.index()] += row.up.given_share;
      carried[row.cell.index()] += row.down.carried_mbit_s;
      for (const auto* direction : {&row.down, &row.up}) {
        EXPECT_LE(direction->carried_mbit_s, direction->offered_mbit_s * (1.0 + 1e-12));
        EXPECT_LE(direction->given_share, direction->needed_share * (1.0 + 1e-12));
        EXPECT_NEAR(direction->given_share + direction->short_share, direction->needed_share, 1e-12);
      }
      // All users of a cell have the same full rate here.
      EXPECT_NEAR(row.down.carried_mbit_s, 100.0 * row.down.given_share, 1e-9);
      EXPECT_NEAR(row.up.carried_mbit_s, 20.0 * row.up.given_share, 1e-9);
      overcommitted += row.overcommitted ? 1 : 0;
    }
    for (std::size_t cell = 0; cell < 5; ++cell) {
      EXPECT_LE(given_down[cell], 1.0 + 1e-12);
      EXPECT_LE(given_up[cell], 1.0 + 1e-12);
      EXPECT_NEAR(carried[cell], setting.result.cells[cell].carried_down_mbit_s, 1e-9);
    }
  }
  EXPECT_GT(overcommitted, 20);  // the cases hold both kinds
  EXPECT_LT(overcommitted, 500);
}

TEST(CellSlices, MoreGuaranteeNeverGivesLess) {
  const RandomSequence random(62, 0, 0);
  int gained = 0;
  for (std::uint32_t round = 0; round < 60; ++round) {
    Setting setting = random_setting(random, round);
    const auto before = setting.run();
    const std::size_t chosen = round % setting.slices.size();
    auto& raised = setting.slices[chosen];
    raised.guaranteed_share += random.uniform(1000 * round + 900, 0.0, 1.0) * (raised.highest_share - raised.guaranteed_share);
    const auto& after = setting.run();
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (!before[i].slice.valid() || before[i].slice.index() != chosen) continue;
      EXPECT_GE(after[i].down.given_share, before[i].down.given_share - 1e-12);
      EXPECT_GE(after[i].up.given_share, before[i].up.given_share - 1e-12);
      gained += after[i].down.given_share > before[i].down.given_share + 1e-6 ? 1 : 0;
    }
  }
  EXPECT_GT(gained, 20);
}

// One slice for all traffic, with the whole cell, is as good as none: the cells carry what cell_traffic.h says they do.
TEST(CellSlices, ASliceOfEverythingChangesNothing) {
  auto draft = test::two_site_draft();
  for (std::size_t i = 0; i < draft.buildings.size(); ++i) draft.buildings[i].enterprise = Id<Enterprise>(i);
  Park park = draft.park();
  std::vector<Enterprise> enterprises(4);
  std::vector<ConnectedAssets> assets(4);
  for (std::size_t i = 0; i < 4; ++i) {
    enterprises[i].id = "E-" + std::to_string(i);
    assets[i].id = "A-" + std::to_string(i);
    assets[i].enterprise = Id<Enterprise>(i);
    assets[i].bearer = AssetBearer::nr;
    assets[i].count = 40;
    assets[i].rate_down = MegabitsPerSecond(6.0 * static_cast<double>(i + 1));
    assets[i].rate_up = MegabitsPerSecond(1.0);
  }
  park.enterprises = Part(Table(enterprises));
  park.connected_assets = Part(Table(assets));
  Options options;
  options.resolution = Metres(5.0);
  const auto without = test::simulated(park, options);
  NetworkSlice everything = slice(0.0, 1.0, 1.0);
  everything.id = "S-1";
  park.network_slices = Part(Table(std::vector<NetworkSlice>{everything}));
  const auto with = test::simulated(park, options);
  int saturated = 0;
  for (std::size_t i = 0; i < with.cells.size(); ++i) {
    EXPECT_NEAR(with.cells[i].carried_down_mbit_s, without.cells[i].carried_down_mbit_s, 1e-9);
    EXPECT_NEAR(with.cells[i].carried_up_mbit_s, without.cells[i].carried_up_mbit_s, 1e-9);
    saturated += with.cells[i].saturated ? 1 : 0;
  }
  EXPECT_GT(saturated, 0);
  EXPECT_LT(saturated, 5);
  EXPECT_EQ(content_hash(with.rsrp_dbm), content_hash(without.rsrp_dbm));
  EXPECT_EQ(content_hash(with.sinr_db), content_hash(without.sinr_db));
  for (const auto& row : with.slices) {
    EXPECT_NEAR(row.down.needed_share, with.cells[row.cell.index()].needed_load_down, 1e-12);
    EXPECT_NEAR(row.up.needed_share, with.cells[row.cell.index()].needed_load_up, 1e-12);
  }
}

}  // namespace
}  // namespace parktwin::radio
