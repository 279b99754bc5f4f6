#include "importers/gdal_layers/raster.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <gdalwarper.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>

#include "importers/gdal_layers/gdal_session.h"
#include "importers/gdal_layers/source_file.h"

namespace parktwin::importers {
namespace {

constexpr float missing = std::numeric_limits<float>::quiet_NaN();
using Transform = std::array<double, 6>;
constexpr double most_cells = 1e8;  // 400 MB: 12 km by 12 km at 1.2 m

struct CloseWarpOptions {
  void operator()(GDALWarpAppOptions* options) const { GDALWarpAppOptionsFree(options); }
};

/// A rectangle of source pixels.
struct Window {
  int column = 0;
  int row = 0;
  int columns = 0;
  int rows = 0;
};

/// Reads one raster; holds what its steps share.
class RasterReading {
 public:
  RasterReading(const RasterRequest& request, Problems& problems) : request_(request), problems_(problems), file_(request.file.string()) {}

  bool open() {
    if (const auto fault = fault_of_source(request_.file)) return fail(*fault);
    source_.reset(GDALDataset::Open(file_.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR));
    if (!source_) return fail(fmt::format("cannot be opened as a raster ({})", session_.reason("no driver of GDAL knows its format")));
    if (source_->GetRasterCount() < 1) return fail("holds no raster band");
    if (source_->GetGeoTransform(transform_.data()) != CE_None) return fail("does not say where it lies (no geotransform)");
    return find_crs();
  }

  std::optional<FilledGrid> as_is() {
    OGRSpatialReference target;
    target.SetFromUserInput(request_.frame.crs.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get());
    target.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const bool square =
        transform_[2] == 0.0 && transform_[4] == 0.0 && transform_[1] > 0.0 && std::abs(transform_[1] + transform_[5]) < 1e-9;
    if (!crs_.IsSame(&target) || !square) {
      fail(fmt::format("is not a north-up raster of square cells in {}; give cell_size_m to resample it", request_.frame.crs));
      return std::nullopt;
    }
    FilledGrid result;
    const int columns = source_->GetRasterXSize();
    const int rows = source_->GetRasterYSize();
    if (too_large(columns, rows)) return std::nullopt;
    const double south = transform_[3] + rows * transform_[5];
    result.grid = Grid<float>(
        {to_centimetre(Point{transform_[0] - request_.frame.origin.x, south - request_.frame.origin.y}), transform_[1], columns, rows});
    if (!read_window({0, 0, columns, rows}, result.grid.values)) return std::nullopt;
    flip(result.grid);
    return filled(std::move(result));
  }

  std::optional<FilledGrid> onto(const GridFrame& frame) {
    if (too_large(frame.columns, frame.rows)) return std::nullopt;
    const auto window = window_for(frame);
    if (!window) return std::nullopt;
    std::vector<float> values;
    if (!read_window(*window, values)) return std::nullopt;
    Transform place = transform_;
    place[0] += window->column * transform_[1] + window->row * transform_[2];
    place[3] += window->column * transform_[4] + window->row * transform_[5];
    const auto from = in_memory(window->columns, window->rows, place, values);
    from->SetSpatialRef(&crs_);
    FilledGrid result;
    result.grid = Grid<float>(frame, missing);
    const Point low{request_.frame.origin.x + frame.origin.x, request_.frame.origin.y + frame.origin.y};
    const Transform target{low.x, frame.cell_size, 0.0, low.y + frame.rows * frame.cell_size, 0.0, -frame.cell_size};
    const auto to = in_memory(frame.columns, frame.rows, target, result.grid.values);
    OGRSpatialReference crs;
    crs.SetFromUserInput(request_.frame.crs.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get());
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    to->SetSpatialRef(&crs);
    CPLStringList words(CSLTokenizeString("-r bilinear -srcnodata nan -dstnodata nan -ovr NONE -et 0"));
    const std::unique_ptr<GDALWarpAppOptions, CloseWarpOptions> options(GDALWarpAppOptionsNew(words.List(), nullptr));
    GDALDatasetH sources[] = {GDALDataset::ToHandle(from.get())};
    int usage_error = 0;
    GDALWarp(nullptr, GDALDataset::ToHandle(to.get()), 1, sources, options.get(), &usage_error);
    if (const auto failures = session_.take_failures(); !failures.empty()) {
      fail("cannot be resampled (" + failures.front() + ")");
      return std::nullopt;
    }
    to->FlushCache();
    flip(result.grid);
    return filled(std::move(result));
  }

 private:
  bool fail(std::string message) {
    problems_.add(file_, "", std::move(message));
    return false;
  }

  bool find_crs() {
    if (!request_.crs.empty()) {
      if (crs_.SetFromUserInput(request_.crs.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) != OGRERR_NONE) {
        return fail(fmt::format("\"{}\" is not a coordinate reference system PROJ knows", request_.crs));
      }
    } else if (const OGRSpatialReference* own = source_->GetSpatialRef(); own != nullptr && !own->IsEmpty()) {
      crs_ = *own;
    } else {
      return fail("has no coordinate reference system; add one to the source, or a crs where the raster is named");
    }
    crs_.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return true;
  }

  /// A header may declare any size.
  bool too_large(int columns, int rows) {
    if (1.0 * columns * rows <= most_cells) return false;
    fail(fmt::format("has {} by {} cells over the park, expected at most {:.0f} million", columns, rows, 1e-6 * most_cells));
    return true;
  }

