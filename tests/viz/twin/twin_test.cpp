#include "viz/twin/twin.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/viz/scene/hand_made_park.h"
#include "tests/viz/twin/unpacking.h"

namespace parktwin::viz::twin {
namespace {

std::set<std::string> mesh_names(const Json& head, std::size_t state = 0) {
  std::set<std::string> names;
  for (const Json& item : head["states"][state]["meshes"]) names.insert(head["items"][item.get<std::size_t>()]["name"].get<std::string>());
  return names;
}

TEST(Twin, HoldsWhatAPictureShowsAndWhatLiesBelow) {
  Park park = viz::testing::hand_made_park();
  Duct duct;
  duct.id = "D-1";
  duct.path = {{{100.0, 100.0}, {500.0, 100.0}}};
  park.ducts = Part<Table<Duct>>(Table<Duct>({duct}));
  const Results results = viz::testing::hand_made_results(park);
  const std::array states{State{"Now", "现在", "base", &park, &results}};
  const Packed twin = packed_twin(states);
  const std::string bytes = testing::inflated(twin.bytes, twin.head["size"].get<std::size_t>());
  ASSERT_FALSE(bytes.empty());
  for (const char* name : {"ground", "park_ground", "buildings", "facades", "roads", "masts", "shadows", "ducts", "zone_outlines"}) {
    EXPECT_TRUE(mesh_names(twin.head).contains(name)) << name;
  }
  const Json& state = twin.head["states"][0];
  EXPECT_EQ(state["title"]["zh"], "现在");
  EXPECT_TRUE(state["maps"].contains("sinr"));
  EXPECT_FALSE(state["labels"]["zh"].empty());
  const Json& item = twin.head["items"][state["records"].get<std::size_t>()];
  const Json records = Json::parse(bytes.substr(item["at"].get<std::size_t>(), item["records"].get<std::size_t>()));
  EXPECT_EQ(records["ducts"]["D-1"]["id"], "D-1");
  EXPECT_EQ(records["buildings"].size(), park.buildings->size());
  for (const Json& layer : twin.head["layers"]) EXPECT_TRUE(twin.head["legends"].contains(layer["id"].get<std::string>()));
  EXPECT_EQ(twin.head["legends"]["rsrp"]["en"][0]["title"], "SS-RSRP (dBm)");
}

TEST(Twin, StatesShareWhatIsAlike) {
  const Park park = viz::testing::hand_made_park();
  Park other = park;
  Table<RadioSite> sites = *park.radio_sites;
  std::vector<RadioSite> records(sites.begin(), sites.end());
  records[0].position.x += 50.0;
  other.radio_sites = Part<Table<RadioSite>>(Table<RadioSite>(records));
  const Results results = viz::testing::hand_made_results(park);
  const std::array states{State{"a", "", "a", &park, &results}, State{"b", "", "b", &other, &results}};
  const Packed twin = packed_twin(states);
  std::size_t differing = 0;
  const Json& meshes = twin.head["states"][0]["meshes"];
  for (std::size_t i = 0; i < meshes.size(); ++i) differing += meshes[i] != twin.head["states"][1]["meshes"][i] ? 1 : 0;
  EXPECT_EQ(differing, 1U);
  EXPECT_EQ(twin.head["states"][0]["maps"], twin.head["states"][1]["maps"]);
}

TEST(Twin, AnEmptyParkAndAParkWithoutResultsAreFine) {
  const Park park;
  const std::array states{State{"", "", "", &park, nullptr}};
  const Packed twin = packed_twin(states);
  EXPECT_TRUE(mesh_names(twin.head).contains("ground"));
  EXPECT_TRUE(twin.head["states"][0]["maps"].empty());
  EXPECT_EQ(twin.head["layers"].size(), 1U);
}

}  // namespace
}  // namespace parktwin::viz::twin
