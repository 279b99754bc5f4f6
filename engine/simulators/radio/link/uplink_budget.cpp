#include "engine/simulators/radio/link/uplink_budget.h"

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"

namespace parktwin::radio::link {
namespace {

constexpr double subcarriers_per_block = 12.0;

double lg10(double value) { return 10.0 * std::log10(value); }

// TS 38.213 clause 7.1.1 before the maximum, for one block: P0 + 10 lg 2^µ + α·PL.
Dbm wanted_per_block(const PowerControl& control, Decibel loss, Hertz subcarrier_spacing) {
  PARKTWIN_CHECK(control.alpha >= 0.0 && control.alpha <= 1.0, "alpha is a share");
  PARKTWIN_CHECK(subcarrier_spacing > Hertz(0.0), "subcarrier spacing must be positive");
  return control.p0 + Decibel(lg10(subcarrier_spacing / Hertz(15e3))) + control.alpha * loss;
}

Dbm possible_per_block(const PowerControl& control, std::int32_t resource_blocks) {
  PARKTWIN_CHECK(resource_blocks > 0, "at least one resource block");
  return control.maximum - Decibel(lg10(resource_blocks));
}

}  // namespace

Decibel coupling_loss(Dbm energy_per_resource_element, Dbm rsrp) { return energy_per_resource_element - rsrp; }

Dbm transmit_power(const PowerControl& control, Decibel loss, std::int32_t resource_blocks, Hertz subcarrier_spacing) {
  PARKTWIN_CHECK(resource_blocks > 0, "at least one resource block");
  return std::min(control.maximum, wanted_per_block(control, loss, subcarrier_spacing) + Decibel(lg10(resource_blocks)));
}

Decibel uplink_sinr(const PowerControl& control, const UplinkReceiver& receiver, Decibel loss, std::int32_t resource_blocks,
                    Hertz subcarrier_spacing) {
  const Dbm per_block = std::min(wanted_per_block(control, loss, subcarrier_spacing), possible_per_block(control, resource_blocks));
  const Dbm received = per_block - Decibel(lg10(subcarriers_per_block)) - loss;
  return received - (receiver.noise + receiver.interference_rise);
}

std::int32_t largest_allocation(const PowerControl& control, const UplinkReceiver& receiver, Decibel loss, std::int32_t available,
                                Hertz subcarrier_spacing, Decibel minimum_sinr) {
  std::int32_t kept = 0;
  std::int32_t beyond = available + 1;
  while (beyond - kept > 1) {  // SINR never grows with the number of blocks
    const std::int32_t middle = kept + (beyond - kept) / 2;
    const bool enough = uplink_sinr(control, receiver, loss, middle, subcarrier_spacing) >= minimum_sinr;
    (enough ? kept : beyond) = middle;
  }
  return kept;
}

UplinkBudget uplink_budget(const PowerControl& control, const UplinkReceiver& receiver, Decibel loss, const CarrierLink& up,
                           Decibel minimum_sinr, SchemeTable table, const LinkCurve& curve) {
  PARKTWIN_CHECK(up.direction == Direction::up, "an uplink budget takes an uplink carrier");
  UplinkBudget budget;
  const Decibel needed = std::max(minimum_sinr, required_sinr(schemes(table).front().efficiency(), curve));
  budget.resource_blocks = largest_allocation(control, receiver, loss, up.resource_blocks, up.subcarrier_spacing, needed);
  const std::int32_t blocks = std::max(budget.resource_blocks, 1);
  budget.transmit_power = transmit_power(control, loss, blocks, up.subcarrier_spacing);
  budget.power_limited = wanted_per_block(control, loss, up.subcarrier_spacing) > possible_per_block(control, blocks);
  budget.sinr = uplink_sinr(control, receiver, loss, blocks, up.subcarrier_spacing);
  budget.scheme = best_layers(table, budget.sinr, up.layers, curve);
  CarrierLink allocated = up;
  allocated.resource_blocks = budget.resource_blocks;
  allocated.layers = budget.scheme.layers;
  budget.rate = expected_rate(allocated, budget.scheme.scheme.efficiency());
  return budget;
}

}  // namespace parktwin::radio::link
