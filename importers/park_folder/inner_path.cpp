#include "importers/park_folder/inner_path.h"

#include <filesystem>

namespace parktwin::importers {

bool stays_inside(const std::string& file) {
  const auto path = std::filesystem::path(file).lexically_normal();
  return !path.is_absolute() && (path.empty() || *path.begin() != "..");
}

}  // namespace parktwin::importers
