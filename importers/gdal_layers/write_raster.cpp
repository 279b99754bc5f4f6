#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <filesystem>

#include "importers/gdal_layers/gdal_session.h"
#include "importers/gdal_layers/raster.h"

namespace parktwin::importers {

void write_raster(const Grid<float>& grid, const LocalFrame& frame, const std::filesystem::path& file) {
  PARKTWIN_CHECK(!grid.empty(), "an empty grid has no raster");
  GdalSession session;
  OGRSpatialReference crs;
  if (crs.SetFromUserInput(frame.crs.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) != OGRERR_NONE) {
    throw OutputError(file.string(), fmt::format("cannot be written in the unknown CRS \"{}\"", frame.crs));
  }
  const auto check = [&](bool good) {
    const auto failures = session.take_failures();
    if (!good || !failures.empty())
      throw OutputError(file.string(), "cannot be written" + (failures.empty() ? "" : " (" + failures.front() + ")"));
  };
  CPLStringList options;
  for (const char* option : {"COMPRESS=DEFLATE", "PREDICTOR=3", "ZLEVEL=9", "TILED=YES", "NUM_THREADS=1"}) options.AddString(option);
  const auto& shape = grid.frame;
  GDALDatasetUniquePtr dataset(
      GetGDALDriverManager()->GetDriverByName("GTiff")->Create(file.c_str(), shape.columns, shape.rows, 1, GDT_Float32, options.List()));
  check(dataset != nullptr);
  double place[] = {frame.origin.x + shape.origin.x,
                    shape.cell_size,
                    0.0,
                    frame.origin.y + shape.origin.y + shape.rows * shape.cell_size,
                    0.0,
                    -shape.cell_size};
  check(dataset->SetGeoTransform(place) == CE_None && dataset->SetSpatialRef(&crs) == CE_None);
  GDALRasterBand* band = dataset->GetRasterBand(1);
  for (int row = 0; row < shape.rows; ++row) {
    auto* values = const_cast<float*>(&grid.values[shape.index(0, shape.rows - 1 - row)]);
    check(band->RasterIO(GF_Write, 0, row, shape.columns, 1, values, shape.columns, 1, GDT_Float32, 0, 0, nullptr) == CE_None);
  }
  dataset->FlushCache();
  dataset.reset();
  check(true);
}

}  // namespace parktwin::importers
