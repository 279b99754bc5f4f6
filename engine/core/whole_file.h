#pragma once
// Files that are whole or untouched.
#include <filesystem>
#include <string>

namespace parktwin {

/// Writes beside the file and renames. Throws OutputError.
void write_whole(const std::string& bytes, const std::filesystem::path& file);

}  // namespace parktwin
