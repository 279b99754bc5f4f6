#include "viz/scene/wording.h"

#include <gtest/gtest.h>

namespace parktwin::viz {
namespace {

template <class E>
void expect_both_languages() {
  for (const auto& [value, name] : names_of(E{})) {
    EXPECT_FALSE(phrase_of(value).en.empty()) << name;
    EXPECT_FALSE(phrase_of(value).zh.empty()) << name;
    EXPECT_NE(phrase_of(value).en, phrase_of(value).zh) << name;
  }
}

TEST(Wording, EverythingHasBothLanguages) {
  expect_both_languages<Layer>();
  expect_both_languages<ZoneKind>();
  expect_both_languages<BuildingUse>();
}

TEST(Wording, QuartersOnlyForUsesThatMakeOne) {
  ASSERT_TRUE(quarter_phrase("logistics").has_value());
  EXPECT_EQ(quarter_phrase("logistics")->in(Language::zh), "物流区");
  EXPECT_FALSE(quarter_phrase("reserve").has_value());
}

TEST(Wording, AMissingNameFallsBackToTheOtherLanguage) {
  EXPECT_EQ(name_in(Language::en, "Lake", "湖"), "Lake");
  EXPECT_EQ(name_in(Language::zh, "Lake", "湖"), "湖");
  EXPECT_EQ(name_in(Language::zh, "Lake", ""), "Lake");
  EXPECT_EQ(name_in(Language::en, "", "湖"), "湖");
}

}  // namespace
}  // namespace parktwin::viz
