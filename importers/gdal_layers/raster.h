#pragma once
// Elevation rasters any driver of GDAL opens, as grids in the local frame of a park, and back as GeoTIFF.
#include <filesystem>
#include <optional>
#include <string>

#include "engine/core/errors.h"
#include "engine/core/grid.h"
#include "importers/gdal_layers/reference_system.h"

namespace parktwin::importers {

struct RasterRequest {
  std::filesystem::path file;
  LocalFrame frame;
  std::string crs;               ///< overrides what the source says, or says what it does not; empty: as the source says
  std::optional<double> lowest;  ///< lower values are artefacts and count as missing
};

struct FilledGrid {
  Grid<float> grid;
  double filled_share = 0.0;  ///< share of cells that had no value in the source
};

/// The raster resampled (bilinear) onto a frame of the park. Missing cells take the mean of their nearest neighbours, ring by ring.
/// Problems: missing or damaged file, no CRS, no cell with a value inside the frame; then none is returned.
[[nodiscard]] std::optional<FilledGrid> read_raster(const RasterRequest& request, const GridFrame& onto, Problems& problems);

/// The raster cell by cell, without resampling: it must be in the CRS of the frame, north up, with square cells.
[[nodiscard]] std::optional<FilledGrid> read_raster_as_is(const RasterRequest& request, Problems& problems);

/// Float32 GeoTIFF, compressed without loss, the same bytes for the same grid. Throws OutputError. Precondition: grid not empty.
void write_raster(const Grid<float>& grid, const LocalFrame& frame, const std::filesystem::path& file);

/// Fills cells that are not finite from their neighbours. Returns how many; none when no cell has a value.
std::optional<std::size_t> fill_missing(Grid<float>& grid);

}  // namespace parktwin::importers
