#pragma once
// One field of a scenario file by its path, given another value before the file is read: what a sweep varies.
//     options.radio.receiver_height_m          an option, also one that the file leaves at its default
//     changes.0.add_radio_site.height_m        a field of a change of the file itself, counted from 0
//     phases.1.changes.0.move_bus.to.0         likewise in a phase
//     modify_radio_cell.S-001-1.electrical_downtilt_deg     a field of a record of the park: one more change
//     seed, costs.discount_rate                the other settings
#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/yaml_reader.h"
#include "engine/scenario/scenario.h"

namespace parktwin {

struct FieldValue {
  std::string path;
  std::string value;  ///< as a scenario file has it: 12.5, true, uma
};

/// Reports a path that leads nowhere; the field itself is checked when the file is read.
void set_field(const YAML::Node& root, const FieldValue& value, const std::string& file, Problems& problems);

/// As read_scenario() of a file that has these values.
[[nodiscard]] Scenario read_scenario_with(const std::filesystem::path& file, const std::vector<FieldValue>& values);

}  // namespace parktwin
