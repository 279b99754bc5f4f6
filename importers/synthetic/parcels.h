#pragma once
// Superblocks cut by 20 m local streets into rows of plots, each with a street front; public plots (square, service centre, data centre,
// car parks, pocket parks, utilities, apartments) where the quarter has them.
#include <vector>

#include "importers/synthetic/street_grid.h"

namespace parktwin::importers::synthetic {

struct Subdivision {
  std::vector<Lot> lots;       ///< in the order of the blocks
  std::vector<Street> locals;  ///< without names
};

/// Guarantees: lots lie inside their blocks and overlap neither each other nor a street; one public_centre, data_centre and substation
/// each; at least one enterprise lot; at most `enterprises` enterprise lots (what is beyond is reserve).
[[nodiscard]] Subdivision subdivide(const StreetGrid& grid, const std::vector<Superblock>& blocks, const SyntheticOptions& options);

}  // namespace parktwin::importers::synthetic
