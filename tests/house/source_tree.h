#pragma once
// The project's own files, read once, for the tests that hold the house rules.
#include <filesystem>
#include <string>
#include <vector>

namespace parktwin::house {

struct SourceFile {
  std::string path;  ///< relative to the root: "engine/core/units.h"
  std::string text;
  std::vector<std::string> lines;
};

/// Every .h and .cpp below the named folders of the root, sorted by path.
[[nodiscard]] std::vector<SourceFile> sources(const std::vector<std::string>& folders);

/// A file of the root, read whole; empty if it does not exist.
[[nodiscard]] std::string read(const std::string& path);

[[nodiscard]] std::filesystem::path root();

}  // namespace parktwin::house
