#pragma once
// 5G sites along streets by rule: one every `spacing` metres of each street, beside the carriageway, not nearer to another than 0.6 of the
// spacing; three cells each, the first looking along the street.
#include <vector>

#include "engine/park/land.h"
#include "engine/park/radio_inventory.h"
#include "importers/recipe/recipe_file.h"

namespace parktwin::importers {

struct RadioSiting {
  std::vector<Antenna> antennas;
  std::vector<RadioSite> sites;
  std::vector<RadioCell> cells;
};

[[nodiscard]] RadioSiting site_along(const std::vector<Road>& roads, const RadioRule& rule);

}  // namespace parktwin::importers
