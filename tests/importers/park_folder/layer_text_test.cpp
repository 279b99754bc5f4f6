#include "importers/park_folder/layer_text.h"

#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

TEST(LayerText, JsonStrings) {
  EXPECT_EQ(json_string("a \"b\" \\ c"), "\"a \\\"b\\\" \\\\ c\"");
  EXPECT_EQ(json_string("line\nnext\ttab\x01"), "\"line\\nnext\\ttab\\u0001\"");
  EXPECT_EQ(json_string("园区"), "\"园区\"");
}

TEST(LayerText, CsvCells) {
  EXPECT_EQ(csv_cell("plain text"), "plain text");
  EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_cell("say \"yes\""), "\"say \"\"yes\"\"\"");
  EXPECT_EQ(csv_cell(" edge"), "\" edge\"");
  EXPECT_EQ(csv_cell("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(csv_cell(""), "");
}

TEST(LayerText, CoordinatesOfTheCrs) {
  const CoordinateText text({"EPSG:4549", {512300.25, 3456700.5}});
  EXPECT_EQ(text.geometry(Point{1.1, -0.5}), "{\"type\": \"Point\", \"coordinates\": [512301.35, 3456700.00]}");
  EXPECT_EQ(text.geometry(LineString{{{0, 0}, {1, 0}}}),
            "{\"type\": \"LineString\", \"coordinates\": [[512300.25, 3456700.50], [512301.25, 3456700.50]]}");
  EXPECT_EQ(text.geometry(LineString{}), "null");
  EXPECT_EQ(text.geometry(Polygon{{{0, 0}, {1, 0}, {0, 1}}, {}}),
            "{\"type\": \"Polygon\", \"coordinates\": [[[512300.25, 3456700.50], [512301.25, 3456700.50], [512300.25, 3456701.50], "
            "[512300.25, 3456700.50]]]}");
  const CoordinateText zero({"EPSG:4549", {0.0, 0.0}});
  EXPECT_EQ(zero.geometry(Point{-0.0, 0.0}), "{\"type\": \"Point\", \"coordinates\": [0.00, 0.00]}");
  const CoordinateText fine({"EPSG:4549", {512300.1234, 3456700.5}});
  EXPECT_EQ(fine.geometry(Point{1.1, 0.0}), "{\"type\": \"Point\", \"coordinates\": [512301.2234, 3456700.5000]}");
}

TEST(LayerText, MembersByKind) {
  Enterprise first;
  first.id = "E-1";
  Enterprise second;
  second.id = "E-2";
  Park park;
  park.enterprises = Part<Table<Enterprise>>(Table<Enterprise>({first, second}));
  EXPECT_EQ(json_text(park, std::vector<Id<Enterprise>>{Id<Enterprise>(1), Id<Enterprise>(0)}), "\"E-2 E-1\"");
  EXPECT_EQ(json_text(park, Id<Enterprise>()), "null");
  EXPECT_EQ(json_text(park, std::vector<double>{0.1 + 0.2, 3.0}), "\"0.30000000000000004 3\"");
  EXPECT_EQ(json_text(park, std::optional<MegawattHours>()), "null");
  EXPECT_EQ(json_text(park, std::optional<MegawattHours>(MegawattHours(0.1 + 0.2))), "0.30000000000000004");
  EXPECT_EQ(json_text(park, true), "true");
  EXPECT_EQ(json_text(park, Sector::food), "\"food\"");
  EXPECT_EQ(json_text(park, gigahertz(3.5)), "3500000000");
  EXPECT_EQ(json_text(park, std::string("12")), "\"12\"");
}

}  // namespace
}  // namespace parktwin::importers
