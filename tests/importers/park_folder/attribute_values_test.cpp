#include "importers/park_folder/attribute_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "engine/core/units.h"
#include "engine/park/building.h"

namespace parktwin::importers {
namespace {

using ::testing::Optional;

const Attribute text(const char* value) { return std::string(value); }
const Attribute whole(std::int64_t value) { return value; }

TEST(AttributeValues, Missing) {
  EXPECT_TRUE(is_missing(Attribute()));
  EXPECT_TRUE(is_missing(text("")));
  EXPECT_FALSE(is_missing(text(" ")));
  EXPECT_FALSE(is_missing(whole(0)));
}

TEST(AttributeValues, Texts) {
  EXPECT_EQ(text_of(whole(12)), "12");
  EXPECT_EQ(text_of(Attribute(2.5)), "2.5");
  EXPECT_EQ(text_of(Attribute()), "");
  std::string name;
  EXPECT_EQ(assign(text("007"), name), std::nullopt);
  EXPECT_EQ(name, "007");
}

TEST(AttributeValues, ListsOfNumbers) {
  std::vector<double> values{7.0};
  EXPECT_EQ(assign(text(" 0 -1.5\t2e1 "), values), std::nullopt);
  EXPECT_EQ(values, (std::vector<double>{0.0, -1.5, 20.0}));
  EXPECT_EQ(assign(whole(3), values), std::nullopt);
  EXPECT_EQ(values, std::vector<double>{3.0});
  EXPECT_THAT(assign(text("1 x"), values), Optional(std::string("value 2: found \"x\", expected a number")));
  EXPECT_THAT(assign(text("nan"), values), Optional(std::string("value 1: found \"nan\", expected a finite number")));
  EXPECT_EQ(values, std::vector<double>{3.0});
}

TEST(AttributeValues, Numbers) {
  Metres height;
  EXPECT_EQ(assign(text(" +12.5 "), height), std::nullopt);
  EXPECT_EQ(height, Metres(12.5));
  EXPECT_EQ(assign(whole(7), height), std::nullopt);
  EXPECT_EQ(height, Metres(7.0));
  EXPECT_THAT(assign(text("12 m"), height), Optional(std::string("found \"12 m\", expected a number")));
  EXPECT_THAT(assign(text("12,5"), height), Optional(std::string("found \"12,5\", expected a number")));
  EXPECT_THAT(assign(text("+-1"), height), Optional(std::string("found \"+-1\", expected a number")));
  EXPECT_THAT(assign(Attribute(std::nan("")), height), Optional(std::string("found nan, expected a finite number")));
  EXPECT_EQ(height, Metres(7.0)) << "left alone";
}

TEST(AttributeValues, WholeNumbers) {
  std::int32_t floors = 0;
  EXPECT_EQ(assign(text("12"), floors), std::nullopt);
  EXPECT_EQ(floors, 12);
  EXPECT_EQ(assign(Attribute(3.0), floors), std::nullopt);
  EXPECT_EQ(assign(text("4.0"), floors), std::nullopt);
  EXPECT_EQ(floors, 4);
  EXPECT_THAT(assign(Attribute(2.5), floors), Optional(std::string("found 2.5, expected a whole number")));
  EXPECT_THAT(assign(text("1e300"), floors),
              Optional(std::string("found \"1e300\", expected a whole number from -2147483648 to 2147483647")));
  EXPECT_THAT(assign(whole(std::int64_t{1} << 40), floors), Optional(::testing::HasSubstr("expected a whole number from")));
  std::optional<std::int32_t> year;
  EXPECT_EQ(assign(text("1987"), year), std::nullopt);
  EXPECT_EQ(year, 1987);
}

TEST(AttributeValues, TruthAndChoices) {
  bool yes = false;
  for (const char* word : {"true", "Yes", "1", "T", "y"}) {
    yes = false;
    EXPECT_EQ(assign(text(word), yes), std::nullopt);
    EXPECT_TRUE(yes) << word;
  }
  for (const char* word : {"FALSE", "no", "0"}) {
    EXPECT_EQ(assign(text(word), yes), std::nullopt);
    EXPECT_FALSE(yes) << word;
  }
  EXPECT_THAT(assign(whole(2), yes), Optional(std::string("found 2, expected true or false")));
  WallMaterial material = WallMaterial::concrete;
  EXPECT_EQ(assign(text("brick"), material), std::nullopt);
  EXPECT_EQ(material, WallMaterial::brick);
  EXPECT_THAT(assign(text("wood"), material),
              Optional(std::string("found \"wood\", expected one of concrete, brick, metal, standard_glass, coated_glass")));
}

}  // namespace
}  // namespace parktwin::importers
