#pragma once
// A park of as many box buildings as are wanted, in blocks of a square grid, of all uses and heights.
#include <cmath>
#include <string>
#include <vector>

#include "engine/park/park.h"

namespace parktwin::viz::testing {

inline Park many_buildings(std::size_t count) {
  constexpr double pitch = 40.0;
  const auto side = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(count))));
  const auto uses = names_of(BuildingUse{});
  std::vector<Building> list;
  list.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double west = pitch * static_cast<double>(i % side);
    const double south = pitch * static_cast<double>(i / side);
    const double length = 14.0 + static_cast<double>(i * 7 % 13);
    Building building;
    building.id = "B-" + std::to_string(i);
    building.use = uses[i * 31 % uses.size()].value;
    building.height = Metres(6.0 + static_cast<double>(i * 17 % 43));
    building.floors = static_cast<std::int32_t>(building.height.value() / 4.0);
    building.footprint.outer = {{west, south}, {west + length, south}, {west + length, south + 18.0}, {west, south + 18.0}};
    list.push_back(std::move(building));
  }
  Park park;
  const double end = pitch * static_cast<double>(side);
  Site site;
  site.name = "A hundred thousand";
  site.boundary = {{Polygon{{{-20.0, -20.0}, {end, -20.0}, {end, end}, {-20.0, end}}, {}}}};
  park.site = Part<Site>(std::move(site));
  park.buildings = Part<Table<Building>>(Table<Building>(std::move(list)));
  return park;
}

}  // namespace parktwin::viz::testing
