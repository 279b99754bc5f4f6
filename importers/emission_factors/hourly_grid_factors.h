#pragma once
// Grid factors hour by hour from a CSV file with the columns data_year, region, hour (1 to 8,760 of a year without 29 February, local
// standard time) and kg_per_kwh; any number of years and regions in one file.
#include <filesystem>
#include <vector>

#include "engine/simulators/energy/carbon/factors.h"

namespace parktwin::importers {

/// In the order of their first row. Throws InputError with every problem: missing file or column, numbers out of range, hours that are
/// missing or stand twice.
[[nodiscard]] std::vector<energy::carbon::HourlyGridFactor> read_hourly_grid_factors(const std::filesystem::path& file);

}  // namespace parktwin::importers
