// The extract of Krems against a reading of its XML with nothing of ours: counts by scanning, areas on a sphere of the local radius.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>

#include <cpl_vsi.h>

#include "importers/gdal_layers/vector_layer.h"
#include "importers/recipe/recipe.h"
#include "importers/recipe/road_shift.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

const std::filesystem::path krems = std::filesystem::path(PARKTWIN_SHARED_DIR) / "data/osm/krems.osm.gz";

std::string unpacked(const std::filesystem::path& file) {
  VSILFILE* stream = VSIFOpenL(("/vsigzip/" + file.string()).c_str(), "rb");
  std::string text;
  std::string buffer(1U << 20U, '\0');
  for (std::size_t got = 1; got > 0;) {
    got = VSIFReadL(buffer.data(), 1, buffer.size(), stream);
    text.append(buffer, 0, got);
  }
  VSIFCloseL(stream);
  return text;
}

std::string attribute(const std::string& line, const std::string& name) {
  const auto at = line.find(" " + name + "=");
  if (at == std::string::npos) return "";
  const auto begin = at + name.size() + 3;
  return line.substr(begin, line.find(line[begin - 1], begin) - begin);
}

struct Counted {
  std::size_t buildings = 0;
  std::size_t trees = 0;
  std::size_t industrial = 0;
  double area_m2 = 0.0;
  std::map<std::string, double> power_line_m;  ///< by way
};

// Radii of curvature at 48.4 degrees north on WGS 84: meridian 6 371 140 m, normal 6 390 100 m.
double length_m(const std::map<std::string, std::pair<double, double>>& nodes, const std::vector<std::string>& refs) {
  const double degree = 3.14159265358979323846 / 180.0;
  double sum = 0.0;
  for (std::size_t i = 0; i + 1 < refs.size(); ++i) {
    const auto a = nodes.at(refs[i]);
    const auto b = nodes.at(refs[i + 1]);
    sum += std::hypot((b.first - a.first) * degree * 6390100.0 * std::cos(a.second * degree), (b.second - a.second) * degree * 6371140.0);
  }
  return sum;
}

Counted scanned(const std::string& text) {
  Counted result;
  std::map<std::string, std::pair<double, double>> nodes;
  std::vector<std::string> refs;
  std::map<std::string, std::string> tags;
  std::map<std::string, double> way_area;
  std::map<std::string, bool> is_building;
  std::vector<std::pair<bool, std::string>> members;  // whether a hole, and the way
  std::string way;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const bool opens_node = line.find("<node ") != std::string::npos;
    const bool opens_way = line.find("<way ") != std::string::npos;
    if (opens_node || opens_way || line.find("<relation ") != std::string::npos) {
      if (opens_way) way = attribute(line, "id");
      members.clear();
      refs.clear();
      tags.clear();
    }
    if (opens_node) nodes[attribute(line, "id")] = {std::stod(attribute(line, "lon")), std::stod(attribute(line, "lat"))};
    if (line.find("<nd ") != std::string::npos) refs.push_back(attribute(line, "ref"));
    if (line.find("<tag ") != std::string::npos) tags[attribute(line, "k")] = attribute(line, "v");
    if (line.find("<member type='way'") != std::string::npos) {
      members.emplace_back(attribute(line, "role") == "inner", attribute(line, "ref"));
    }
    if (line.find("</relation>") != std::string::npos && tags["type"] == "multipolygon") {  // courtyards of a building that is its outline
      const bool of_building =
          std::any_of(members.begin(), members.end(), [&](const auto& member) { return !member.first && is_building[member.second]; });
      for (const auto& [hole, ref] : members) result.area_m2 -= of_building && hole ? way_area[ref] : 0.0;
    }
    if (line.find("</node>") != std::string::npos && tags["natural"] == "tree") ++result.trees;
    if (line.find("</way>") != std::string::npos && tags["power"] == "line") {
      result.power_line_m[way] = length_m(nodes, refs);
    }
    if (line.find("</way>") == std::string::npos || refs.size() < 4 || refs.front() != refs.back()) continue;
    if (tags.contains("landuse") && tags["landuse"] == "industrial") ++result.industrial;
    // Radii of curvature at 48.4 degrees north on WGS 84: meridian 6 371 140 m, normal 6 390 100 m.
    const double degree = 3.14159265358979323846 / 180.0;
    double twice = 0.0;
    const auto first = nodes.at(refs.front());
    const auto local = [&](const std::string& ref) {
      const auto p = nodes.at(ref);
      return std::pair((p.first - first.first) * degree * 6390100.0 * std::cos(first.second * degree),
                       (p.second - first.second) * degree * 6371140.0);
    };
    for (std::size_t i = 0; i + 1 < refs.size(); ++i) {
      const auto a = local(refs[i]);
      const auto b = local(refs[i + 1]);
      twice += a.first * b.second - b.first * a.second;
    }
    way_area[way] = std::abs(twice) / 2.0;
    is_building[way] = tags.contains("building");
    if (!is_building[way]) continue;
    ++result.buildings;
    result.area_m2 += way_area[way];
  }
  return result;
}

