#pragma once
// A part of a superblock between streets, and how it is cut into rows of plots.
#include <array>
#include <vector>

#include "importers/synthetic/draws.h"
#include "importers/synthetic/plan.h"

namespace parktwin::importers::synthetic {

struct Subblock {
  Rect area;
  std::array<double, 4> street_width = {0.0, 0.0, 0.0, 0.0};  ///< of the street along each Side; 0: none
};

/// Cuts into `count` plots: one row, or two back to back, along the longer side. Each gets a front: the widest street when `wide_front`,
/// else the narrowest. Precondition: count > 0.
[[nodiscard]] std::vector<Lot> cut_into_lots(const Subblock& subblock, std::size_t count, bool wide_front, Draws& draws);

/// Takes about `area_m2` off one end of the lot, across its front; none (zero area) when the lot is too small.
[[nodiscard]] Rect take_end(Lot& lot, double area_m2);

}  // namespace parktwin::importers::synthetic
