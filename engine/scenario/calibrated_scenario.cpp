#include "engine/scenario/calibrated_scenario.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "engine/core/check.h"

namespace parktwin {
namespace {

using radio::calibration::Correction;

// Numbers in as many digits as bring them back to the bit.
template <class T>
void put(YAML::Emitter& out, const T& value) {
  if constexpr (std::same_as<T, std::string>) {
    out << YAML::DoubleQuoted << value;
  } else if constexpr (NamedEnum<T>) {
    out << std::string(name_of(value));
  } else if constexpr (Optional<T>) {
    put(out, *value);
  } else if constexpr (Vector<T>) {
    out << YAML::BeginSeq;
    for (const auto& item : value) put(out, item);
    out << YAML::EndSeq;
  } else if constexpr (Described<T>) {
    out << YAML::BeginMap;
    describe(
        [&out]<class M>(const Field& field, const M& member) {
          if constexpr (Optional<M>) {
            if (!member) return;
          }
          out << YAML::Key << std::string(field.name) << YAML::Value;
          put(out, member);
        },
        value);
    out << YAML::EndMap;
  } else {
    out << fmt::format("{}", value);
  }
}

// Quoted texts stay quoted, so that "1" does not become a number.
void copy(YAML::Emitter& out, const YAML::Node& node) {
  if (node.IsMap()) {
    out << YAML::BeginMap;
    for (const auto& entry : node) {
      out << YAML::Key << entry.first.Scalar() << YAML::Value;
      copy(out, entry.second);
    }
    out << YAML::EndMap;
  } else if (node.IsSequence()) {
    out << YAML::Flow << YAML::BeginSeq;
    for (const auto& entry : node) copy(out, entry);
    out << YAML::EndSeq;
  } else if (node.IsNull()) {
    out << YAML::Null;
  } else if (node.Tag() == "!" || node.Tag() == "tag:yaml.org,2002:str") {
    out << YAML::DoubleQuoted << node.Scalar();
  } else {
    out << node.Scalar();
  }
}

// The mapping below a key, or an empty one.
YAML::Node mapping(const YAML::Node& node, const char* key) {
  const YAML::Node found = node.IsMap() ? node[key] : YAML::Node();
  return found.IsDefined() && found.IsMap() ? found : YAML::Node(YAML::NodeType::Map);
}

void put_others(YAML::Emitter& out, const YAML::Node& node, const std::string& without) {
  for (const auto& entry : node) {
    if (entry.first.Scalar() == without) continue;
    out << YAML::Key << entry.first.Scalar() << YAML::Value;
    copy(out, entry.second);
  }
}

void put_options(YAML::Emitter& out, const YAML::Node& options, const Correction& correction) {
  out << YAML::BeginMap;
  put_others(out, options, "radio");
  out << YAML::Key << "radio" << YAML::Value << YAML::BeginMap;
  put_others(out, mapping(options, "radio"), "calibration");
  out << YAML::Key << "calibration" << YAML::Value;
  put(out, correction);
  out << YAML::EndMap << YAML::EndMap;
}

// A price table that is a file is another path from the new place; a name stays.
template <class PutPath>
void put_costs(YAML::Emitter& out, const YAML::Node& costs, const std::string& prices, PutPath&& put_path) {
  out << YAML::BeginMap;
  for (const auto& entry : costs) {
    const std::string& key = entry.first.Scalar();
    out << YAML::Key << key << YAML::Value;
    if (key == "prices" && prices.ends_with(".csv")) {
      put_path(prices);
    } else {
      copy(out, entry.second);
    }
  }
  out << YAML::EndMap;
}

}  // namespace

std::string calibrated_scenario(const Scenario& scenario, const std::filesystem::path& folder, const Correction& correction) {
  const YAML::Node root = YAML::Load(scenario.text);
  PARKTWIN_CHECK(root.IsMap(), "a scenario that was not read from a file");
  YAML::Emitter out;
  const auto put_path = [&](const std::filesystem::path& path) {
    out << YAML::DoubleQuoted
        << std::filesystem::proximate(std::filesystem::absolute(path), std::filesystem::absolute(folder)).generic_string();
  };
  out << YAML::BeginMap;
  for (const auto& entry : root) {
    const std::string& key = entry.first.Scalar();
    if (key == "options") continue;
    out << YAML::Key << key << YAML::Value;
    if (key == "name") {
      out << YAML::DoubleQuoted << scenario.name + "-calibrated";
    } else if (key == "park") {
      put_path(scenario.park);
    } else if (key == "based_on") {
      out << YAML::BeginSeq;
      for (const auto& path : scenario.based_on) put_path(path);
      out << YAML::EndSeq;
    } else if (key == "costs") {
      put_costs(out, entry.second, scenario.costs.prices, put_path);
    } else {
      copy(out, entry.second);
    }
  }
  out << YAML::Key << "options" << YAML::Value;
  put_options(out, mapping(root, "options"), correction);
  out << YAML::EndMap;
  return std::string(out.c_str()) + "\n";
}

}  // namespace parktwin
