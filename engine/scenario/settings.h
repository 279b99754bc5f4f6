#pragma once
// What scenario files set besides their changes, key by key, so that a file that is based on others takes from them what it does not set
// itself. A list is one value. Of two files the one that is based on the other wins; two that know nothing of each other must agree.
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/core/yaml_reader.h"

namespace parktwin {

struct Setting {
  YAML::Node node;
  std::string value;                 ///< to compare and to show; a path as seen from the first file
  std::string file;                  ///< that sets it
  std::set<std::string> overridden;  ///< files whose value it takes the place of
};

/// By the keys that lead to it: "options.radio.resolution_m".
using Settings = std::map<std::string, Setting>;

/// Of one file, without the keys that every file has for itself: name, question, based_on, changes and phases.
/// `file` as the user named it; paths of park, price table, tariff and factors are taken from its folder.
[[nodiscard]] Settings settings_of(const YAML::Node& root, const std::string& file);

/// What a file sets, completed by what it inherits. Reports, at `place` in its file, keys that it does not set and its parents disagree
/// about.
[[nodiscard]] Settings combined(const std::vector<const Settings*>& parents, Settings own, const std::string& file,
                                const std::string& place, Problems& problems);

/// As one mapping, the nodes with their places.
[[nodiscard]] YAML::Node mapping_of(const Settings& settings);

}  // namespace parktwin
