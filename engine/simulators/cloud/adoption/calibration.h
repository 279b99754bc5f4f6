#pragma once
// Lets the thresholds of the enterprises together follow a Bass curve. Each month the same amount ψ is added to everybody's value, such
// that the expected number of adopters is that of the curve; peers enter as their deviation from the share of all, so that what the curve's
// imitation holds already is not counted twice. Peers' expected states stand for their states (mean field), and who waits for a supplier or
// for its own lower level is taken as free; without network effects, policies and waiting the mean of the model is the curve itself.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/cloud/adoption/bass_curve.h"
#include "engine/simulators/cloud/adoption/drivers.h"
#include "engine/simulators/cloud/adoption/options.h"
#include "engine/simulators/cloud/adoption/peers.h"

namespace parktwin::cloud::adoption {

/// infrastructure, platform, business systems, equipment.
inline constexpr std::size_t level_count = 4;
[[nodiscard]] constexpr CloudLevel level_at(std::size_t index) { return static_cast<CloudLevel>(index + 1); }

struct CurveChoice {
  BassCurve curve;
  bool fitted = false;
  std::int32_t dated_enterprises = 0;  ///< on a cloud with the year of their first contract
  std::int32_t first_year = 0;         ///< of a fit
  double rms_error = 0.0;
};

/// Fitted to the years of first contracts, enterprises without a year spread like those with one; the given curve when that is asked for or
/// when there are fewer than three different years.
[[nodiscard]] CurveChoice choose_curve(const Park& park, const Options& options);

/// One level of cloud use.
struct LevelState {
  std::vector<std::uint8_t> adopted;  ///< today, per enterprise
  double share = 0.0;                 ///< today
};

[[nodiscard]] std::array<LevelState, level_count> states_today(const Park& park);

struct LevelCurve {
  std::vector<double> target;          ///< share at the end of months 0, 1, …; never below today's
  std::vector<double> push;            ///< ψ of months 0, 1, …
  std::vector<double> adopted_before;  ///< per enterprise: probability of having adopted by today, which it has not used; 0 when barred
};

/// The state of a level and who is barred from it without any policy.
struct Situation {
  LevelState state;
  std::vector<std::uint8_t> barred;
};

/// Share of the curve at the end of each month from today's share on: today lies on the curve, wherever that is.
[[nodiscard]] std::vector<double> targets(const BassCurve& curve, double share_today, std::int32_t months);

[[nodiscard]] LevelCurve calibrate(const BassCurve& curve, const Situation& situation, const Drivers& drivers, const PeerGraph& graph,
                                   const Options& options, std::int32_t months);

}  // namespace parktwin::cloud::adoption
