#pragma once
// What every reader promises, and files in memory for those that take a path.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "engine/core/errors.h"
#include "engine/core/whole_file.h"

namespace parktwin::fuzz {

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

inline void check_problems(const std::vector<Problem>& list) {
  for (const auto& problem : list) {
    require(!problem.file.empty(), "a problem names its file");
    require(!problem.message.empty(), "a problem says what is wrong");
  }
}

/// Read, or refused with a reason.
inline void check_outcome(bool was_read, const Problems& problems) {
  require(was_read || !problems.empty(), "what is not read has a reason");
  check_problems(problems.list());
}

/// For readers that throw.
template <class Read>
void check_reader(const Read& read) {
  try {
    read();
  } catch (const InputError& error) {
    require(!error.problems().empty(), "a fault has a reason");
    check_problems(error.problems());
  }
}

/// A folder in memory of this process.
inline const std::filesystem::path& folder() {
  static const struct Folder {
    Folder() : path("/dev/shm/parktwin-fuzz-" + std::to_string(::getpid())) { std::filesystem::create_directories(path); }
    ~Folder() {
      std::error_code ignored;
      std::filesystem::remove_all(path, ignored);
    }
    std::filesystem::path path;
  } here;
  return here.path;
}

inline std::filesystem::path written(const std::string& name, const std::string& text) {
  const auto file = folder() / name;
  std::FILE* stream = std::fopen(file.c_str(), "wb");
  require(stream != nullptr && std::fwrite(text.data(), 1, text.size(), stream) == text.size(), "the input is written");
  std::fclose(stream);
  return file;
}

}  // namespace parktwin::fuzz
