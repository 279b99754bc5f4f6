#include "engine/scenario/field_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>

namespace parktwin {
namespace {

constexpr std::array<std::string_view, 6> settable = {"options", "changes", "phases", "costs", "seed", "assessed_on"};

std::vector<std::string> parts_of(const std::string& path) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    parts.push_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::optional<std::size_t> position_of(const std::string& text) {
  std::size_t position = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return position;
}

/// False when the keys lead nowhere.
bool put(YAML::Node node, std::span<const std::string> keys, const YAML::Node& value) {
  const bool last = keys.size() == 1;
  if (node.IsSequence()) {
    const auto position = position_of(keys.front());
    if (!position || *position >= node.size()) return false;
    if (!last) return put(node[*position], keys.subspan(1), value);
    node[*position] = value;
    return true;
  }
  if (!node.IsMap()) return false;
  if (last) {
    node[keys.front()] = value;
    return true;
  }
  if (!node[keys.front()].IsDefined()) {
    if (position_of(keys[1])) return false;  // no list to count in
    node[keys.front()] = YAML::Node(YAML::NodeType::Map);
  }
  return put(node[keys.front()], keys.subspan(1), value);
}

/// modify_<record>.<id>.<field> as one more change; an id may hold dots.
bool add_change(YAML::Node root, const std::string& path, const YAML::Node& value) {
  const std::size_t first = path.find('.');
  const std::size_t last = path.rfind('.');
  if (!root.IsMap() || (root["changes"].IsDefined() && !root["changes"].IsSequence())) return false;
  if (first == std::string::npos || last <= first + 1 || last + 1 == path.size()) return false;
  YAML::Node change;
  change["id"] = path.substr(first + 1, last - first - 1);
  change["id"].SetTag("!");  // a text, whatever it looks like
  change["set"][path.substr(last + 1)] = value;
  YAML::Node entry;
  entry[path.substr(0, first)] = change;
  root["changes"].push_back(entry);
  return true;
}

}  // namespace

void set_field(const YAML::Node& root, const FieldValue& value, const std::string& file, Problems& problems) {
  const auto parts = parts_of(value.path);
  const YAML::Node node = YAML::Load(value.value);
  bool leads = false;
  if (parts.front().starts_with("modify_")) {
    leads = add_change(root, value.path, node);
  } else if (std::find(settable.begin(), settable.end(), parts.front()) != settable.end()) {
    leads = put(root, parts, node);
  }
  if (!leads) {
    problems.add(file, value.path,
                 "leads to no field of this scenario; expected a path such as options.radio.receiver_height_m, "
                 "changes.0.add_radio_site.height_m or modify_radio_cell.<id>.electrical_downtilt_deg");
  }
}

}  // namespace parktwin
