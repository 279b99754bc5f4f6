#include "importers/recipe/enterprise_matching.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importers/enterprise_registry/credit_code.h"
#include "importers/recipe/recipe.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using ::testing::HasSubstr;
using testing::TemporaryFolder;

std::string code(const std::string& first_17) { return first_17 + *check_character(first_17); }

std::string square(int number, const std::string& name, const std::string& address, const std::string& parcel) {
  const int x = 500000 + 100 * number;
  return fmt::format(
      R"({{"type":"Feature","properties":{{"nr":"H{0}","bezeichnung":"{1}","adresse":"{2}","flur":"{3}"}},"geometry":{{"type":"Polygon","coordinates":[[[{4},3400000],[{5},3400000],[{5},3400020],[{4},3400020],[{4},3400000]]]}}}})",
      number, name, address, parcel, x, x + 20);
}

const std::string recipe_text =
    "recipe: r\nname: R\ncrs: EPSG:4549\nsources:\n"
    "  - {table: enterprises, file: registry.csv, preset: enterprise_registry}\n"
    "  - table: buildings\n    file: houses.geojson\n    fields: {id: nr, height_m: {constant: 9}, floors: {constant: 2}}\n"
    "    match: {name: bezeichnung, address: adresse, parcel: flur}\n";

void write(const TemporaryFolder& folder) {
  static_cast<void>(folder.write("registry.csv",
                                 "企业名称,统一社会信用代码,行业代码,经营地址,宗地号\n"
                                 "晨曦精密机械有限公司," +
                                     code("91320000000000001") +
                                     ",C3422,星湖路12号,G-7\n"
                                     "远山电子科技有限公司," +
                                     code("91320000000000002") +
                                     ",C3922,星湖路14号,G-8\n"
                                     "远山电子材料有限公司," +
                                     code("91320000000000003") + ",C3985,明月街3号,G-8\n"));
  static_cast<void>(folder.write(
      "houses.geojson",
      R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4549"}},"features":[)" +
          square(1, "晨曦精密机械 1 号厂房", "星湖路12号", "G-7") + "," + square(2, "", "", "G-8") + "," + square(3, "远山电子", "", "") +
          "," + square(4, "", "云海大道99号", "") + "," + square(5, "", "星湖路14号", "G-8") + "]}"));
}

const Building& building(const Park& park, const std::string& id) {
  for (const auto& one : *park.buildings) {
    if (one.id == id) return one;
  }
  throw std::runtime_error("no building " + id);
}

TEST(EnterpriseMatching, ClearPairsCountAndOthersAreListed) {
  const TemporaryFolder folder;
  write(folder);
  const auto imported = import_by_recipe(folder.write("recipe.yaml", recipe_text));
  const auto& park = imported.loaded.park;
  ASSERT_EQ(park.enterprises->size(), 3U);
  EXPECT_EQ((*park.enterprises)[Id<Enterprise>(0)].sector, Sector::machinery);
  EXPECT_EQ(building(park, "H1").enterprise.index(), 0U);
  EXPECT_EQ(building(park, "H5").enterprise.index(), 1U);
  for (const char* open : {"H2", "H3", "H4"}) EXPECT_FALSE(building(park, open).enterprise.valid()) << open;
  std::vector<std::string> listed;
  for (const auto& match : imported.report.matches) listed.push_back(match.building + (match.accepted ? "" : "?"));
  EXPECT_THAT(listed, ::testing::ElementsAre("H1", "H2?", "H3?", "H5"));  // two enterprises share the parcel, two the name
  EXPECT_THAT(report_text(imported.report), HasSubstr("2 buildings matched, 2 to be confirmed"));
  EXPECT_THAT(to_confirm_csv(imported.report), HasSubstr("\nH2,9132"));
  EXPECT_THAT(matches_json(imported.report), HasSubstr("\"accepted\": false"));
  EXPECT_THROW(static_cast<void>(import_by_recipe(folder.path() / "recipe.yaml", true)), InputError);  // likeness is a guess
}

TEST(EnterpriseMatching, ConfirmedPairsComeFirst) {
  const TemporaryFolder folder;
  write(folder);
  static_cast<void>(
      folder.write("confirmed.csv", "building,enterprise\nH2," + code("91320000000000003") + "\nH1," + code("91320000000000002") + "\n"));
  const auto imported = import_by_recipe(folder.write("recipe.yaml", recipe_text + "matching: {confirmed: confirmed.csv, accept: 0.95}\n"));
  EXPECT_EQ(building(imported.loaded.park, "H2").enterprise.index(), 2U);
  EXPECT_EQ(building(imported.loaded.park, "H1").enterprise.index(), 1U);
  EXPECT_FALSE(building(imported.loaded.park, "H5").enterprise.valid());  // 0.95 is not reached
  static_cast<void>(folder.write("confirmed.csv", "building,enterprise\nH2,nobody\n"));
  EXPECT_THROW(static_cast<void>(import_by_recipe(folder.path() / "recipe.yaml")), InputError);
  static_cast<void>(folder.write("confirmed.csv", "a,b\nH2,nobody\n"));
  EXPECT_THROW(static_cast<void>(import_by_recipe(folder.path() / "recipe.yaml")), InputError);
}

}  // namespace
}  // namespace parktwin::importers
