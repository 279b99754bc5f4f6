#include "viz/window/wording.h"

#include <gtest/gtest.h>

namespace parktwin::viz::window {
namespace {

TEST(WindowWording, FillsPhrasesInOrder) {
  EXPECT_EQ(filled(word::met_of, Language::en, "26", "45"), "26 of 45 targets with a verdict met");
  EXPECT_EQ(filled(word::met_of, Language::zh, "26", "45"), "26 / 45 项已评估指标达到");
  EXPECT_EQ(filled(word::moved, Language::en, "{}"), "{} moved");
  EXPECT_EQ(filled(word::fly_mode, Language::en, "x"), word::fly_mode.in(Language::en));
}

TEST(WindowWording, FieldsAndValuesAreNamedOrShownAsTheyAre) {
  EXPECT_EQ(field_text("height_m", Language::zh), "高度，米");
  EXPECT_EQ(field_text("some_other_field", Language::zh), "some other field");
  EXPECT_EQ(value_text("core_router", Language::en), "core router");
  EXPECT_EQ(value_text("E-014", Language::zh), "E-014");
  EXPECT_EQ(kind_of("masts").in(Language::zh), "5G 基站");
  EXPECT_EQ(kind_of("ground").in(Language::en), word::place.in(Language::en));
}

TEST(WindowWording, EveryStatusHasItsWord) {
  for (const auto& entry : names_of(criteria::Status{})) {
    EXPECT_FALSE(phrase_of(entry.value).in(Language::en).empty());
    EXPECT_NE(phrase_of(entry.value).in(Language::en), phrase_of(entry.value).in(Language::zh));
  }
}

}  // namespace
}  // namespace parktwin::viz::window
