#include "engine/simulators/radio/radiated_power.h"

#include "engine/simulators/radio/antenna_pattern.h"

namespace parktwin::radio {

RadiatedPower radiated_power(const RadioCell& cell, const Antenna& antenna) {
  const Dbm free = cell.transmit_power - cell.feeder_loss + Decibel(peak_gain_dbi(antenna));
  if (!cell.eirp_limit || free <= *cell.eirp_limit) return {free, cell.transmit_power, Decibel(0.0)};
  const Decibel reduction = free - *cell.eirp_limit;
  return {*cell.eirp_limit, cell.transmit_power - reduction, reduction};
}

}  // namespace parktwin::radio
