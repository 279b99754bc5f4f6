#pragma once
// Fibre along streets by rule: ducts in the streets the core can be reached along, and a fibre of its own from the core to every
// enterprise and radio site that lies within reach of such a street. Whoever lies further away gets none, and is named in the notes.
#include <optional>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"
#include "importers/recipe/recipe_file.h"

namespace parktwin::importers {

struct FibreSiting {
  std::vector<Duct> ducts;
  std::vector<Cable> cables;
  std::vector<NetworkNode> nodes;  ///< the core router first
  std::vector<NetworkLink> links;
  std::vector<Note> notes;
};

/// Gives each connected site its backhaul node. `core` is in the local frame.
[[nodiscard]] FibreSiting lay_fibre(const std::vector<Road>& roads, const std::vector<Parcel>& parcels,
                                    const std::vector<Enterprise>& enterprises, std::vector<RadioSite>& sites, Point core,
                                    const FibreRule& rule);

}  // namespace parktwin::importers
