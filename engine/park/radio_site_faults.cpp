#include "engine/park/radio_site_faults.h"

#include <fmt/format.h>

namespace parktwin {

std::vector<RadioSiteFault> faults_of(const RadioSite& site, const Park& park) {
  if (!site.inside) return {};
  if (!site.building.valid()) return {{"inside", "found true, expected false or the building in which the antennas hang"}};
  if (site.building.index() >= park.buildings->size()) return {};
  const Building& building = (*park.buildings)[site.building];
  std::vector<RadioSiteFault> faults;
  if (!contains(building.footprint, site.position)) {
    faults.push_back(
        {"position", fmt::format("found ({:.1f}, {:.1f}) m, expected a place within the footprint of building {}, in which the "
                                 "antennas hang",
                                 site.position.x, site.position.y, building.id)});
  }
  if (site.height > building.height) {
    faults.push_back({"height_m", fmt::format("found {} m, expected at most {} m: the antennas hang below the roof of building {}",
                                              site.height.value(), building.height.value(), building.id)});
  }
  return faults;
}

}  // namespace parktwin
