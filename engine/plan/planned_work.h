#pragma once
// One thing that a plan builds or buys, as a plan over years takes it: the changes that make it, what it costs, what must stand before it.
#include <cstdint>
#include <string>
#include <vector>

namespace parktwin::plan {

struct PlannedWork {
  std::string id;       ///< of the record that it makes
  std::string changes;  ///< items of a scenario's list of changes
  double capital_cny = 0.0;
  double gain = 0.0;                 ///< of each year in which it stands; all works of a part together: 1
  std::vector<std::uint32_t> needs;  ///< works that come before it in the list
  bool is_site = false;
  bool at_once = false;  ///< must be done in the first year
};

}  // namespace parktwin::plan
