#pragma once
// What a device can send up from a place: transmit power, SINR at the base station, allocation and rate.
// Coupling loss is path loss minus all gains between the two antenna connectors. It is taken from the downlink, RSRP = energy per resource
// element − coupling loss, as reciprocal: exact on one frequency (TDD), within the path-loss difference of the duplex distance for FDD.
// Power control: 3GPP TS 38.213 v16.3.0 clause 7.1.1, P = min(Pmax, P0 + 10 lg(2^µ·M) + α·PL), without the modulation-dependent and
// closed-loop terms. Ignores power back-off by modulation (TS 38.101-1 clause 6.2.2) and the lowest power a device can set.
#include <cstdint>

#include "engine/core/units.h"
#include "engine/simulators/radio/link/modulation_table.h"
#include "engine/simulators/radio/link/throughput.h"

namespace parktwin::radio::link {

/// Of a device. P0 counts per resource block of 15 kHz spacing; it has no usual value, so none is preset beyond "always full power".
struct PowerControl {
  Dbm maximum = Dbm(23.0);  ///< power class 3, TS 38.101-1 table 6.2.1-1
  Dbm p0 = Dbm(23.0);
  double alpha = 1.0;  ///< 0 to 1
};

/// Of a base station.
struct UplinkReceiver {
  Dbm noise;                  ///< per resource element, noise figure included
  Decibel interference_rise;  ///< noise plus other cells' devices, over noise
};

/// One device's allocation of resource blocks and what it reaches.
struct UplinkBudget {
  std::int32_t resource_blocks = 0;  ///< 0: not even one block keeps the minimum; the others then describe one block
  Dbm transmit_power;
  bool power_limited = false;  ///< power control asks for more than the maximum
  Decibel sinr;                ///< per resource element, all layers together
  LayeredScheme scheme;
  MegabitsPerSecond rate;  ///< 0 without an allocation
};

[[nodiscard]] Decibel coupling_loss(Dbm energy_per_resource_element, Dbm rsrp);

/// Power over `resource_blocks`, at least one.
[[nodiscard]] Dbm transmit_power(const PowerControl& control, Decibel loss, std::int32_t resource_blocks, Hertz subcarrier_spacing);

/// SINR at the base station when the power is spread over `resource_blocks`, at least one. Never grows with their number.
[[nodiscard]] Decibel uplink_sinr(const PowerControl& control, const UplinkReceiver& receiver, Decibel loss, std::int32_t resource_blocks,
                                  Hertz subcarrier_spacing);

/// The most resource blocks, up to `available`, with which the SINR is kept; 0 when none.
[[nodiscard]] std::int32_t largest_allocation(const PowerControl& control, const UplinkReceiver& receiver, Decibel loss,
                                              std::int32_t available, Hertz subcarrier_spacing, Decibel minimum_sinr);

/// The largest allocation of the carrier `up` that keeps `minimum_sinr`, and at least what the table's lowest row needs; its rate with the
/// best number of layers up to `up.layers`.
[[nodiscard]] UplinkBudget uplink_budget(const PowerControl& control, const UplinkReceiver& receiver, Decibel loss, const CarrierLink& up,
                                         Decibel minimum_sinr, SchemeTable table, const LinkCurve& curve);

}  // namespace parktwin::radio::link
