#pragma once
// Heights and floors where a source has none: storeys of a typical height for the use of the building. Everything set here is an
// assumption: the building is marked, the notes count it, and park.yaml may give other figures.
#include <array>
#include <cstdint>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/building.h"

namespace parktwin::importers {

struct HeightRule {
  Metres storey;
  std::int32_t floors = 1;  ///< where neither floors nor height are known
};

template <class Visitor, DescribedAs<HeightRule> Self>
void describe(Visitor&& visit, Self& rule) {
  visit(Field{"storey_m", "m", "height of one storey", 1, 100}, rule.storey);
  visit(Field{"floors", "", "storeys where neither floors nor height are known", 1, 150}, rule.floors);
}

/// One rule for each use, in the order of names_of(BuildingUse).
using HeightRules = std::array<HeightRule, names_of(BuildingUse{}).size()>;

/// Typical of Chinese industrial parks; planning assumptions, not measurements.
[[nodiscard]] HeightRules usual_height_rules();
[[nodiscard]] HeightRule& rule_for(HeightRules& rules, BuildingUse use);

/// Which of the two a source gave.
struct HeightSource {
  bool height = false;
  bool floors = false;
};

/// Sets floors × storey height where the height is missing, floors = height / storey (at least 1) where only they are. Adds a note with the
/// count of each. Precondition: one source entry per building.
void apply_height_rules(HeightRules rules, const std::vector<HeightSource>& sources, std::vector<Building>& buildings,
                        std::vector<Note>& notes);

}  // namespace parktwin::importers
