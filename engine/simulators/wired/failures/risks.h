#pragma once
// What can fail, and which edges of the network fail with it: a link; a node with all its links; a cable; a duct with all cables in it; a
// building with all nodes in it; a bus, power line or transformer with all nodes that lose their supply by it.
#include <array>
#include <string>
#include <vector>

#include "engine/simulators/wired/failures/network.h"

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

/// By kind, then record; what no edge fails with is left out.
[[nodiscard]] std::vector<Risk> risks_of(const Park& park, const Network& network);

[[nodiscard]] const std::string& id_of(const Park& park, RiskKind kind, std::uint32_t record);

}  // namespace parktwin::wired::failures
