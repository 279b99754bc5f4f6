#pragma once
// A park as a folder: park.yaml beside GeoJSON/GeoPackage layers, CSV tables and a GeoTIFF terrain. park.yaml says where each part lives,
// how foreign field names map to ours, and what is assumed where something is missing.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"

namespace parktwin::importers {

struct LoadedPark {
  Park park;
  std::vector<Note> notes;  ///< what was assumed, with counts
};

/// Throws InputError with every problem found: files, layers, fields, values, geometry, references.
[[nodiscard]] LoadedPark read_park_folder(const std::filesystem::path& folder);

/// Writes the park so that read_park_folder gives it back, with coordinates to the centimetre and the CRS as well-known text filled in; the
/// same park gives the same bytes. The folder is written beside its place and renamed when complete. Throws OutputError.
void write_park_folder(const Park& park, const std::filesystem::path& folder);

/// JSON Schema (draft 2020-12) of park.yaml, as text.
[[nodiscard]] std::string park_schema();

}  // namespace parktwin::importers
