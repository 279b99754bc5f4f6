#include "importers/park_folder/height_rules.h"

#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

Building building(BuildingUse use, double height, std::int32_t floors) {
  Building result;
  result.use = use;
  result.height = Metres(height);
  result.floors = floors;
  return result;
}

TEST(HeightRules, EveryUseHasABelievableRule) {
  HeightRules rules = usual_height_rules();
  for (const auto& entry : names_of(BuildingUse{})) {
    const HeightRule& rule = rule_for(rules, entry.value);
    EXPECT_GE(rule.storey, Metres(2.8)) << entry.name;
    EXPECT_GE(rule.floors, 1) << entry.name;
    EXPECT_LE(rule.floors * rule.storey, Metres(60.0)) << entry.name;
  }
}

TEST(HeightRules, FourCasesOfWhatIsKnown) {
  HeightRules rules = usual_height_rules();
  rule_for(rules, BuildingUse::office) = {Metres(4.0), 5};
  std::vector<Building> buildings(4, building(BuildingUse::office, 30.0, 7));
  std::vector<Note> notes;
  apply_height_rules(rules, {{true, true}, {true, false}, {false, true}, {false, false}}, buildings, notes);
  EXPECT_EQ(buildings[0].height, Metres(30.0));
  EXPECT_EQ(buildings[0].floors, 7);
  EXPECT_FALSE(buildings[0].height_assumed);
  EXPECT_EQ(buildings[1].floors, 8) << "30 m in storeys of 4 m";
  EXPECT_FALSE(buildings[1].height_assumed);
  EXPECT_EQ(buildings[2].height, Metres(28.0));
  EXPECT_TRUE(buildings[2].height_assumed);
  EXPECT_EQ(buildings[3].height, Metres(20.0));
  EXPECT_EQ(buildings[3].floors, 5);
  ASSERT_EQ(notes.size(), 2u);
  EXPECT_EQ(notes[0].kind, NoteKind::assumption);
  EXPECT_EQ(notes[0].text, "2 of 4 buildings have no height; assumed from use and floors");
  EXPECT_EQ(notes[1].text, "2 of 4 buildings have no floors; assumed from use and height");
}

TEST(HeightRules, NothingMissingNothingSaid) {
  std::vector<Building> buildings(2, building(BuildingUse::tank, 3.0, 1));
  std::vector<Note> notes;
  apply_height_rules(usual_height_rules(), {{true, true}, {true, true}}, buildings, notes);
  EXPECT_TRUE(notes.empty());
}

}  // namespace
}  // namespace parktwin::importers
