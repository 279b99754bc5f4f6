#include "importers/gdal_layers/source_file.h"

#include <system_error>

namespace parktwin::importers {

std::optional<std::string> fault_of_source(const std::filesystem::path& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) return "no such file";
  const bool database_folder = file.extension() == ".gdb";
  if (std::filesystem::is_directory(status) && !database_folder) return "found a folder, expected a file";
  if (std::filesystem::is_regular_file(status) && std::filesystem::file_size(file, error) == 0) return "is empty";
  return std::nullopt;
}

}  // namespace parktwin::importers
