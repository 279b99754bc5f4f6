#include "viz/scene/object_record.h"

#include <gtest/gtest.h>

#include "tests/viz/scene/hand_made_park.h"
#include "viz/scene/scene.h"

namespace parktwin::viz {
namespace {

TEST(ObjectRecord, EveryGroupOfEveryMeshHasItsRecord) {
  const Park park = testing::hand_made_park();
  std::size_t groups = 0;
  for (const Mesh& mesh : build_scene(park, nullptr, {}).meshes) {
    const auto records = records_of(park, mesh.name);
    for (const auto& group : mesh.groups) {
      ASSERT_TRUE(records.contains(group.record)) << mesh.name << " " << group.record;
      EXPECT_EQ(records.at(group.record)["id"], group.record);
      ++groups;
    }
  }
  EXPECT_GT(groups, 40U);
}

TEST(ObjectRecord, NumbersEnumsAndReferencesAreReadable) {
  const Park park = testing::hand_made_park();
  const Building& building = (*park.buildings)[Id<Building>(0)];
  const auto fields = records_of(park, "buildings").at(building.id);
  EXPECT_EQ(fields["height_m"], building.height.value());
  EXPECT_EQ(fields["use"], std::string(name_of(building.use)));
  EXPECT_FALSE(fields.contains("footprint"));
}

TEST(ObjectRecord, OtherMeshesHaveNone) { EXPECT_TRUE(records_of(testing::hand_made_park(), "ground").empty()); }

}  // namespace
}  // namespace parktwin::viz
