#include "importers/gdal_layers/source_file.h"

#include <array>
#include <fstream>
#include <string>
#include <system_error>

namespace parktwin::importers {
namespace {

/// Virtual data sources of GDAL are texts that name other files, anywhere, or addresses on the network.
bool is_virtual(const std::filesystem::path& file) {
  std::array<char, 1024> head{};
  std::ifstream stream(file, std::ios::binary);
  stream.read(head.data(), head.size());
  const std::string text(head.data(), static_cast<std::size_t>(stream.gcount()));
  return text.find("<OGRVRTDataSource") != std::string::npos || text.find("<VRTDataset") != std::string::npos;
}

}  // namespace

std::optional<std::string> fault_of_source(const std::filesystem::path& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) return "no such file";
  const bool database_folder = file.extension() == ".gdb";
  if (std::filesystem::is_directory(status) && !database_folder) return "found a folder, expected a file";
  if (std::filesystem::is_regular_file(status) && std::filesystem::file_size(file, error) == 0) return "is empty";
  if (std::filesystem::is_regular_file(status) && is_virtual(file)) return "points to other files, expected those files";
  return std::nullopt;
}

}  // namespace parktwin::importers
