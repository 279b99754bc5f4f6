#pragma once
// Reading pictures in tests.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "viz/osg/picture.h"

namespace parktwin::viz::testing {

/// A folder of this process and test, removed at the end.
class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() / ("parktwin-" + name + "-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  [[nodiscard]] bool empty() const { return std::filesystem::is_empty(path_); }

 private:
  std::filesystem::path path_;
};

inline int difference(const std::array<std::uint8_t, 3>& a, const std::array<std::uint8_t, 3>& b) {
  return std::abs(a[0] - b[0]) + std::abs(a[1] - b[1]) + std::abs(a[2] - b[2]);
}

/// Pixels of a rectangle (columns from the left, rows from the top) that are nearly a colour.
inline int count_near(const Picture& picture, const std::array<std::uint8_t, 3>& colour, int tolerance, int left = 0, int top = 0,
                      int right = 1 << 20, int bottom = 1 << 20) {
  int count = 0;
  for (int row = top; row < std::min(bottom, picture.height); ++row) {
    for (int column = left; column < std::min(right, picture.width); ++column) {
      if (difference(picture.at(column, row), colour) <= tolerance) ++count;
    }
  }
  return count;
}

}  // namespace parktwin::viz::testing
