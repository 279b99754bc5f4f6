#pragma once
// A synthetic industrial park: street grid, quarters, parcels, buildings, enterprises, networks and grid, drawn from published ranges
// (data/reference-park/SOURCE.md) and a seed. Deterministic: the same options give the same park on every machine.
#include <cstdint>

#include "engine/core/units.h"
#include "engine/park/park.h"

namespace parktwin::importers {

struct SyntheticOptions {
  std::int32_t enterprises = 180;
  double area_km2 = 12.0;
  std::uint64_t seed = 1;
};

template <class Visitor, DescribedAs<SyntheticOptions> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"enterprises", "", "number of enterprises", 1, 5000}, options.enterprises);
  visit(Field{"area_km2", "km2", "area within the boundary", 0.5, 100}, options.area_km2);
  visit(Field{"seed", "", "seed of all choices"}, options.seed);
}

/// Precondition: options within their described ranges.
[[nodiscard]] Park generate_park(const SyntheticOptions& options);

}  // namespace parktwin::importers
