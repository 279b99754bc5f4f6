// Sources in a PostgreSQL/PostGIS that the test starts: what was put in comes out, and nothing can be changed or spied out through it.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "importers/recipe/recipe.h"
#include "tests/importers/gdal_layers/postgis_server.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::PostgisServer;
using testing::TemporaryFolder;

/// 200 houses of 10 m by (5 + n % 7) m, of n % 30 + 3 m height, 40 m apart, and two firms without a place.
const char* const town = R"sql(
CREATE TABLE houses (nr integer PRIMARY KEY, "Höhe" double precision, kind text, outline geometry(Polygon, 4549));
INSERT INTO houses SELECT n, n % 30 + 3, CASE WHEN n % 4 = 0 THEN 'Büro''s' ELSE 'hall' END,
  ST_MakeEnvelope(500000 + 40 * (n % 20), 3400000 + 40 * (n / 20), 500010 + 40 * (n % 20), 3400005 + 40 * (n / 20) + n % 7, 4549)
  FROM generate_series(0, 199) AS n;
CREATE TABLE firms (nr text, title text, since date);
INSERT INTO firms VALUES ('E1', '东方化工有限公司', '2001-02-03'), ('E2', 'Green Mill', NULL);
CREATE TABLE streets (nr text, way geometry(LineString, 4326));
INSERT INTO streets VALUES ('S1', ST_Transform(ST_SetSRID(ST_MakeLine(ST_MakePoint(500000, 3399990), ST_MakePoint(500800, 3399990)), 4549), 4326));
CREATE TABLE loot (word text);
CREATE FUNCTION steal() RETURNS integer LANGUAGE sql AS $$ INSERT INTO loot VALUES ('taken') RETURNING 1 $$;
CREATE VIEW trap AS SELECT steal() AS nr, outline FROM houses;
CREATE ROLE guest LOGIN PASSWORD 'W4chtel-im''Moor';
GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest;
)sql";

const char* const untouched = R"sql(
DO $$ BEGIN
  IF (SELECT count(*) FROM houses) <> 200 OR (SELECT count(*) FROM loot) <> 0 THEN RAISE EXCEPTION 'changed'; END IF;
END $$;
)sql";

std::filesystem::path recipe(const TemporaryFolder& folder, const std::string& sources) {
  return folder.write("recipe.yaml", "recipe: town\nname: Town\ncrs: EPSG:4549\nsources:\n" + sources);
}

/// The faults of an import, one a line; empty for a park.
std::string faults_of(const std::filesystem::path& file) {
  try {
    static_cast<void>(import_by_recipe(file));
    return "";
  } catch (const InputError& error) {
    std::string text;
    for (const auto& problem : error.problems()) text += to_string(problem) + "\n";
    return text;
  }
}

std::string houses(const std::string& connection, const std::string& more) {
  return fmt::format("  - {{table: buildings, file: \"{}\", fields: {{id: {{join: [nr], prefix: H}}}}, {}}}\n", connection, more);
}

