#pragma once
// How much of a neighbouring carrier's power counts as interference: the transmitter leaks into the victim's channel and the victim's
// filter lets some of the neighbour in. 1/ACIR = 1/ACLR + 1/ACS as powers (3GPP TR 36.942 clause 5.1). The limits are what equipment must
// reach at least; most is better. Ratios are between powers in channels of equal bandwidth; applied to powers per resource element they
// hold for carriers of about equal width and spacing. Ignores the absolute floors that excuse weak transmitters, and intermodulation and
// blocking of receivers.
#include "engine/core/units.h"
#include "engine/simulators/radio/link/direction.h"

namespace parktwin::radio::link {

struct AdjacentChannelLimits {
  Decibel leakage_ratio;  ///< ACLR of the transmitter
  Decibel selectivity;    ///< ACS of the receiver
};

/// Limits at the victim's carrier: down, base station into device; up, device into base station.
[[nodiscard]] AdjacentChannelLimits adjacent_channel_limits(Direction direction, Hertz frequency, Hertz victim_bandwidth);

/// ACIR.
[[nodiscard]] Decibel interference_ratio(const AdjacentChannelLimits& limits);

/// Interference in the victim per unit of the neighbour's power, from the separation between the near edges of the two channels:
/// up to one bandwidth of the neighbour 1/ACIR; up to two 1/ACLR, as base stations must keep the same leakage ratio in the second channel
/// (TS 38.104 v16.4.0 table 6.6.3.2-1; no requirement exists for devices and FR2, the same is assumed) and filters are then far better;
/// beyond 0. Also 0 for channels that overlap by more than 1 kHz: that is not interference between channels.
[[nodiscard]] double adjacent_channel_coupling(const AdjacentChannelLimits& limits, Hertz separation, Hertz neighbour_bandwidth);

}  // namespace parktwin::radio::link
