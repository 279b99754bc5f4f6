#include <gtest/gtest.h>

#include <array>
#include <cstdio>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

TEST(ExportCommand, WritesAParkAndARunAsGlb) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  ASSERT_EQ(call({"export", workplace.path("park"), "--out", workplace.path("park.glb")}).code, 0);
  EXPECT_EQ(read_file(workplace.path("park.glb")).substr(0, 4), "glTF");
  ASSERT_EQ(call({"run", scenario, "--out", workplace.path("run")}).code, 0);
  ASSERT_EQ(call({"export", workplace.path("run"), "--out", workplace.path("run.glb"), "--layer", "sinr"}).code, 0);
  const std::string run = read_file(workplace.path("run.glb"));
  EXPECT_EQ(run.substr(0, 4), "glTF");
  EXPECT_NE(run.find("image/png"), std::string::npos);  // the map
  EXPECT_EQ(read_file(workplace.path("park.glb")).find("image/png"), std::string::npos);
}

#ifdef PARKTWIN_GLTF_VALIDATOR
/// What a program printed; its exit code is not zero when it failed.
std::pair<int, std::string> output_of(const std::string& command) {
  std::string printed;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  std::array<char, 4096> buffer{};
  for (std::size_t count = 0; (count = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) printed.append(buffer.data(), count);
  return {pclose(pipe), printed};
}

// Khronos' validator, from npm: `npm ci` in viz/web, which ./bootstrap test does. CMake registers the test where it finds it.
TEST(ExportCommand, WhatItWritesIsValidGltf) {
  const std::string root = PARKTWIN_SOURCE_DIR;
  const Workplace workplace;
  const auto scenario = workplace.small_scenario(
      "changes:\n  - modify_enterprise: {id: E-001, set: {name: \"<b>\\\"quoted\\\"</b> \\\\ \", name_zh: \"مصنع النسيج\"}}\n");
  ASSERT_EQ(call({"run", scenario, "--out", workplace.path("run")}).code, 0);
  std::string files;
  for (const char* layer : {"rsrp", "unserved", "none"}) {
    const std::string file = workplace.path(std::string(layer) + ".glb");
    ASSERT_EQ(call({"export", workplace.path("run"), "--layer", layer, "--out", file}).code, 0);
    files += " '" + file + "'";
  }
  const auto [code, printed] = output_of("node '" + root + "/tests/viz/gltf/validate.mjs'" + files);
  EXPECT_EQ(code, 0) << printed;
  EXPECT_NE(printed.find("valid: 3 files"), std::string::npos) << printed;
}
#endif

TEST(ExportCommand, RefusesWhatItCannotDo) {
  const Workplace workplace;
  static_cast<void>(workplace.small_scenario());
  EXPECT_EQ(call({"export", "x", "--out", "y.glb", "--layer", "noise"}).code, 2);
  EXPECT_EQ(call({"export", workplace.path("nowhere"), "--out", workplace.path("y.glb")}).code, 3);
  workplace.write("file", "x");
  EXPECT_EQ(call({"export", workplace.path("park"), "--out", workplace.path("file/park.glb")}).code, 1);
}

}  // namespace
}  // namespace parktwin::cli