TEST(Postgis, WhatWasPutInComesOut) {
  const PostgisServer server(town);
  const TemporaryFolder folder;
  static_cast<void>(folder.write("trees.csv", "nr,e,n\n1,500025,3400090\n"));
  const auto pg = server.connection();
  const auto file =
      recipe(folder,
             fmt::format("  - {{name: h, table: buildings, file: \"{0}\", layer: houses, where: \"Höhe < 20\", fields: {{id: {{join: [nr], "
                         "prefix: H}}, height_m: Höhe, use: {{field: kind, lookup: {{\"Büro's\": office, hall: factory}}}}}}}}\n"
                         "  - {{table: enterprises, file: \"{0}\", layer: firms, fields: {{id: nr, name_zh: title}}}}\n"
                         "  - {{table: roads, file: \"{0}\", layer: streets, fields: {{id: nr, width_m: {{constant: 8}}}}}}\n"
                         "  - {{table: trees, file: trees.csv, crs: EPSG:4549, x: e, y: n, fields: {{id: nr}}}}\n",
                         pg));
  ASSERT_EQ(faults_of(file), "");
  const auto imported = import_by_recipe(file);
  const auto& park = imported.loaded.park;
  std::size_t count = 0;
  double area_m2 = 0.0;
  double height_m = 0.0;
  std::size_t offices = 0;
  for (int n = 0; n < 200; ++n) {
    if (n % 30 + 3 >= 20) continue;
    ++count;
    area_m2 += 10.0 * (5 + n % 7);
    height_m += n % 30 + 3;
    offices += n % 4 == 0 ? 1 : 0;
  }
  EXPECT_EQ(park.buildings->size(), count);
  for (const auto& building : *park.buildings) {
    area_m2 -= area(building.footprint);
    height_m -= building.height.value();
    offices -= building.use == BuildingUse::office ? 1 : 0;
    EXPECT_FALSE(building.height_assumed);
  }
  EXPECT_NEAR(area_m2, 0.0, 1e-6);
  EXPECT_NEAR(height_m, 0.0, 1e-9);
  EXPECT_EQ(offices, 0U);
  ASSERT_EQ(park.enterprises->size(), 2U);
  EXPECT_EQ(park.enterprises->begin()->name_zh, "东方化工有限公司");
  EXPECT_NEAR(length(park.roads->begin()->path), 800.0, 0.02);
  EXPECT_EQ(park.trees->size(), 1U);
  EXPECT_EQ(imported.report.sources.at(0).features, count);
  EXPECT_EQ(server.psql("park", untouched), 0);
}

TEST(Postgis, NothingIsChangedAndNoPasswordIsShown) {
  const PostgisServer server(town);
  const TemporaryFolder folder;
  const auto pg = server.connection();
  for (const std::string name : {"houses; DROP TABLE houses; --", "houses\\\" ; DELETE FROM houses; --", "(SELECT steal())", "steal()",
                                 "public.houses(outline) WHERE steal() = 1", "pg_catalog.pg_authid", "x' OR '1'='1"}) {
    EXPECT_THAT(faults_of(recipe(folder, houses(pg, "layer: \"" + name + "\""))), HasSubstr("no such layer, found ")) << name;
  }
  for (const std::string filter :
       {"1 = 1); DROP TABLE houses; --", "1 = 1); COMMIT; SET default_transaction_read_only = off; DELETE FROM houses; --", "nr = steal()",
        "nr IN (SELECT steal())", "pg_sleep(60) IS NULL"}) {
    EXPECT_THAT(faults_of(recipe(folder, houses(pg, "layer: houses, where: \"" + filter + "\""))), HasSubstr("the filter \"")) << filter;
  }
  EXPECT_THAT(faults_of(recipe(folder, houses(pg, "layer: trap"))), HasSubstr("read-only transaction"));
  EXPECT_THAT(faults_of(recipe(folder, houses(pg + " password=W4chtel", "layer: houses"))),
              AllOf(HasSubstr("line 5"), HasSubstr("holds a password, expected it in token_file"), Not(HasSubstr("W4chtel"))));

  static_cast<void>(folder.write("secret", "W4chtel-im'Moor\n"));
  EXPECT_EQ(faults_of(recipe(folder, houses(server.connection("guest"), "layer: houses, token_file: secret"))), "");
  static_cast<void>(folder.write("secret", "Kr1ckente\n"));
  EXPECT_THAT(faults_of(recipe(folder, houses(server.connection("guest"), "layer: houses, token_file: secret"))),
              AllOf(HasSubstr("password authentication failed"), Not(HasSubstr("Kr1ckente"))));
  EXPECT_THAT(faults_of(recipe(folder, houses("PG:host=/nowhere dbname=park user=guest", "layer: houses, token_file: secret"))),
              AllOf(HasSubstr("PG:host=/nowhere"), HasSubstr("cannot be opened"), Not(HasSubstr("Kr1ckente"))));
  EXPECT_EQ(server.psql("park", untouched), 0);
}

}  // namespace
}  // namespace parktwin::importers
