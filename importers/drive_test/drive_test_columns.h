#pragma once
// Which columns of a drive-test table hold what. Columns and units:
//   x_m, y_m                      position in the park's local frame, or
//   easting_m, northing_m         in a coordinate reference system, or
//   longitude_deg, latitude_deg   WGS 84
//   cell                          id of the radio cell measured
//   rsrp_dbm                      reference signal received power per resource element
//   sinr_db, time                 optional
// Other columns are left alone.
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/core/errors.h"
#include "importers/gdal_layers/vector_layer.h"

namespace parktwin::importers {

enum class PositionKind { local, projected, geographic };

struct PositionColumns {
  PositionKind kind = PositionKind::local;
  std::string_view x_name;
  std::string_view y_name;
  std::size_t x = 0;
  std::size_t y = 0;
};

struct DriveTestColumns {
  std::optional<PositionColumns> position;
  std::optional<std::size_t> cell;
  std::optional<std::size_t> rsrp;
  std::optional<std::size_t> sinr;
  std::optional<std::size_t> time;
};

/// Adds what is missing, with what was found and the likeliest misspelling, and positions given in two ways.
[[nodiscard]] DriveTestColumns find_columns(const VectorLayer& table, const std::string& file, Problems& problems);

}  // namespace parktwin::importers
