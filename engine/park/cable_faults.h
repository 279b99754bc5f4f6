#pragma once
// Where cables of the inventory cannot lie or lead as it says: ducts that do not join to one course, more links than fibres, links whose
// nodes stand far away from the course of the cable they name. Doubtful, because an inventory may rightly hold such or know only a part of
// the ducts: a cable that no link uses, a long way between a node and the course, and an end of a course with no node of its links.
#include <string>
#include <string_view>
#include <vector>

#include "engine/park/park.h"

namespace parktwin {

/// Ducts whose ends lie further apart do not join: a joint chamber or hand hole spans a few metres. An assumption.
inline constexpr Metres duct_joint_tolerance = Metres(10.0);
/// From the course of a cable to a device on it, the way inside its building included, which no duct shows: longer is doubtful,
/// an assumption.
inline constexpr Metres cable_end_tolerance = Metres(100.0);
/// Longer is a fault: more than the way from street to door that imported inventories leave out (433 m on Jurong Island). An assumption.
inline constexpr Metres longest_lead_in = Metres(1000.0);

struct CableFault {
  std::string_view table;  ///< cables or network_links
  std::string record;      ///< its id
  std::string_view field;
  std::string message;  ///< what was found and what is expected
};

/// All that is surely wrong. References that lead outside their tables are left to the check of single fields.
[[nodiscard]] std::vector<CableFault> cable_faults(const Park& park);
/// What is doubtful only; of a park without cable faults.
[[nodiscard]] std::vector<CableFault> doubtful_cables(const Park& park);

}  // namespace parktwin
