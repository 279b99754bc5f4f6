#include "importers/gdal_layers/raster.h"

#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "importers/gdal_layers/gdal_session.h"
#include "tests/importers/gdal_layers/temporary_folder.h"

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;
using ::testing::StartsWith;
using testing::TemporaryFolder;

// One degree at the equator: 0.01 degree cells around 105 E, 0 N; UTM 48 has its central meridian there.
const LocalFrame utm48{"EPSG:32648", {500000.0, 0.0}};
constexpr int cells = 60;
constexpr double cell = 0.001;

struct RasterMaking {
  bool with_crs = true;
  double missing_marker = -32768.0;
};

/// A GeoTIFF in degrees whose cells hold value(longitude, latitude) of their centres, to centimetres as 16-bit integers hold metres.
std::filesystem::path make_raster(const TemporaryFolder& folder, const RasterMaking& making,
                                  const std::function<double(double, double)>& value) {
  const auto file = folder.path() / "degrees.tif";
  GdalSession session;
  GDALDatasetUniquePtr raster(
      GetGDALDriverManager()->GetDriverByName("GTiff")->Create(file.c_str(), cells, cells, 1, GDT_Float32, nullptr));
  double place[] = {105.0 - 0.5 * cells * cell, cell, 0.0, 0.5 * cells * cell, 0.0, -cell};
  EXPECT_EQ(raster->SetGeoTransform(place), CE_None);
  if (making.with_crs) {
    OGRSpatialReference crs;
    crs.importFromEPSG(4326);
    EXPECT_EQ(raster->SetSpatialRef(&crs), CE_None);
  }
  EXPECT_EQ(raster->GetRasterBand(1)->SetNoDataValue(making.missing_marker), CE_None);
  std::vector<float> row(cells);
  for (int r = 0; r < cells; ++r) {
    for (int c = 0; c < cells; ++c)
      row[static_cast<std::size_t>(c)] = static_cast<float>(value(place[0] + (c + 0.5) * cell, place[3] - (r + 0.5) * cell));
    EXPECT_EQ(raster->GetRasterBand(1)->RasterIO(GF_Write, 0, r, cells, 1, row.data(), cells, 1, GDT_Float32, 0, 0, nullptr), CE_None);
  }
  return file;
}

double plane(double longitude, double latitude) { return 50.0 + 1000.0 * (longitude - 105.0) + 2000.0 * latitude; }

std::optional<FilledGrid> read(const RasterRequest& request, const GridFrame& frame, std::vector<std::string>& lines) {
  Problems problems;
  auto result = read_raster(request, frame, problems);
  lines.clear();
  for (const auto& problem : problems.list()) lines.push_back(problem.message);
  return result;
}

TEST(Raster, ResamplesAPlaneExactly) {
  const TemporaryFolder folder;
  const GridFrame frame{{-2000.0, -1500.0}, 25.0, 160, 120};
  std::vector<std::string> problems;
  const auto result = read({make_raster(folder, {}, plane), utm48, "", std::nullopt}, frame, problems);
  ASSERT_TRUE(result) << problems.front();
  EXPECT_EQ(result->filled_share, 0.0);
  EXPECT_EQ(result->grid.frame, frame);
  for (std::int32_t row = 0; row < frame.rows; row += 7) {
    for (std::int32_t column = 0; column < frame.columns; column += 7) {
      const Point centre = frame.centre(column, row);
      const auto degrees = longitude_latitude(utm48.crs, {utm48.origin.x + centre.x, utm48.origin.y + centre.y});
      ASSERT_TRUE(degrees);
      EXPECT_NEAR(result->grid.at(column, row), plane(degrees->x, degrees->y), 0.01);
    }
  }
}

TEST(Raster, FillsMissingAndUnbelievableCellsAndCountsThem) {
  const TemporaryFolder folder;
  const auto file = make_raster(folder, {}, [](double longitude, double latitude) {
    if (longitude < 105.0 && latitude > 0.0) return -32768.0;
    if (longitude > 105.01) return -77.0;
    return 30.0;
  });
  const GridFrame frame{{-2000.0, -2000.0}, 20.0, 200, 200};
  std::vector<std::string> problems;
  const auto result = read({file, utm48, "", 0.0}, frame, problems);
  ASSERT_TRUE(result) << problems.front();
  for (const float value : result->grid.values) EXPECT_NEAR(value, 30.0F, 1e-4F);
  // A quarter without data, and of the eastern half what lies beyond 0.01 degree = 1113 m of 2000 m; bilinear edges take at most a cell.
  EXPECT_NEAR(result->filled_share, 0.25 + 0.5 * (2000.0 - 1113.0) / 2000.0, 0.04);
  const auto raw = read({file, utm48, "", std::nullopt}, frame, problems);
  ASSERT_TRUE(raw);
  EXPECT_NEAR(*std::min_element(raw->grid.values.begin(), raw->grid.values.end()), -77.0F, 1e-3F)
      << "without a lowest value artefacts stay";
}

TEST(Raster, SaysWhyItCannotBeUsed) {
  const TemporaryFolder folder;
  const GridFrame frame{{0.0, 0.0}, 100.0, 10, 10};
  std::vector<std::string> problems;
  EXPECT_FALSE(read({make_raster(folder, {.with_crs = false}, plane), utm48, "", std::nullopt}, frame, problems));
  EXPECT_THAT(problems, ElementsAre("has no coordinate reference system; add one to the source, or a crs where the raster is named"));
  EXPECT_TRUE(read({folder.path() / "degrees.tif", utm48, "EPSG:4326", std::nullopt}, frame, problems));
  EXPECT_FALSE(read({folder.path() / "degrees.tif", utm48, "EPSG:x", std::nullopt}, frame, problems));
  EXPECT_THAT(problems, ElementsAre("\"EPSG:x\" is not a coordinate reference system PROJ knows"));
  const auto file = make_raster(folder, {}, plane);
  EXPECT_FALSE(read({file, utm48, "", std::nullopt}, {{90000.0, 0.0}, 100.0, 10, 10}, problems));
  EXPECT_THAT(problems, ElementsAre("does not cover any of the park"));
  EXPECT_FALSE(read({file, utm48, "", 9000.0}, frame, problems));
  EXPECT_THAT(problems, ElementsAre("holds no value inside the park"));
  EXPECT_FALSE(read({folder.path() / "none.tif", utm48, "", std::nullopt}, frame, problems));
  EXPECT_THAT(problems, ElementsAre("no such file"));
  EXPECT_FALSE(read({folder.write("letter.tif", "a letter"), utm48, "", std::nullopt}, frame, problems));
  EXPECT_THAT(problems, ElementsAre(StartsWith("cannot be opened as a raster (")));
  const std::string bytes = testing::bytes_of(file);
  EXPECT_FALSE(read({folder.write("half.tif", bytes.substr(0, bytes.size() / 2)), utm48, "", std::nullopt}, frame, problems));
  EXPECT_THAT(problems, ElementsAre(StartsWith("cannot be read to its end (")));
}

TEST(Raster, AsItIsNeedsTheCrsOfThePark) {
  const TemporaryFolder folder;
  Problems problems;
  EXPECT_FALSE(read_raster_as_is({make_raster(folder, {}, plane), utm48, "", std::nullopt}, problems));
  EXPECT_EQ(problems.list().at(0).message, "is not a north-up raster of square cells in EPSG:32648; give cell_size_m to resample it");
}

}  // namespace
}  // namespace parktwin::importers
