#include "engine/park/transceivers.h"

#include <algorithm>
#include <array>

#include "engine/core/check.h"

namespace parktwin {
namespace {

constexpr TransceiverFigures row(Transceiver type, double rate_mbps, std::array<double, 4> powers_dbm, double loss_db, double reach_km,
                                 std::array<double, 2> wavelengths_nm) {
  return {type,
          MegabitsPerSecond(rate_mbps),
          Dbm(powers_dbm[0]),
          Dbm(powers_dbm[1]),
          Dbm(powers_dbm[2]),
          Dbm(powers_dbm[3]),
          Decibel(loss_db),
          Metres(1000.0 * reach_km),
          wavelengths_nm[0],
          wavelengths_nm[1]};
}

using enum Transceiver;

// Launch from, to; sensitivity; overload.
constexpr std::array table{
    row(fe_lx10, 100.0, {-15.0, -8.0, -25.0, -8.0}, 6.0, 10.0, {1260.0, 1360.0}),            // clause 58
    row(ge_lx, 1000.0, {-11.0, -3.0, -19.0, -3.0}, 4.57, 5.0, {1270.0, 1355.0}),             // clause 38
    row(ten_ge_lr, 10000.0, {-8.2, 0.5, -14.4, 0.5}, 6.2, 10.0, {1260.0, 1355.0}),           // clause 52
    row(ten_ge_er, 10000.0, {-4.7, 4.0, -15.8, -1.0}, 10.9, 30.0, {1530.0, 1565.0}),         // clause 52; 40 km are engineered links
    row(twenty_five_ge_lr, 25000.0, {-7.0, 2.0, -13.3, 2.0}, 6.3, 10.0, {1295.0, 1325.0}),   // clause 114
    row(forty_ge_lr4, 40000.0, {-7.0, 2.3, -13.7, 2.3}, 6.7, 10.0, {1264.5, 1337.5}),        // clause 87
    row(hundred_ge_lr4, 100000.0, {-4.3, 4.5, -10.6, 4.5}, 6.3, 10.0, {1294.53, 1310.19})};  // clause 88

}  // namespace

std::span<const TransceiverFigures> transceivers() { return table; }

const TransceiverFigures& figures_of(Transceiver type) {
  const auto* found = std::find_if(table.begin(), table.end(), [type](const TransceiverFigures& figures) { return figures.type == type; });
  PARKTWIN_CHECK(found != table.end(), "a transceiver that is chosen by rate has no figures of its own");
  return *found;
}

}  // namespace parktwin
