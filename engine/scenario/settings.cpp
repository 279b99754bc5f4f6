#include "engine/scenario/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace parktwin {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> own_keys{"name", "question", "based_on", "changes", "phases"};

std::string text_of(const YAML::Node& node) {
  std::string text;
  if (node.IsSequence()) {
    for (const auto& entry : node) text += (text.empty() ? "" : ", ") + text_of(entry);
    return "[" + text + "]";
  }
  if (node.IsMap()) {
    for (const auto& entry : node) text += (text.empty() ? "" : ", ") + entry.first.Scalar() + ": " + text_of(entry.second);
    return "{" + text + "}";
  }
  return node.IsNull() ? "null" : node.Scalar();
}

bool is_path(const std::string& path, const std::string& value) {
  return path == "park" || (path == "meters" && !value.empty()) || (path == "costs.prices" && value.ends_with(".csv")) ||
         (path == "tariff" && (value.ends_with(".yaml") || value.ends_with(".yml"))) ||
         (path == "emission_factors" && value.find('/') != std::string::npos) || (path == "hourly_grid_factors" && !value.empty());
}

void collect(const YAML::Node& mapping, const std::string& prefix, const std::string& file, Settings& settings) {
  for (const auto& entry : mapping) {
    const std::string path = prefix + entry.first.Scalar();
    if (entry.second.IsMap()) {
      collect(entry.second, path + ".", file, settings);
      continue;
    }
    std::string value = text_of(entry.second);
    if (is_path(path, value)) {
      const bool tells_by_slash = path == "emission_factors";
      value = (fs::path(file).parent_path() / value).lexically_normal().string();
      if (tells_by_slash && value.find('/') == std::string::npos) value.insert(0, "./");
    }
    settings.emplace(path, Setting{entry.second, std::move(value), file, {}});
  }
}

}  // namespace

Settings settings_of(const YAML::Node& root, const std::string& file) {
  Settings settings;
  collect(root, "", file, settings);
  for (const auto key : own_keys) settings.erase(std::string(key));
  return settings;
}

Settings combined(const std::vector<const Settings*>& parents, Settings own, const std::string& file, const std::string& place,
                  Problems& problems) {
  std::map<std::string, std::vector<const Setting*>> inherited;
  for (const Settings* parent : parents) {
    for (const auto& [path, setting] : *parent) inherited[path].push_back(&setting);
  }
  for (const auto& [path, candidates] : inherited) {
    std::set<std::string> replaced;
    for (const Setting* candidate : candidates) replaced.insert(candidate->overridden.begin(), candidate->overridden.end());
    const Setting* chosen = nullptr;
    const bool is_set = own.contains(path);
    for (const Setting* candidate : candidates) {
      if (replaced.contains(candidate->file)) continue;
      if (chosen != nullptr && !is_set && candidate->value != chosen->value) {
        problems.add(file, place,
                     fmt::format("based_on: found {} for {} in {} and {} in {}, expected one value: set it in this file", chosen->value,
                                 path, chosen->file, candidate->value, candidate->file));
      }
      if (chosen == nullptr) chosen = candidate;
    }
    if (is_set) {
      Setting& mine = own[path];
      mine.overridden = replaced;
      for (const Setting* candidate : candidates) mine.overridden.insert(candidate->file);
    } else if (chosen != nullptr) {
      Setting& mine = own.emplace(path, *chosen).first->second;
      mine.overridden.insert(replaced.begin(), replaced.end());
    }
  }
  return own;
}

YAML::Node mapping_of(const Settings& settings) {
  YAML::Node root(YAML::NodeType::Map);
  for (const auto& [path, setting] : settings) {
    YAML::Node at;
    at.reset(root);
    std::size_t from = 0;
    for (std::size_t dot = path.find('.'); dot != std::string::npos; dot = path.find('.', from)) {
      const std::string key = path.substr(from, dot - from);
      if (!at[key].IsDefined()) at[key] = YAML::Node(YAML::NodeType::Map);
      at.reset(YAML::Node(at[key]));
      from = dot + 1;
    }
    at[path.substr(from)] = setting.node;
  }
  return root;
}

}  // namespace parktwin
