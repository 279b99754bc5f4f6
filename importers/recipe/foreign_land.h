#pragma once
// Parcels, their owners as enterprises, buildings and roads, read from the layers a recipe names.
#include <string>
#include <vector>

#include "engine/core/errors.h"
#include "engine/core/note.h"
#include "engine/park/park.h"
#include "importers/gdal_layers/reference_system.h"
#include "importers/recipe/recipe_file.h"

namespace parktwin::importers {

struct ForeignLand {
  std::vector<Parcel> parcels;
  std::vector<Enterprise> enterprises;  ///< one per distinct owner, in the order of their first parcel
  std::vector<Building> buildings;
  std::vector<Road> roads;
  std::vector<Zone> road_areas;  ///< one public zone per road
  std::vector<Note> notes;       ///< what was guessed or left out, with counts
};

[[nodiscard]] ForeignLand read_foreign_land(const Recipe& recipe, const LocalFrame& frame, Problems& problems);

}  // namespace parktwin::importers
