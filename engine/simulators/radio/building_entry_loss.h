#pragma once
// Loss on entering a building, statistically over buildings and places inside, ITU-R P.2109-2 section 3: the decibel sum of two lognormal
// parts (A along the direct way in, rising with elevation, and B around it) and a floor C. Valid from 0.08 to 100 GHz. `probability` is the
// share of places whose loss is smaller. Thermally efficient: metallised glass or foil-backed panels; traditional: everything else.
// It replaces a wall loss plus depth loss; the building's size, storeys and materials do not enter.
#include "engine/core/units.h"
#include "engine/simulators/radio/valid_range.h"

namespace parktwin::radio {

enum class BuildingClass { traditional, thermally_efficient };

inline constexpr ValidRange building_entry_frequency_ghz = {0.08, 100.0};

/// In dB. Precondition: frequency positive, probability in (0, 1). `elevation_deg` of the path at the façade, of either sign.
[[nodiscard]] double building_entry_loss_db(BuildingClass building, Hertz frequency, double probability, double elevation_deg);

/// The loss half the places exceed.
[[nodiscard]] double median_building_entry_loss_db(BuildingClass building, Hertz frequency, double elevation_deg);

}  // namespace parktwin::radio
