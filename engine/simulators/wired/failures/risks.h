#pragma once
// What can fail, and which edges of the network fail with it: a link; a node with all its links; a cable; a duct with all cables in it; a
// building with all nodes in it; a bus, power line or transformer with all nodes that lose their supply by it. Two power elements may take
// down more together than each alone (two feeders of one bus, the two buses of one node).
#include <array>
#include <string>
#include <vector>

#include "engine/simulators/wired/failures/graph.h"
#include "engine/simulators/wired/failures/power_outages.h"

namespace parktwin::wired::failures {

enum class RiskKind { link, node, cable, duct, building, bus, power_line, transformer };

constexpr auto names_of(RiskKind) {
  return std::to_array<EnumName<RiskKind>>({{RiskKind::link, "link"},
                                            {RiskKind::node, "node"},
                                            {RiskKind::cable, "cable"},
                                            {RiskKind::duct, "duct"},
                                            {RiskKind::building, "building"},
                                            {RiskKind::bus, "bus"},
                                            {RiskKind::power_line, "power_line"},
                                            {RiskKind::transformer, "transformer"}});
}

struct Risk {
  RiskKind kind = RiskKind::link;
  std::uint32_t record = 0;          ///< position in the table of its kind
  std::vector<std::uint32_t> edges;  ///< that fail with it, ascending
};

/// Two risks that take down more together than both lists say.
struct JointRisk {
  std::uint32_t first = 0;  ///< position in the list of risks; first < second
  std::uint32_t second = 0;
  std::vector<std::uint32_t> edges;  ///< that fail beyond those of the two, ascending
};

struct Risks {
  std::vector<Risk> all;         ///< by kind, then record; what takes down no edge, alone or with another, is left out
  std::vector<JointRisk> joint;  ///< by first, then second
};

[[nodiscard]] Risks risks_of(const Park& park, const LayeredNetwork& network, const PowerOutages& outages);

[[nodiscard]] const std::string& id_of(const Park& park, RiskKind kind, std::uint32_t record);

}  // namespace parktwin::wired::failures
