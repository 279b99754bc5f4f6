#pragma once
// How many bits one resource element of one layer carries at a given SINR.
// Rows: 3GPP TS 38.214 v16.4.0 tables 5.1.3.1-1, 5.1.3.1-2 (MCS) and 5.2.2.1-2, 5.2.2.1-3 (CQI). Required SINR: attenuated Shannon bound
// η = α·log2(1 + SINR/gap). TR 36.942 annex A.2 has the same form with α = 0.6 and no gap for LTE over fading channels, which would ask
// 37 dB of the last row; here α and gap are fitted to simulated block errors of the NR code (Sionna 2.2.0, sys/bler_tables/PDSCH_table1
// and 2: white noise, code blocks of 2000 bits, 10 % block errors). 51 rows from 0.49 to 7.16 bit/s/Hz lie within 0.7 dB of the curve,
// 0.25 dB rms; the others are extrapolated. A receiver needs more than its code: see LinkCurve::implementation_margin.
// Ignores fast fading, retransmissions and smaller code blocks.
#include <cstdint>
#include <optional>
#include <span>

#include "engine/core/units.h"

namespace parktwin::radio::link {

struct ModulationScheme {
  std::int32_t index = 0;             ///< I_MCS or CQI
  std::int32_t modulation_order = 2;  ///< bits per symbol: 2 QPSK, 4, 6, 8 256QAM
  double code_rate_x1024 = 0.0;

  /// Bits per resource element and layer; equally bit/s/Hz before overhead.
  [[nodiscard]] constexpr double efficiency() const { return modulation_order * code_rate_x1024 / 1024.0; }
};

enum class SchemeTable { mcs_64qam, mcs_256qam, cqi_64qam, cqi_256qam };

/// Ascending indices. Efficiency ascends too, but for I_MCS 17 of the 64QAM table, which carries less than 16.
[[nodiscard]] std::span<const ModulationScheme> schemes(SchemeTable table);

struct LinkCurve {
  double attenuation = 0.925;  ///< α
  Decibel gap = Decibel(1.2);
  /// Channel estimation and hardware. With 2.5 dB the curve comes within 1 dB of another simulator's less ideal link: 5G-LENA,
  /// nr-eesm-t2.cc, I_MCS 2 to 5 and 25, largest code blocks.
  Decibel implementation_margin = Decibel(2.5);
};

/// Precondition: efficiency positive.
[[nodiscard]] Decibel required_sinr(double efficiency, const LinkCurve& curve);

/// The row with the most bits whose required SINR is met; none below all of them.
[[nodiscard]] std::optional<ModulationScheme> best_scheme(SchemeTable table, Decibel sinr, const LinkCurve& curve);

/// Several layers divide the transmit power, so that each sees the SINR of one layer divided by their number.
struct LayeredScheme {
  std::int32_t layers = 0;  ///< 0: out of reach
  ModulationScheme scheme;  ///< of each layer

  /// Bits per resource element over all layers.
  [[nodiscard]] constexpr double efficiency() const { return layers * scheme.efficiency(); }
};

/// The number of layers, up to `most_layers`, and the scheme that carry most; fewer layers where equal. Layers are taken as orthogonal:
/// rich scattering and at least as many antennas at both ends. Precondition: most_layers positive.
[[nodiscard]] LayeredScheme best_layers(SchemeTable table, Decibel sinr, std::int32_t most_layers, const LinkCurve& curve);

}  // namespace parktwin::radio::link
