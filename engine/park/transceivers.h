#pragma once
// What IEEE 802.3 fixes for the transceivers of point-to-point links on single-mode fibre: rate, powers, allowed loss of the fibre, reach.
// The allowed loss is the standard's channel insertion loss; what dispersion and reflections take is already off it. Of several lanes the
// powers are those of each lane. Sources: the clauses named in transceivers.cpp, as makers and the 802.3 reflector repeat them
// (docs/references.md); types whose numbers no outside copy confirmed are left out.
#include <span>

#include "engine/park/wired_inventory.h"

namespace parktwin {

struct TransceiverFigures {
  Transceiver type;
  MegabitsPerSecond rate;
  Dbm launch_least;  ///< average power
  Dbm launch_most;
  Dbm sensitivity;  ///< least average power received
  Dbm overload;     ///< largest average power received
  Decibel most_loss;
  Metres reach;  ///< on G.652 fibre
  double wavelength_least_nm;
  double wavelength_most_nm;
  /// Below it the receiver may be overloaded; 0 when nothing is.
  [[nodiscard]] Decibel least_loss() const { return launch_most.value() > overload.value() ? launch_most - overload : Decibel(0.0); }
};

/// All types, slower ones first, then those of shorter reach.
[[nodiscard]] std::span<const TransceiverFigures> transceivers();

/// Precondition: not by_rate.
[[nodiscard]] const TransceiverFigures& figures_of(Transceiver type);

}  // namespace parktwin
