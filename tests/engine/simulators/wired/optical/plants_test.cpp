#include "engine/simulators/wired/optical/plants.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/simulators/wired/optical/optical.h"
#include "tests/engine/simulators/wired/optical/pon_park.h"

namespace parktwin::wired::optical {
namespace {

using ::testing::ElementsAre;

/// The unit U of PonPark belongs to plant E0; behind it line switch W (4) and controller C (5); plant E1 has switch X (6) elsewhere.
struct Plants {
  PonPark of;

  Plants() {
    for (const auto& [id, kind, enterprise] :
         {std::tuple{"W", NodeKind::tsn_switch, 0}, std::tuple{"C", NodeKind::end_station, 0}, std::tuple{"X", NodeKind::tsn_switch, 1}}) {
      NetworkNode node;
      node.id = id;
      node.kind = kind;
      node.enterprise = Id<Enterprise>(static_cast<std::size_t>(enterprise));
      of.nodes.push_back(node);
    }
    of.nodes[3].enterprise = Id<Enterprise>(0);
    active(3, 4);
    active(4, 5);
  }

  void active(std::size_t from, std::size_t to) {
    of.join("to " + of.nodes[to].id, from, to, 5.0);
    of.links.back().medium = LinkMedium::copper;
  }

  [[nodiscard]] Park park() const {
    Park made = of.park();
    std::vector<Enterprise> enterprises(3);
    for (std::size_t i = 0; i < enterprises.size(); ++i) enterprises[i].id = "E" + std::to_string(i);
    made.enterprises = Part(Table(enterprises));
    return made;
  }

  [[nodiscard]] std::vector<PlantNetwork> found() const { return optical::simulate(park(), {}).plants; }
};

TEST(Plants, CountProductionBehindTheirUnits) {
  const auto plants = Plants().found();
  ASSERT_EQ(plants.size(), 2U);
  EXPECT_EQ(plants[0].enterprise, Id<Enterprise>(0));
  EXPECT_EQ(plants[0].production_nodes, 2);
  EXPECT_EQ(plants[0].on_optical, 2);
  EXPECT_THAT(plants[0].units, ElementsAre(Id<NetworkNode>(3)));
  EXPECT_EQ(plants[0].units_met, 1);
  EXPECT_EQ(plants[0].units_protected, 0);
  EXPECT_EQ(plants[1].production_nodes, 1);
  EXPECT_EQ(plants[1].on_optical, 0);
  EXPECT_TRUE(plants[1].units.empty());
  EXPECT_EQ(plants[1].upstream_us, 0.0);
  EXPECT_EQ(notes_on(plants).at(0).text,
            "1 of 2 plants with a production network have it on optical network units with enough light, 0 more on units without.");
  EXPECT_TRUE(notes_on(std::vector<PlantNetwork>{}).empty());
}

TEST(Plants, WaitOneFrameAndTheFibre) {
  const PlantNetwork plant = Plants().found().at(0);
  EXPECT_EQ(plant.fibre_m, 5000.0);
  EXPECT_NEAR(plant.propagation_us, 5.0 * 1.468 / 0.299792, 0.05);
  EXPECT_NEAR(plant.upstream_us, 125.0 + plant.propagation_us, 1e-12);
}

TEST(Plants, AreNotOnOpticalWithoutEnoughLight) {
  Plants plants;
  plants.of.nodes[2].splitter_ratio = 2;
  const PlantNetwork plant = plants.found().at(0);
  EXPECT_EQ(plant.on_optical, 0);
  EXPECT_EQ(plant.units_met, 0);
  EXPECT_EQ(plant.units.size(), 1U);
  EXPECT_NE(notes_on(plants.found()).at(0).text.find("0 of 2"), std::string::npos);
  EXPECT_NE(notes_on(plants.found()).at(0).text.find("1 more"), std::string::npos);
}

TEST(Plants, KnowTheProtectionOfTheirUnits) {
  Plants plants;
  plants.of.join("second feeder", 1, 2, 4000.0);
  EXPECT_EQ(plants.found().at(0).units_protected, 1);
  EXPECT_EQ(plants.found().at(0).units_apart, 0);  // no ducts are recorded
}

TEST(Plants, CountOnlyWhatWorksAndIsTheirOwn) {
  Plants plants;
  plants.of.nodes[4].operational = false;
  EXPECT_EQ(plants.found().at(0).production_nodes, 1);
  EXPECT_EQ(plants.found().at(0).on_optical, 0);
  plants = Plants();
  plants.of.nodes[5].enterprise = Id<Enterprise>(1);
  EXPECT_EQ(plants.found().at(0).on_optical, 1);
  EXPECT_EQ(plants.found().at(1).production_nodes, 2);
  EXPECT_EQ(plants.found().at(1).on_optical, 0);
  plants = Plants();
  plants.of.links[2].operational = false;
  EXPECT_TRUE(plants.found().at(0).units.empty());
}

}  // namespace
}  // namespace parktwin::wired::optical
