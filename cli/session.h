#pragma once
// What every command shares: where it prints, the common flags, and the way to stop it.
#include <cstddef>
#include <filesystem>
#include <ostream>
#include <string>

#include "engine/core/progress.h"
#include "viz/scene/scene.h"

namespace parktwin::cli {

inline constexpr int done = 0;
inline constexpr int failed_inside = 1;
inline constexpr int wrong_usage = 2;
inline constexpr int invalid_input = 3;
inline constexpr int target_missed = 4;

struct Session {
  std::ostream& out;  ///< results
  std::ostream& err;  ///< progress, logs, errors
  Progress& progress;
  bool colour = false;      ///< `out` is a terminal that shows colours
  std::size_t threads = 0;  ///< 0: all cores
  bool json = false;        ///< one JSON document on `out`, nothing else
  bool quiet = false;
  viz::Language language = viz::Language::en;

  [[nodiscard]] bool chinese() const { return language == viz::Language::zh; }
  /// The text in the session's language.
  [[nodiscard]] const std::string& choose(const std::string& en, const std::string& zh) const { return chinese() && !zh.empty() ? zh : en; }
};

/// Folder of the shipped data: beside the program when installed, the source tree's otherwise.
[[nodiscard]] std::filesystem::path data_folder();

}  // namespace parktwin::cli
