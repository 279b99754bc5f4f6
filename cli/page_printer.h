#pragma once
// A page as PDF on A4, printed by Chromium without a window. Its print styles decide what is shown.
#include <filesystem>
#include <string>

namespace parktwin::cli {

/// Throws OutputError: no Chromium on this machine, or it printed nothing. `program` is searched for like a command. The file is whole or
/// untouched.
void print_page(const std::string& html, const std::filesystem::path& pdf, const std::string& program = "chromium");

}  // namespace parktwin::cli
