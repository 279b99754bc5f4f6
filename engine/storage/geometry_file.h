#pragma once
// Geometries of radio sites in an HDF5 file, so that a planner's next run of the same land does not trace them again. One group per
// geometry, named by its key (geometry_cache.h), with its planes as compressed arrays (geometry_planes.h); `keys` in the order in which
// they were last asked for. Before it all, in HDF5's user block, a line each of text: format, fingerprint of the algorithm that traced them
// (trace_fingerprint.h), checksum of the rest.
// The file can spare work but never change a result or end a run: what is damaged, foreign, of another format or of another algorithm is
// ignored with a reason, and each geometry read must have the checksum over key and planes that it was written with.
#include <cstdint>
#include <filesystem>
#include <string>

#include "engine/simulators/radio/geometry_cache.h"

namespace parktwin::storage {

inline constexpr std::int32_t geometry_format_version = 1;

struct LoadedGeometries {
  std::size_t count = 0;
  std::string ignored;  ///< why the file was not used: one sentence; empty when it was, or when there is none
};

/// Adds what the file holds to the cache: all or nothing.
[[nodiscard]] LoadedGeometries load_geometries(const std::filesystem::path& file, radio::GeometryCache& cache);

/// Replaces the file by all that the cache holds; it is written beside and renamed when complete. Throws OutputError: when that fails, or
/// when a file is there that is none of geometries; then it stays as it is.
void save_geometries(const radio::GeometryCache& cache, const std::filesystem::path& file);

}  // namespace parktwin::storage
