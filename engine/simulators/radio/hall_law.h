#pragma once
// What an antenna that hangs inside a building brings at a distance: 3GPP TR 38.901 v16.1.0, indoor factory (InF) in factories, warehouses
// and utility buildings, mixed office (InH-Office) in all others. Sight is a probability there, so the level is the mean in dB over it, and
// the deviation that of the mixture of both cases about this mean. Which of the InF rows applies follows from the building's clutter and
// the heights of antenna and device. Ignores inner walls, floors and where machines stand. Valid 1–600 m (InF) and 1–150 m (InH).
#include <cstdint>

#include "engine/park/park.h"
#include "engine/simulators/radio/indoor_factory.h"

namespace parktwin::radio {

/// The building around an antenna as its law needs it.
struct Hall {
  std::int32_t building = 0;  ///< index into park.buildings
  Box box;                    ///< its footprint's bounds
  double floor_m = 0.0;       ///< elevation
  bool is_office = false;     ///< InH-Office; the rest is of InF
  FactoryHall kind = FactoryHall::sparse_low;
  double clear_way_m = 0.0;  ///< k_subsce
};

/// `size_m` as given, else table 7.2-4's.
[[nodiscard]] Clutter clutter_of(const Building& building);

/// Heights above the floor, which lies at the ground's elevation at the footprint's centroid.
[[nodiscard]] Hall hall_at(const Park& park, Id<Building> building, Metres antenna_height, Metres device_height);

/// Both cases, and the share of the one with sight. Distances along the ground and in space.
struct HallPath {
  double clear_share = 1.0;
  double clear_db = 0.0;
  double blocked_db = 0.0;
};
[[nodiscard]] HallPath hall_path(const Hall& hall, Hertz frequency, double ground_m, double slant_m);

[[nodiscard]] double mean_loss_db(const HallPath& path);

/// Standard deviation about the mean loss, √(p σ₁² + (1−p) σ₂² + p (1−p) (L₂−L₁)²). The difference of the losses is taken at 1 GHz: it
/// changes by 1 dB (InF) and 5 dB (InH) per decade of frequency, and the deviation of a place should not depend on the carrier.
[[nodiscard]] double hall_deviation_db(const Hall& hall, double ground_m, double slant_m);

}  // namespace parktwin::radio