  /// Values of the window with what is missing as NaN.
  bool read_window(const Window& window, std::vector<float>& values) {
    if (too_large(window.columns, window.rows)) return false;
    values.resize(static_cast<std::size_t>(window.columns) * static_cast<std::size_t>(window.rows));
    GDALRasterBand* band = source_->GetRasterBand(1);
    const CPLErr outcome = band->RasterIO(GF_Read, window.column, window.row, window.columns, window.rows, values.data(), window.columns,
                                          window.rows, GDT_Float32, 0, 0, nullptr);
    if (outcome != CE_None) return fail(fmt::format("cannot be read to its end ({})", session_.reason("no reason given")));
    int has_missing = 0;
    const auto marker = static_cast<float>(band->GetNoDataValue(&has_missing));
    const double scale = band->GetScale();
    const double offset = band->GetOffset();
    for (float& value : values) {
      if ((has_missing != 0 && value == marker) || !std::isfinite(value)) {
        value = missing;
        continue;
      }
      if (scale != 1.0 || offset != 0.0) value = static_cast<float>(value * scale + offset);
      if (request_.lowest && value < *request_.lowest) value = missing;
    }
    return true;
  }

  /// Source pixels below the frame and some around it.
  std::optional<Window> window_for(const GridFrame& frame) {
    OGRSpatialReference target;
    target.SetFromUserInput(request_.frame.crs.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get());
    target.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::unique_ptr<OGRCoordinateTransformation> back(OGRCreateCoordinateTransformation(&target, &crs_));
    Transform inverse{};
    if (!back || GDALInvGeoTransform(transform_.data(), inverse.data()) == 0) {
      fail(fmt::format("cannot be brought to {} ({})", request_.frame.crs, session_.reason("no reason given")));
      return std::nullopt;
    }
    double west = 1e300, east = -1e300, north = 1e300, south = -1e300;
    constexpr int steps = 20;
    for (int i = 0; i <= steps; ++i) {
      for (int j = 0; j <= steps; ++j) {
        double x = request_.frame.origin.x + frame.origin.x + frame.columns * frame.cell_size * i / steps;
        double y = request_.frame.origin.y + frame.origin.y + frame.rows * frame.cell_size * j / steps;
        if (!back->Transform(1, &x, &y)) continue;
        const double column = inverse[0] + x * inverse[1] + y * inverse[2];
        const double row = inverse[3] + x * inverse[4] + y * inverse[5];
        west = std::min(west, column);
        east = std::max(east, column);
        north = std::min(north, row);
        south = std::max(south, row);
      }
    }
    constexpr double margin = 4.0;
    const double width = source_->GetRasterXSize();
    const double height = source_->GetRasterYSize();
    Window window;
    window.column = static_cast<int>(std::clamp(std::floor(west) - margin, 0.0, width));
    window.row = static_cast<int>(std::clamp(std::floor(north) - margin, 0.0, height));
    window.columns = static_cast<int>(std::clamp(std::ceil(east) + margin, 0.0, width)) - window.column;
    window.rows = static_cast<int>(std::clamp(std::ceil(south) + margin, 0.0, height)) - window.row;
    if (window.columns > 0 && window.rows > 0) return window;
    fail("does not cover any of the park");
    return std::nullopt;
  }

  static GDALDatasetUniquePtr in_memory(int columns, int rows, Transform place, std::vector<float>& values) {
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("MEM");
    GDALDatasetUniquePtr dataset(driver->Create("", columns, rows, 0, GDT_Float32, nullptr));
    CPLStringList options;
    options.SetNameValue("DATAPOINTER", fmt::format("{}", static_cast<void*>(values.data())).c_str());
    dataset->AddBand(GDT_Float32, options.List());
    dataset->SetGeoTransform(place.data());
    dataset->GetRasterBand(1)->SetNoDataValue(missing);
    return dataset;
  }

  /// GDAL's first row is the northernmost, ours the southernmost.
  static void flip(Grid<float>& grid) {
    const auto width = static_cast<std::ptrdiff_t>(grid.frame.columns);
    for (std::ptrdiff_t low = 0, high = grid.frame.rows - 1; low < high; ++low, --high) {
      std::swap_ranges(grid.values.begin() + low * width, grid.values.begin() + (low + 1) * width, grid.values.begin() + high * width);
    }
  }

  std::optional<FilledGrid> filled(FilledGrid result) {
    const auto count = fill_missing(result.grid);
    if (!count) {
      fail("holds no value inside the park");
      return std::nullopt;
    }
    result.filled_share = static_cast<double>(*count) / static_cast<double>(result.grid.values.size());
    return result;
  }

  const RasterRequest& request_;
  Problems& problems_;
  std::string file_;
  GdalSession session_;
  GDALDatasetUniquePtr source_;
  OGRSpatialReference crs_;
  Transform transform_{};
};

}  // namespace

std::optional<FilledGrid> read_raster(const RasterRequest& request, const GridFrame& onto, Problems& problems) {
  RasterReading reading(request, problems);
  if (!reading.open()) return std::nullopt;
  return reading.onto(onto);
}

std::optional<FilledGrid> read_raster_as_is(const RasterRequest& request, Problems& problems) {
  RasterReading reading(request, problems);
  if (!reading.open()) return std::nullopt;
  return reading.as_is();
}

}  // namespace parktwin::importers
