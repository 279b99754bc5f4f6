#include "importers/park_folder/height_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"

namespace parktwin::importers {

HeightRules usual_height_rules() {
  HeightRules rules;
  rule_for(rules, BuildingUse::factory) = {Metres(6.0), 2};
  rule_for(rules, BuildingUse::warehouse) = {Metres(10.0), 1};
  rule_for(rules, BuildingUse::office) = {Metres(3.9), 6};
  rule_for(rules, BuildingUse::research) = {Metres(4.2), 5};
  rule_for(rules, BuildingUse::data_centre) = {Metres(5.5), 4};
  rule_for(rules, BuildingUse::residential) = {Metres(3.0), 11};
  rule_for(rules, BuildingUse::public_service) = {Metres(4.2), 4};
  rule_for(rules, BuildingUse::utility) = {Metres(6.0), 1};
  rule_for(rules, BuildingUse::parking) = {Metres(3.3), 4};
  rule_for(rules, BuildingUse::tank) = {Metres(12.0), 1};
  rule_for(rules, BuildingUse::other) = {Metres(4.0), 2};
  return rules;
}

HeightRule& rule_for(HeightRules& rules, BuildingUse use) {
  std::size_t position = 0;
  for (const auto& entry : names_of(BuildingUse{})) {
    if (entry.value == use) return rules[position];
    ++position;
  }
  PARKTWIN_CHECK(false, "a use without a name has no rule");
}

void apply_height_rules(HeightRules rules, const std::vector<HeightSource>& sources, std::vector<Building>& buildings,
                        std::vector<Note>& notes) {
  PARKTWIN_CHECK(sources.size() == buildings.size(), "one source entry per building");
  std::size_t heights = 0;
  std::size_t floors = 0;
  for (std::size_t i = 0; i < buildings.size(); ++i) {
    Building& building = buildings[i];
    const HeightRule rule = rule_for(rules, building.use);
    if (!sources[i].floors) {
      const double storeys = building.height / rule.storey;
      building.floors = sources[i].height ? static_cast<std::int32_t>(std::clamp(std::round(storeys), 1.0, 150.0)) : rule.floors;
      ++floors;
    }
    if (!sources[i].height) {
      building.height = building.floors * rule.storey;
      building.height_assumed = true;
      ++heights;
    }
  }
  const auto total = buildings.size();
  if (heights > 0) {
    notes.push_back(
        {NoteKind::assumption, "buildings", fmt::format("{} of {} buildings have no height; assumed from use and floors", heights, total)});
  }
  if (floors > 0) {
    notes.push_back(
        {NoteKind::assumption, "buildings", fmt::format("{} of {} buildings have no floors; assumed from use and height", floors, total)});
  }
}

}  // namespace parktwin::importers
