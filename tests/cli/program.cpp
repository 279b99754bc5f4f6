#include "tests/cli/program.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "cli/execute.h"

namespace parktwin::cli {

Outcome call(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  std::ostringstream err;
  Progress progress;
  Outcome outcome;
  outcome.code = execute(arguments, out, err, progress, false);
  outcome.out = out.str();
  outcome.err = err.str();
  return outcome;
}

Workplace::Workplace() {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  folder_ = std::filesystem::temp_directory_path() /
            ("parktwin-" + std::to_string(getpid()) + "-" + test->test_suite_name() + "-" + test->name());
  std::filesystem::create_directories(folder_);
}

Workplace::~Workplace() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string Workplace::write(const std::string& name, const std::string& text) const {
  std::ofstream(folder_ / name, std::ios::binary) << text;
  return path(name);
}

std::string Workplace::small_scenario(const std::string& changes) const {
  const auto generated = call({"generate", "--enterprises", "5", "--area-km2", "0.5", "--seed", "3", "--out", path("park")});
  EXPECT_EQ(generated.code, 0) << generated.err;
  return write(
      "small.yaml",
      "name: small\npark: park\ncriteria: miit-2021\nassessed_on: 2026-06-30\nseed: 3\noptions:\n  radio: {resolution_m: 10}\n" + changes);
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace parktwin::cli
