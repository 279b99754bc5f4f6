#pragma once
// Files taken as a whole.
#include <filesystem>
#include <optional>
#include <string>

namespace parktwin {

/// None when it cannot be read.
[[nodiscard]] std::optional<std::string> read_whole(const std::filesystem::path& file);

/// Writes beside the file and renames: it is whole or untouched. Throws OutputError.
void write_whole(const std::string& bytes, const std::filesystem::path& file);

}  // namespace parktwin
