#pragma once
// 5G sites of the shared network: roof positions and masts, dense in the centre and thin at the process quarter and the logistics edge,
// wide-area 700 MHz masts and lamp posts on the square. Deliberately uneven.
#include <vector>

#include "importers/synthetic/draft.h"

namespace parktwin::importers::synthetic {

enum class SiteKind { macro_roof, macro_mast, wide_area, lamp_post };

struct SitePlan {
  Point at;  ///< plan frame
  SiteKind kind = SiteKind::macro_mast;
  Quarter quarter = Quarter::machinery;
  std::size_t building = 0;  ///< of roof positions
  double height = 25.0;      ///< above ground, or above the roof
};

[[nodiscard]] std::vector<SitePlan> plan_sites(const Draft& draft);

struct RadioTables {
  std::vector<Antenna> antennas;
  std::vector<RadioSite> sites;
  std::vector<RadioCell> cells;
};

/// One site record per plan, cells with azimuths, tilts and loads. Backhaul is still missing.
[[nodiscard]] RadioTables build_radio(const Draft& draft, const std::vector<SitePlan>& plans);

}  // namespace parktwin::importers::synthetic
