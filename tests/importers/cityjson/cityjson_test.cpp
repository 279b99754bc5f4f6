#include "importers/cityjson/cityjson.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/core/random.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;

/// A box of 10 m by 20 m by 8 m at (91000, 436000, 5), as a solid whose surfaces have a meaning or not.
nlohmann::json box(bool with_meaning) {
  nlohmann::json geometry = {
      {"type", "Solid"},
      {"lod", "1.2"},
      {"boundaries", {{{{0, 3, 2, 1}}, {{4, 5, 6, 7}}, {{0, 1, 5, 4}}, {{1, 2, 6, 5}}, {{2, 3, 7, 6}}, {{3, 0, 4, 7}}}}}};
  if (with_meaning) {
    geometry["semantics"] = {{"surfaces", {{{"type", "GroundSurface"}}, {{"type", "RoofSurface"}}, {{"type", "WallSurface"}}}},
                             {"values", {{0, 1, 2, 2, 2, 2}}}};
  }
  const nlohmann::json attributes = {{"year", 1999}, {"name", "Hall"}, {"flat", true}, {"owners", {{"first", 1}}}};
  return {{"type", "CityJSON"},
          {"version", "2.0"},
          {"transform", {{"scale", {0.01, 0.01, 0.01}}, {"translate", {91000.0, 436000.0, 5.0}}}},
          {"metadata", {{"referenceSystem", "https://www.opengis.net/def/crs/EPSG/0/7415"}}},
          {"vertices",
           {{0, 0, 0}, {1000, 0, 0}, {1000, 2000, 0}, {0, 2000, 0}, {0, 0, 800}, {1000, 0, 800}, {1000, 2000, 800}, {0, 2000, 800}}},
          {"CityObjects",
           {{"B1", {{"type", "Building"}, {"attributes", attributes}, {"geometry", {geometry}}}},
            {"B2", {{"type", "Building"}, {"children", {"B1"}}}},
            {"X1", {{"type", "+Shed"}, {"geometry", {geometry}}}}}}};
}

std::optional<CityModel> read(const std::filesystem::path& file, Problems& problems, const std::string& crs = "") {
  return read_cityjson({file, crs, {"EPSG:28992", {90900.0, 435900.0}}}, problems);
}

CityModel expect_read(const nlohmann::json& root, const std::string& crs = "") {
  const TemporaryFolder folder;
  Problems problems;
  auto model = read(folder.write("model.city.json", root.dump()), problems, crs);
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
  return model.value_or(CityModel{});
}

std::string fault_of(const std::string& text) {
  const TemporaryFolder folder;
  Problems problems;
  EXPECT_FALSE(read(folder.write("bad.city.json", text), problems));
  return problems.empty() ? "" : problems.list().front().place + ": " + problems.list().front().message;
}

TEST(CityJson, ABoxHasItsFootprintAndHeight) {
  for (const bool with_meaning : {true, false}) {
    const auto model = expect_read(box(with_meaning));
    EXPECT_EQ(model.of_extensions, 1U);
    EXPECT_EQ(model.without_geometry, 1U);
    EXPECT_EQ(model.vertical_datum, "NAP height");
    ASSERT_EQ(model.layer.features.size(), 1U);
    const auto& feature = model.layer.features[0];
    EXPECT_NEAR(area(feature.shape.area), 200.0, 1e-6);
    EXPECT_NEAR(bounds(feature.shape.area).low.x, 100.0, 0.01);
    EXPECT_NEAR(bounds(feature.shape.area).low.y, 100.0, 0.01);
    const auto value = [&](const char* name) { return feature.attributes.at(model.layer.column(name).value()); };
    EXPECT_NEAR(std::get<double>(value("height")), 8.0, 1e-9);
    EXPECT_NEAR(std::get<double>(value("ground_height")), 5.0, 1e-9);
    EXPECT_EQ(value("lod"), Attribute(std::string("1.2")));
    EXPECT_EQ(value("year"), Attribute(std::int64_t{1999}));
    EXPECT_EQ(value("flat"), Attribute(std::int64_t{1}));
    EXPECT_EQ(value("parent"), Attribute());
    EXPECT_FALSE(model.layer.column("owners"));
  }
}

TEST(CityJson, TheHighestLevelOfDetailCounts) {
  auto root = box(true);
  root["version"] = "1.1";
  auto& geometries = root["CityObjects"]["B1"]["geometry"];
  geometries.push_back({{"type", "MultiSurface"}, {"lod", "0"}, {"boundaries", {{{0, 1, 2}}}}});
  geometries.push_back({{"type", "MultiPoint"}, {"lod", "3"}, {"boundaries", {0}}});
  const auto model = expect_read(root);
  ASSERT_EQ(model.layer.features.size(), 1U);
  EXPECT_NEAR(area(model.layer.features[0].shape.area), 200.0, 1e-6);
  geometries.erase(geometries.begin());
  const auto outline = expect_read(root);
  ASSERT_EQ(outline.layer.features.size(), 1U);
  EXPECT_NEAR(area(outline.layer.features[0].shape.area), 100.0, 1e-6);
}

