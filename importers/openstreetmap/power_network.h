#pragma once
// Mapped power lines as a grid: which bus is at which end. OpenStreetMap says it by shared places only, so a line is cut where another of
// its voltage ends on it; an end inside a station or within reach of one belongs to its bus, other ends to a bus of their own. A voltage
// level a station's bus does not have gets its own bus there; the transformers between the levels are not mapped and not made up. Lines
// that only share a tower, without an end there, are not joined.
#include <optional>
#include <string>
#include <vector>

#include "importers/gdal_layers/vector_layer.h"

namespace parktwin::importers {

struct PowerStation {
  std::string bus;  ///< id
  Shape shape;
  std::optional<double> nominal_kv;
};

struct PowerWay {
  LineString path;
  std::optional<double> nominal_kv;
};

struct MadeBus {
  std::string id;
  Point place;
  std::optional<double> nominal_kv;
};

struct PowerStretch {
  std::size_t way = 0;
  LineString path;
  std::string from;
  std::string to;
};

struct PowerNetwork {
  std::vector<MadeBus> buses;           ///< beside those of the stations
  std::vector<PowerStretch> stretches;  ///< in the order of the ways
  std::vector<std::size_t> within_one;  ///< ways that have a stretch with both ends at one bus, which is left out
};

/// Ways with fewer than two points give nothing. Coordinates are compared to the centimetre. Made buses are called "<prefix>1" and so on.
[[nodiscard]] PowerNetwork connected(const std::vector<PowerWay>& ways, const std::vector<PowerStation>& stations, double reach_m,
                                     const std::string& prefix);

}  // namespace parktwin::importers
