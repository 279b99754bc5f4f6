#pragma once
// Which superblock belongs to which quarter: the centre and the headquarters by the lake, research across the canal, logistics at the
// motorway exit, process industry and the utility island in the south-east (lee of the prevailing winter wind), plants between.
#include <vector>

#include "importers/synthetic/street_grid.h"

namespace parktwin::importers::synthetic {

/// Gives every block its quarter. With fewer than nine blocks there is no lake, with fewer than five no utility island; block lists are
/// never without a centre.
void assign_quarters(const StreetGrid& grid, std::vector<Superblock>& blocks);

}  // namespace parktwin::importers::synthetic