TEST(CityJson, TemplatesGiveTheirPlace) {
  auto root = box(true);
  root["CityObjects"] = {{"T1",
                          {{"type", "SolitaryVegetationObject"},
                           {"geometry", {{{"type", "GeometryInstance"}, {"template", 0}, {"boundaries", {2}}, {"lod", "2"}}}}}}};
  const auto model = expect_read(root);
  ASSERT_EQ(model.layer.features.size(), 1U);
  EXPECT_NEAR(model.layer.features[0].shape.points.at(0).x, 110.0, 0.02);
}

TEST(CityJson, HeightsInFeetBecomeMetres) {
  auto root = box(true);
  root["transform"]["translate"] = {1300000.0, 800000.0, 0.0};
  const TemporaryFolder folder;
  Problems problems;
  const auto model = read_cityjson({folder.write("feet.city.json", root.dump()), "EPSG:2992", {"EPSG:32610", {}}}, problems);
  ASSERT_TRUE(model && problems.empty());
  const auto& feature = model->layer.features.at(0);
  EXPECT_NEAR(std::get<double>(feature.attributes[6]), 8.0 * 0.3048, 1e-9);
  EXPECT_NEAR(area(feature.shape.area), 200.0 * 0.3048 * 0.3048, 0.5);
}

TEST(CityJson, WhatIsWrongIsSaid) {
  auto model = box(true);
  EXPECT_THAT(fault_of(model.dump().substr(0, 200)), HasSubstr("is no sound JSON ([json.exception.parse_error.101] parse error at line 1"));
  EXPECT_THAT(fault_of("{}"), HasSubstr("is no CityJSON"));
  model["CityObjects"]["B1"]["geometry"][0]["boundaries"][0][0][0][1] = 99;
  EXPECT_EQ(fault_of(model.dump()), "city object B1: found vertex 99, expected one below 8");
  model["CityObjects"]["B1"]["geometry"][0]["boundaries"][0][0][0][1] = -1;
  EXPECT_EQ(fault_of(model.dump()), "city object B1: found vertex -1, expected one below 8");
  model = box(true);
  model["version"] = "0.9";
  EXPECT_THAT(fault_of(model.dump()), HasSubstr("found \"0.9\", expected 1.1 or 2.0"));
  model = box(true);
  model.erase("metadata");
  EXPECT_THAT(fault_of(model.dump()), HasSubstr("has no coordinate reference system"));
  model = box(true);
  model["vertices"][3] = "corner";
  EXPECT_EQ(fault_of(model.dump()), "vertex 3: found no triple of numbers");
  model["vertices"][3] = {1e300, 0, 0};
  EXPECT_THAT(fault_of(model.dump()), HasSubstr("vertex 3: is not on the Earth"));
  model["vertices"][3] = {0, 0, 1e300};
  EXPECT_THAT(fault_of(model.dump()), HasSubstr("vertex 3: lies at a height of"));
  model = box(true);
  model.erase("CityObjects");
  EXPECT_THAT(fault_of(model.dump()), HasSubstr("CityObjects: missing"));
  EXPECT_THAT(fault_of(std::string(100000, '[')), HasSubstr("byte 64: nests deeper than 64 levels"));
}

TEST(CityJson, AllObjectsAtFaultAreNamed) {
  auto root = box(true);
  root["CityObjects"]["B1"]["geometry"][0]["boundaries"][0][0][0][1] = 99;
  root["CityObjects"]["B2"].erase("type");
  const TemporaryFolder folder;
  Problems problems;
  EXPECT_FALSE(read(folder.write("bad.city.json", root.dump()), problems));
  ASSERT_EQ(problems.list().size(), 2U);
  EXPECT_EQ(problems.list()[1].place, "city object B2");
}

TEST(CityJson, CutAnywhereItIsRefusedWithoutACrash) {
  const std::string text = box(true).dump();
  for (std::size_t length = 1; length < text.size(); length += 7) EXPECT_NE(fault_of(text.substr(0, length)), "") << length;
}

/// A changed byte either is named as a fault or leaves a model; never anything else.
TEST(CityJson, ChangedBytesNeverCrash) {
  const TemporaryFolder folder;
  const std::string text = box(true).dump();
  std::size_t refused = 0;
  for (std::uint32_t trial = 0; trial < 400; ++trial) {
    const RandomSequence draw(11, 0, trial);
    std::string changed = text;
    for (std::uint32_t i = 0; i < 1 + trial % 3; ++i) {
      changed[static_cast<std::size_t>(draw.uniform(2 * i, 0.0, static_cast<double>(text.size())))] =
          "0123456789-{}[]\",:eE.\x00\x80nt"[static_cast<std::size_t>(draw.uniform(2 * i + 1, 0.0, 26.0))];
    }
    Problems problems;
    const auto model = read(folder.write("changed.city.json", changed), problems);
    EXPECT_EQ(model.has_value(), problems.empty()) << changed;
    refused += model ? 0 : 1;
  }
  EXPECT_GT(refused, 150U);
}

}  // namespace
}  // namespace parktwin::importers
