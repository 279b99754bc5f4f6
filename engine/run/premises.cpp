#include "engine/run/premises.h"

#include <utility>

namespace parktwin {

std::vector<std::vector<MultiPolygon>> premises_of(const Park& park) {
  std::vector<std::vector<MultiPolygon>> all(park.enterprises->size());
  for (const auto& building : *park.buildings) {
    if (building.enterprise.valid()) all[building.enterprise.index()].push_back({{building.footprint}});
  }
  std::vector<std::vector<MultiPolygon>> ground(all.size());
  for (const auto& parcel : *park.parcels) {
    if (parcel.enterprise.valid()) ground[parcel.enterprise.index()].push_back(parcel.shape);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].empty()) all[i] = std::move(ground[i]);
  }
  return all;
}

}  // namespace parktwin
