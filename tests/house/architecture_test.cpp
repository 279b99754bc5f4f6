// Who may include whom, and which room a library may be named in.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <optional>
#include <regex>
#include <string>

#include "tests/house/source_tree.h"

namespace parktwin::house {
namespace {

const std::vector<std::string> rooms = {"cli", "engine", "importers", "viz"};

// Lower ranks know nothing of higher ones. Folders of equal rank do not include each other.
const std::vector<std::pair<std::string, int>> ranks = {
    {"engine/core/", 0},  {"engine/park/", 1},     {"engine/simulators/", 2}, {"engine/scenario/", 3},
    {"engine/run/", 4},   {"engine/criteria/", 5}, {"engine/storage/", 6},    {"engine/compare/", 6},
    {"engine/sweep/", 7}, {"engine/plan/", 8},     {"importers/", 9},         {"viz/", 9},
    {"cli/", 10},
};

std::optional<std::pair<std::string, int>> rank_of(const std::string& path) {
  for (const auto& entry : ranks) {
    if (path.starts_with(entry.first)) return entry;
  }
  return std::nullopt;
}

std::vector<std::string> includes(const SourceFile& file) {
  static const std::regex pattern("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
  std::vector<std::string> found;
  for (const auto& line : file.lines) {
    std::smatch match;
    if (std::regex_search(line, match, pattern)) found.push_back(match[1]);
  }
  return found;
}

// engine/simulators/wired/topology/x.h -> engine/simulators/wired
std::string simulator_of(const std::string& path) {
  static const std::regex pattern("^engine/simulators/[^/]+");
  std::smatch match;
  return std::regex_search(path, match, pattern) ? match.str() : "";
}

TEST(Architecture, IncludesFollowTheRanks) {
  for (const auto& file : sources(rooms)) {
    const auto own = rank_of(file.path);
    ASSERT_TRUE(own) << file.path << " lies in no ranked folder";
    for (const auto& include : includes(file)) {
      const auto other = rank_of(include);
      if (!other) continue;
      const bool allowed = other->first == own->first || other->second < own->second;
      EXPECT_TRUE(allowed) << file.path << " includes " << include;
    }
  }
}

TEST(Architecture, SimulatorsMeetOnlyInRun) {
  for (const auto& file : sources({"engine/simulators"})) {
    for (const auto& include : includes(file)) {
      const auto other = simulator_of(include);
      if (other.empty() || other == simulator_of(file.path)) continue;
      // Another simulator's result may be taken as an argument: only its face may be named.
      const auto name = other.substr(other.rfind('/') + 1);
      EXPECT_EQ(include, other + "/" + name + ".h") << file.path;
    }
  }
}

TEST(Architecture, LibrariesStayInTheirRooms) {
  struct Confinement {
    std::regex header;
    std::regex room;
  };
  const std::array confinements = {
      Confinement{std::regex("^(hdf5|H5)"), std::regex("^engine/storage/")},
      Confinement{std::regex("^(osg|OpenThreads)"), std::regex("^viz/osg/")},
      Confinement{std::regex("^(tiny_gltf|png)\\.h"), std::regex("^viz/gltf/")},
      Confinement{std::regex("^zlib\\.h"), std::regex("^viz/twin/byte_planes\\.cpp$")},
      Confinement{std::regex("^(EGL|GL)/"), std::regex("^viz/osg/")},
      Confinement{std::regex("^(oneapi/)?tbb"), std::regex("^engine/core/parallel\\.")},
      Confinement{std::regex("^(gdal|ogr|cpl_|proj)"), std::regex("^importers/")},
      Confinement{std::regex("^curl/"), std::regex("^importers/netbox/http_get\\.cpp$")},
      Confinement{std::regex("^expat\\.h"), std::regex("^importers/topology/graphml\\.cpp$")},
      Confinement{std::regex("^boost/graph/"), std::regex("\\.cpp$")},
      Confinement{std::regex("^citygml/"), std::regex("^importers/citygml/.*\\.cpp$")},
      Confinement{std::regex("^CLI/"), std::regex("^cli/")},
      Confinement{std::regex("^(Clp|Coin)"), std::regex("^engine/core/programme/.*\\.cpp$")},
      Confinement{std::regex("^(Cbc|Cgl|Osi)"), std::regex("^engine/core/programme/mixed_programme\\.cpp$")},
      Confinement{std::regex("^glpk"), std::regex("^$")},  // tests only
      Confinement{std::regex("^(klu|amd)\\.h"), std::regex("^engine/simulators/energy/grid/.*\\.cpp$")},
      Confinement{std::regex("^embree"), std::regex("^engine/simulators/radio/reference/.*\\.cpp$")},
  };
  for (const auto& file : sources(rooms)) {
    for (const auto& include : includes(file)) {
      for (const auto& confinement : confinements) {
        if (!std::regex_search(include, confinement.header)) continue;
        EXPECT_TRUE(std::regex_search(file.path, confinement.room)) << file.path << " includes " << include;
      }
    }
  }
}

TEST(Architecture, EngineNeitherPrintsNorAsksTheMachine) {
  const std::regex banned(
      "std::(cout|cerr|clog)|\\bf?printf\\(|\\bgetenv\\b|random_device|\\bstd::rand\\b|(system|steady|high_resolution)_clock");
  for (const auto& file : sources({"engine"})) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      EXPECT_FALSE(std::regex_search(file.lines[i], banned)) << file.path << ":" << i + 1 << ": " << file.lines[i];
    }
  }
}

TEST(Architecture, TopLevelHoldsOnlyWhatItMay) {
  const std::regex allowed(
      "^(cli|data|docs|engine|importers|scenarios|tests|viz|build|runs|\\.git|\\.ci|CMakeLists\\.txt|CMakePresets\\.json|README\\.md|"
      "README\\.zh-CN\\.md|"
      "CONTRIBUTING\\.md|CHANGELOG\\.md|LICENSE|bootstrap|\\.clang-format|\\.clang-tidy|\\.editorconfig|\\.gitignore|\\.cache)$");
  for (const auto& entry : std::filesystem::directory_iterator(root())) {
    const auto name = entry.path().filename().string();
    EXPECT_TRUE(std::regex_match(name, allowed)) << name << " at the top level";
  }
}

}  // namespace
}  // namespace parktwin::house
