#pragma once
// What a cell radiates: equivalent isotropically radiated power in its antenna's beam, transmit power less feeder loss plus peak gain
// (Radio Regulations No. 1.161: power supplied to the antenna times its gain over isotropic), totalled over the channel's bandwidth. A
// cell with a limit reduces its power to keep it, as a base station set up by its licence would.
// Ignores limits per bandwidth or per direction: the beam's peak counts whole.
#include "engine/park/radio_inventory.h"

namespace parktwin::radio {

struct RadiatedPower {
  Dbm eirp;            ///< with the limit kept
  Dbm transmit_power;  ///< that gives it
  Decibel reduction;   ///< of the cell's transmit power; 0 where no limit binds
};

[[nodiscard]] RadiatedPower radiated_power(const RadioCell& cell, const Antenna& antenna);

}  // namespace parktwin::radio
