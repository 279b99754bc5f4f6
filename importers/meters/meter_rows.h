#pragma once
// The readings of a metered table one by one, whatever its layout, each with its line.
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/core/errors.h"

namespace parktwin::importers {

struct Reading {
  std::int64_t minute = 0;  ///< local time at the offset of the first row
  double value = 0.0;
  std::size_t line = 0;
};

struct MeterRows {
  struct Meter {
    std::string name;
    bool energy = false;  ///< kWh per interval; else kW
    std::vector<Reading> readings;
    bool registered = false;  ///< kWh since the meter began: an interval's energy is the next reading less its own
  };
  std::vector<Meter> meters;  ///< in the order of their first row
};

/// Problems: the file cannot be read, no layout fits its header, a value, meter or time does not fit, an offset that only some rows have.
[[nodiscard]] MeterRows read_meter_rows(const std::filesystem::path& file, Problems& problems);

}  // namespace parktwin::importers
