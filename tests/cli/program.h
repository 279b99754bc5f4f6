#pragma once
// Calls the program in this process, in a folder of its own, as a user would from a shell.
#include <filesystem>
#include <string>
#include <vector>

namespace parktwin::cli {

struct Outcome {
  int code = -1;
  std::string out;
  std::string err;
};

/// Runs the program with these arguments.
[[nodiscard]] Outcome call(const std::vector<std::string>& arguments);

/// A fresh folder below the system's temporary folder, removed with the object.
class Workplace {
 public:
  Workplace();
  ~Workplace();
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  /// Writes a file and returns its path.
  std::string write(const std::string& name, const std::string& text) const;
  /// Generates a park of 5 enterprises on 0.5 km2 as folder `park` and a scenario at 10 m over it; returns the scenario's path.
  [[nodiscard]] std::string small_scenario(const std::string& changes = "") const;

 private:
  std::filesystem::path folder_;
};

[[nodiscard]] std::string read_file(const std::filesystem::path& path);

}  // namespace parktwin::cli
