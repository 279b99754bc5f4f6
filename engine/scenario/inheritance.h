#pragma once
// The files of a scenario that is based on others: each once, those it is based on before it, in the order in which they are named.
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/yaml_reader.h"

namespace parktwin {

struct InheritedFile {
  std::filesystem::path path;  ///< as seen from the first one's place
  yaml::Document document;
  std::vector<std::size_t> parents;  ///< positions in the list; all earlier
};

/// The given file is the last. Throws InputError when a file cannot be read; reports circles, naming the files around them, and files that
/// are named twice.
[[nodiscard]] std::vector<InheritedFile> read_with_parents(const std::filesystem::path& file, Problems& problems);

}  // namespace parktwin
