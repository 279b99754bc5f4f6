#pragma once
// A park is whole by itself: files that it names lie in its folder. (Links that the owner of the folder put there are followed.)
#include <string>

namespace parktwin::importers {

inline constexpr const char* leaves_folder = "leads out of the folder, expected a file in it";

/// False for absolute paths and for those that climb above where they start.
[[nodiscard]] bool stays_inside(const std::string& file);

}  // namespace parktwin::importers
