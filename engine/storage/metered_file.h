#pragma once
// Metered series from an HDF5 file: one dataset of 64-bit numbers per meter in the root group, mean power in kW of each step, with the
// attributes `first` ("2025-01-01 00:00", local standard time) and `step_min` (32-bit integer). Steps are even by their form; a reading
// that is no number is a gap and an error.
#include <filesystem>
#include <vector>

#include "engine/simulators/energy/metering.h"

namespace parktwin::storage {

/// Whether the name ends as HDF5 files do: .h5, .hdf5.
[[nodiscard]] bool names_hdf5(const std::filesystem::path& file);

/// In the order of their names. Throws InputError with all problems of the file.
[[nodiscard]] std::vector<energy::MeteredSeries> read_metered_file(const std::filesystem::path& file);

}  // namespace parktwin::storage
