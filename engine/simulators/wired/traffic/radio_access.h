#pragma once
// What traffic takes from the radio result: which cells carry an enterprise's devices, at which rate, and how their frames are cut.
// Filled where the order of the simulators is known; traffic itself does not know the radio simulator.
#include <vector>

#include "engine/core/table.h"
#include "engine/park/enterprise.h"
#include "engine/park/radio_inventory.h"

namespace parktwin::wired::traffic {

/// One radio cell, in the order of park.radio_cells.
struct CellState {
  double busy_down = 0.0;  ///< share of its downlink that others use
  double slot_ms = 0.5;
  double period_ms = 2.5;  ///< of its slots; one slot where both directions run at once
};

/// Part of an enterprise's devices that one cell carries.
struct CellShare {
  Id<Enterprise> enterprise;
  Id<RadioCell> cell;      ///< none: no cell serves there
  double share = 0.0;      ///< of all its devices; the shares of an enterprise add up to 1
  double up_mbit_s = 0.0;  ///< rate of one device there that has the cell for itself
  double down_mbit_s = 0.0;
};

struct RadioAccess {
  std::vector<CellState> cells;    ///< one per radio cell, or none at all
  std::vector<CellShare> serving;  ///< by enterprise; one that is not listed has no radio access
};

}  // namespace parktwin::wired::traffic
