#pragma once
// The radio map's line of sight held against exact rays: street cells around every mast, by the sweep, by the refined sweep and by Embree.
#include <cstddef>

#include "engine/park/park.h"

namespace parktwin::radio {

struct SightComparison {
  std::size_t masts = 0;
  std::size_t streets = 0;        ///< pairs of mast and sampled street cell within 1.5 km
  std::size_t seen = 0;           ///< of them in sight of exact rays
  std::size_t only_sweep = 0;     ///< seen by the sweep alone
  std::size_t only_exact = 0;     ///< seen by exact rays alone
  std::size_t near_an_edge = 0;   ///< of both: exact rays disagree among themselves within half a cell
  std::size_t still_differs = 0;  ///< after refinement
  [[nodiscard]] double sweep_agreement() const { return 1.0 - static_cast<double>(only_sweep + only_exact) / static_cast<double>(streets); }
  [[nodiscard]] double agreement() const { return 1.0 - static_cast<double>(still_differs) / static_cast<double>(streets); }
};

/// Every `stride`-th cell in both directions, another phase for each mast. Masts below the roof of their own building are left out.
[[nodiscard]] SightComparison compare_sight(const Park& park, Metres resolution, std::int32_t stride);

}  // namespace parktwin::radio
