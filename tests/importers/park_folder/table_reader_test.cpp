#include "importers/park_folder/table_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/park/park.h"

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;

Feature feature(std::size_t number, std::vector<Attribute> attributes, Point position) {
  Feature result;
  result.number = number;
  result.attributes = std::move(attributes);
  result.shape.points = {position};
  return result;
}

TEST(TableReader, AsksForMappedColumns) {
  LayerSection section;
  section.fields["height_m"] = {"H", ""};
  EXPECT_THAT(wanted_columns(fields_of<Tree>(), section), ElementsAre("id", "H", "crown_diameter_m"));
}

TEST(TableReader, ColumnDefaultAndReplacement) {
  LayerSection section;
  section.fields["height_m"] = {"H", ""};
  section.values["height_m"]["tall"] = {"25", ""};
  section.defaults["crown_diameter_m"] = {"6", ""};
  VectorLayer layer;
  layer.name = "trees";
  layer.columns = layer.available = {"id", "H"};
  layer.features = {feature(1, {std::string("A"), std::string("tall")}, {1, 2}), feature(2, {std::int64_t{7}, Attribute()}, {3, 4})};
  layer.features[1].shape.points.push_back({5, 6});
  Problems list;
  TableProblems problems(list);
  Draft<Tree> draft;
  TableReader<Tree> reader("trees", "trees.csv", plan_fields("trees", fields_of<Tree>(), section, layer, "trees.csv", problems), draft,
                           problems);
  reader.read(layer);
  EXPECT_TRUE(list.empty());
  ASSERT_EQ(draft.records.size(), 3u);
  EXPECT_EQ(draft.records[0].height, Metres(25.0));
  EXPECT_EQ(draft.records[0].crown_diameter, Metres(6.0));
  EXPECT_EQ(draft.records[1].id, "7");
  EXPECT_EQ(draft.records[1].height, Tree{}.height) << "missing: the type's own default";
  EXPECT_EQ(draft.records[2].id, "7.2");
  EXPECT_EQ(draft.records[2].position, (Point{5, 6}));
  EXPECT_EQ(reader.split(), 1u);
  EXPECT_THAT(draft.given, ElementsAre(0b011u, 0b001u, 0b001u)) << "defaults were not given by the source";
}

TEST(TableReader, MissingColumns) {
  LayerSection section;
  section.fields["height_m"] = {"H", ""};
  VectorLayer layer;
  layer.name = "trees";
  layer.available = layer.columns = {"name"};
  Problems list;
  TableProblems problems(list);
  (void)plan_fields("trees", fields_of<Tree>(), section, layer, "t.csv", problems);
  ASSERT_EQ(list.list().size(), 2u);
  EXPECT_EQ(to_string(list.list()[0]), "t.csv: layer trees: has no column id for unique id; found name");
  EXPECT_EQ(to_string(list.list()[1]), "t.csv: layer trees: has no column H for field height_m; found name");
  EXPECT_TRUE(problems.excused_field("trees", "id"));
}

}  // namespace
}  // namespace parktwin::importers
