#pragma once
// Strict YAML: every problem with line and column, unknown keys refused with the nearest known one, numbers held to the ranges of the
// field list. Reads described structs, so a reader never names their fields.
// Scalars follow the YAML 1.2 core schema without its traps: only true and false are flags (yes, no, on, off are texts), a number has no
// leading zero, base prefix or underscore and is finite, and a text that looks like a number, a flag or null stands in quotes.
#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "engine/core/describe.h"
#include "engine/core/errors.h"

namespace parktwin::yaml {

struct Document {
  std::string file;  ///< as the user named it
  std::string text;
  YAML::Node root;
};

/// Throws InputError: missing, a folder, empty, not UTF-8 YAML, a key twice in one mapping, a key that is not a text, a second document,
/// aliases that unfold to more than a million nodes or contain themselves.
[[nodiscard]] Document read_document(const std::filesystem::path& file);

/// The same for a text that is already in memory; `file` names it in problems.
[[nodiscard]] Document parse_document(std::string text, const std::string& file);

/// "line 3, column 5", counted from 1, columns in bytes; empty for a node that does not exist.
[[nodiscard]] std::string place_of(const YAML::Node& node);

/// What stands there, for messages: nothing, a list, a mapping, 12, "text".
[[nodiscard]] std::string found(const YAML::Node& node);

/// Reports keys of the mapping that are not allowed, naming the nearest allowed one. Reports a node that is not a mapping; then false.
bool check_keys(const YAML::Node& mapping, std::span<const std::string_view> allowed, const std::string& file, Problems& problems);

/// Typed scalars. Each reports what was found and expected and returns false, leaving `value` alone, when the node does not fit.
bool read(const YAML::Node& node, std::string& value, const std::string& file, Problems& problems);
bool read(const YAML::Node& node, bool& value, const std::string& file, Problems& problems);
bool read(const YAML::Node& node, double& value, const Field& field, const std::string& file, Problems& problems);
bool read(const YAML::Node& node, std::int64_t& value, const Field& field, const std::string& file, Problems& problems);
bool read(const YAML::Node& node, std::string& value, const Field& field, const std::string& file, Problems& problems);
bool read(const YAML::Node& node, bool& value, const Field& field, const std::string& file, Problems& problems);

}  // namespace parktwin::yaml

#include "engine/core/yaml_described.h"  // template <Described T> bool read_described(node, T& value, file, problems)
