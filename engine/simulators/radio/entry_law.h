#pragma once
// Which loss a signal takes on entering a building.
//   material   TR 38.901 clause 7.4.3.1 by the walls of each building (entry_loss.h)
//   low, high  its low-loss or high-loss model for every building (30 % standard glass, or 70 % coated glass, in concrete)
//   p2109      ITU-R P.2109-2 (building_entry_loss.h) of a horizontal path, the loss that a share `probability` of places stays below;
//              buildings with coated glass or metal count as thermally efficient. It holds the way inside as well: no loss per metre.
// Deviations: σP of TR 38.901 table 7.4.3-2; of P.2109 half the way between the losses 16 and 84 % of places stay below.
#include <array>
#include <optional>

#include "engine/core/describe.h"
#include "engine/core/units.h"
#include "engine/park/building.h"

namespace parktwin::radio {

enum class EntryLaw { material, low, high, p2109 };

constexpr auto names_of(EntryLaw) {
  return std::to_array<EnumName<EntryLaw>>(
      {{EntryLaw::material, "material"}, {EntryLaw::low, "low"}, {EntryLaw::high, "high"}, {EntryLaw::p2109, "p2109"}});
}

struct EntryChoice {
  EntryLaw law = EntryLaw::material;
  double probability = 0.5;  ///< in (0, 1); p2109 only
};

/// With `deviate`, a building whose loss is drawn: so many standard deviations from the median, `probability` left alone.
/// Precondition: frequency positive.
[[nodiscard]] Decibel entry_loss(const EntryChoice& choice, WallMaterial material, Hertz frequency,
                                 std::optional<double> deviate = std::nullopt);

/// Standard deviation between buildings; of p2109 between places inside as well.
[[nodiscard]] Decibel entry_loss_deviation(const EntryChoice& choice, WallMaterial material, Hertz frequency);

}  // namespace parktwin::radio
