#pragma once
// An HDF5 file built in memory and taken out as bytes: so HDF5 never meets a full disk, which it survives badly. Throws Failure.
#include <cstddef>
#include <vector>

#include "engine/storage/hdf5_library.h"

namespace parktwin::storage::hdf5 {

[[nodiscard]] Handle create_file_in_memory();
/// The bytes that the file would have on disk.
[[nodiscard]] std::vector<std::byte> image_of(const Handle& file);

}  // namespace parktwin::storage::hdf5
