#pragma once
// Points beside the streets that networks attach to, in the order RouteGraph was given them.
#include <vector>

#include "importers/synthetic/draft.h"
#include "importers/synthetic/radio_layout.h"
#include "importers/synthetic/route_graph.h"

namespace parktwin::importers::synthetic {

/// Middle of the lot's front.
[[nodiscard]] Point front_of(const Lot& lot);

/// One place per lot, then one per site, then one per crossing of arterials (where cabinets stand).
struct Places {
  std::vector<Point> points;
  std::size_t lot_count = 0;
  std::size_t site_count = 0;
  [[nodiscard]] std::size_t lot(std::size_t index) const { return index; }
  [[nodiscard]] std::size_t site(std::size_t index) const { return lot_count + index; }
  [[nodiscard]] std::size_t crossing(std::size_t index) const { return lot_count + site_count + index; }
  [[nodiscard]] std::size_t crossing_count() const { return points.size() - lot_count - site_count; }
};

[[nodiscard]] Places collect_places(const Draft& draft, const std::vector<SitePlan>& sites);

}  // namespace parktwin::importers::synthetic
