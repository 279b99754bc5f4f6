#pragma once
// A park from wherever a path leads: a park folder, or a recipe that imports one.
#include <filesystem>

#include "importers/park_folder/park_folder.h"

namespace parktwin::cli {

/// Whether it is a folder or its park.yaml; else it is a recipe.
[[nodiscard]] bool leads_to_park_folder(const std::filesystem::path& path);

/// Throws InputError.
[[nodiscard]] importers::LoadedPark open_park(const std::filesystem::path& path);

}  // namespace parktwin::cli
