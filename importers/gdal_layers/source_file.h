#pragma once
// What can be said about a source before GDAL opens it, so that the common mistakes get a plain sentence.
#include <filesystem>
#include <optional>
#include <string>

namespace parktwin::importers {

/// "no such file", "found a folder, expected a file", "is empty", "points to other files, expected those files" (virtual sources of
/// GDAL), or none.
[[nodiscard]] std::optional<std::string> fault_of_source(const std::filesystem::path& file);

}  // namespace parktwin::importers
