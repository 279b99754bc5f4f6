#pragma once
// Scenario files in a folder of their own that goes with the test.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "engine/core/errors.h"

namespace parktwin::testing_park {

class ScratchScenarios {
 public:
  ScratchScenarios() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              ("parktwin_" + std::string(test->test_suite_name()) + "_" + test->name() + "_" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  ~ScratchScenarios() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  ScratchScenarios(const ScratchScenarios&) = delete;
  ScratchScenarios& operator=(const ScratchScenarios&) = delete;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
    return folder_ / name;
  }
  /// "base.yaml: line 3, column 5: message", the folder left out wherever it stands.
  template <class Function>
  [[nodiscard]] std::vector<std::string> problems_of(Function&& function) const {
    std::vector<std::string> list;
    try {
      function();
    } catch (const InputError& error) {
      for (const auto& problem : error.problems()) list.push_back(without_folder(to_string(problem)));
    }
    return list;
  }
  [[nodiscard]] std::string without_folder(std::string text) const {
    const std::string prefix = folder_.string() + "/";
    for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) text.erase(at, prefix.size());
    return text;
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace parktwin::testing_park