TEST(OpenStreetMap, KremsAgreesWithAnotherReading) {
  const testing::TemporaryFolder folder;
  std::filesystem::copy_file(krems, folder.path() / "krems.osm.gz");
  const auto file = folder.write("recipe.yaml",
                                 "recipe: krems\nname: Krems\ncrs: EPSG:32633\nsources:\n"
                                 "  - {table: buildings, file: krems.osm.gz, preset: osm}\n"
                                 "  - {table: roads, file: krems.osm.gz, preset: osm}\n"
                                 "  - {table: zones, file: krems.osm.gz, preset: osm}\n"
                                 "  - {table: parcels, file: krems.osm.gz, preset: osm, where: landuse = 'industrial'}\n"
                                 "  - {table: trees, file: krems.osm.gz, preset: osm}\n");
  const auto imported = import_by_recipe(file);
  const auto& park = imported.loaded.park;
  const auto expected = scanned(unpacked(krems));
  EXPECT_EQ(imported.report.sources[0].features, expected.buildings);
  EXPECT_EQ(park.trees->size(), expected.trees);
  EXPECT_EQ(imported.report.sources[3].features, expected.industrial);
  EXPECT_GT(park.roads->size(), 100U);
  double footprints = 0.0;
  for (const auto& building : *park.buildings) {
    footprints += area(building.footprint);
    EXPECT_TRUE(building.height_assumed) << building.id;
  }
  EXPECT_NEAR(footprints / (0.9996 * 0.9996), expected.area_m2, 0.003 * expected.area_m2);  // the scale of UTM near its central meridian
  EXPECT_GE(imported.report.guesses(), park.buildings->size());
}

TEST(OpenStreetMap, AShiftOfTheRoadsOfKremsShowsAgainstItsBuildings) {
  const auto layer_of = [](const char* layer, const char* where) {
    VectorRequest request;
    request.file = krems;
    request.layer = layer;
    request.where = where;
    request.frame = {"EPSG:32633", {}};
    request.repair = true;
    Problems problems;
    auto read = read_vector_layer(request, problems);
    EXPECT_TRUE(read && problems.empty());
    return read ? *read : VectorLayer{};
  };
  std::vector<Point> buildings;
  std::vector<LineString> roads;
  for (const auto& feature : layer_of("multipolygons", "building IS NOT NULL").features) {
    for (const auto& polygon : feature.shape.area.polygons) buildings.push_back(centroid(polygon));
  }
  for (const auto& feature : layer_of("lines", "highway IS NOT NULL").features)
    roads.insert(roads.end(), feature.shape.lines.begin(), feature.shape.lines.end());
  EXPECT_FALSE(shift_of_roads(buildings, roads));
  for (const Point by : {Point{280.0, -390.0}, Point{-150.0, 60.0}, Point{50.0, 900.0}}) {
    auto moved = roads;
    for (auto& road : moved) {
      for (auto& p : road.points) p = {p.x + by.x, p.y + by.y};
    }
    const auto found = shift_of_roads(buildings, moved);
    ASSERT_TRUE(found) << by.x << " " << by.y;
    EXPECT_LT(distance(found->by, by), 25.0) << by.x << " " << by.y;
  }
}

TEST(OpenStreetMap, PowerLinesOfKremsAreAGridOfTheSameLength) {
  const testing::TemporaryFolder folder;
  std::filesystem::copy_file(krems, folder.path() / "krems.osm.gz");
  const auto file = folder.write("recipe.yaml",
                                 "recipe: krems\nname: Krems\ncrs: EPSG:32633\nsources:\n"
                                 "  - {table: buses, file: krems.osm.gz, preset: osm}\n"
                                 "  - {table: power_lines, file: krems.osm.gz, preset: osm}\n");
  const auto imported = import_by_recipe(file);
  const auto& park = imported.loaded.park;
  const auto expected = scanned(unpacked(krems));
  std::map<std::string, double> found_m;
  for (const auto& line : *park.power_lines) {
    EXPECT_NE(line.from.index(), line.to.index()) << line.id;
    EXPECT_NEAR(line.length.value(), length(line.path), 0.02);
    found_m[line.id.substr(5, line.id.find('-', 5) - 5)] += line.length.value();  // OSM-w123, OSM-w123-2 …
  }
  const auto& findings = imported.report.sources[1].findings;
  const auto within = findings.find({Finding::dropped, "stretches with both ends at one bus"});
  const std::size_t left_out = within == findings.end() ? 0 : within->second.count;
  ASSERT_EQ(expected.power_line_m.size(), 8U);
  EXPECT_EQ(found_m.size() + left_out, expected.power_line_m.size());
  for (const auto& [way, expected_m] : expected.power_line_m) {
    const auto found = found_m.find(way);
    if (found == found_m.end()) {
      EXPECT_LT(expected_m, 200.0) << way;  // from portal to portal of one station
    } else {
      EXPECT_NEAR(found->second / 0.9996, expected_m, 0.002 * expected_m) << way;
    }
  }
}

}  // namespace
}  // namespace parktwin::importers
