#pragma once
// Emission factors from two CSV tables, grid.csv and fuels.csv, whose columns are the fields of their records.
#include <filesystem>

#include "engine/simulators/energy/carbon/factors.h"

namespace parktwin::importers {

/// Throws InputError with every problem: missing file or column, a column that is not known, unknown kind, numbers out of range, one key
/// twice.
[[nodiscard]] energy::carbon::Factors read_emission_factors(const std::filesystem::path& folder);

}  // namespace parktwin::importers
