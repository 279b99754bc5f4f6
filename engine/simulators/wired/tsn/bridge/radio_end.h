#pragma once
// What the bridge takes from the radio result: at the device's end of every link over 5G, which cell serves there and how well. Filled
// where the order of the simulators is known; the bridge does not know the radio simulator.
#include <vector>

#include "engine/park/radio_inventory.h"
#include "engine/park/wired_inventory.h"

namespace parktwin::wired::tsn::bridge {

/// A modulation and coding scheme.
struct Scheme {
  double bits_per_element = 0.0;  ///< of a resource element
  double needed_sinr_db = 0.0;    ///< for the error target of 3GPP TS 38.214 clause 5.2.2.1
};

struct RadioDirection {
  double sinr_db = 0.0;
  double elements_per_slot = 0.0;  ///< resource elements of a whole slot that carry data, at that SINR
  double taken_share = 0.0;        ///< of the slots, by others
};

struct RadioEnd {
  Id<NetworkLink> link;
  Id<RadioCell> cell;  ///< that serves at the device's place; none: no cell does
  RadioDirection down;
  RadioDirection up;
};

struct RadioEnds {
  std::vector<Scheme> schemes;  ///< ascending
  std::vector<RadioEnd> ends;   ///< one per link with a radio cell, in the order of the links
};

}  // namespace parktwin::wired::tsn::bridge
