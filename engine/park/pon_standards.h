#pragma once
// What the standards of passive optical networks fix: classes of optical path loss, downstream powers, splitters, reach.
// Sources: ITU-T G.984.2 (08/2019) for GPON, G.9807.1 (2016) with Amd. 2 for XGS-PON; 50G-PON (G.9804.3) uses the same classes, its powers
// are not tabulated here. Launch and receiver powers are those of a table of both Recommendations published by VeEX (FX120 manual, 2020)
// and, for B+ and N1 to E1, of a second maker; they reproduce the loss ranges with a path penalty of 0.5 dB (B+, GPON) or 1 dB. Splitter
// losses: largest insertion loss of planar splitters, 3.5 dB for each doubling.
#include <optional>

#include "engine/park/wired_inventory.h"

namespace parktwin {

struct LossRange {
  Decibel least;  ///< below it the receivers may be overloaded
  Decibel most;   ///< above it the receivers may be below their sensitivity
};

/// None when the standard has no such class.
[[nodiscard]] std::optional<LossRange> loss_range(PonStandard standard, PonClass loss_class);

/// At the optical line terminal's transmitter and the unit's receiver.
struct DownstreamPowers {
  Dbm launch_least;
  Dbm launch_most;
  Dbm sensitivity;
  Dbm overload;
};

[[nodiscard]] std::optional<DownstreamPowers> downstream_powers(PonStandard standard, PonClass loss_class);

/// None for a ratio that splitters are not made with.
[[nodiscard]] std::optional<Decibel> splitter_loss(std::int32_t ratio);

/// Longest fibre from the line terminal to a unit: 20 km, the physical reach all three standards ask of their classes.
inline constexpr Metres pon_reach = Metres(20e3);

}  // namespace parktwin
