#include "engine/core/describe.h"

#include <gtest/gtest.h>

#include "engine/core/note.h"
#include "engine/core/units.h"

namespace parktwin {
namespace {

struct Sample {
  Metres length = Metres(3.0);
  std::optional<int> count;
  std::vector<double> values;
};

template <class Visitor, DescribedAs<Sample> Self>
void describe(Visitor&& visit, Self& sample) {
  visit(Field{"length_m", "m", "length", 0, 100}, sample.length);
  visit(Field{"count", "", "count"}, sample.count);
  visit(Field{.name = "values", .unit = "", .meaning = "values", .required = true}, sample.values);
}

struct Undescribed {};

static_assert(Described<Sample> && Described<Note> && !Described<Undescribed> && !Described<int>);
static_assert(NamedEnum<NoteKind> && !NamedEnum<int>);
static_assert(Optional<const std::optional<int>> && !Optional<int> && Vector<std::vector<int>> && !Vector<std::string>);
static_assert(name_of(NoteKind::warning) == "warning");
static_assert(parse_enum<NoteKind>("assumption") == NoteKind::assumption);
static_assert(!parse_enum<NoteKind>("Assumption").has_value());

TEST(Describe, VisitsEachFieldOnceInOrder) {
  std::vector<std::string_view> names;
  const Sample sample;
  describe([&](const Field& field, const auto&) { names.push_back(field.name); }, sample);
  EXPECT_EQ(names, (std::vector<std::string_view>{"length_m", "count", "values"}));
}

TEST(Describe, LetsAVisitorChangeFieldsOfAMutableRecord) {
  Sample sample;
  describe(
      [](const Field& field, auto& member) {
        if constexpr (UnitValue<std::remove_reference_t<decltype(member)>>) member = Metres(field.maximum);
        if constexpr (Optional<std::remove_reference_t<decltype(member)>>) member = 4;
      },
      sample);
  EXPECT_EQ(sample.length, Metres(100.0));
  EXPECT_EQ(sample.count, 4);
}

TEST(Describe, LeavesBoundsOpenUnlessGiven) {
  const Field field{"a", "b", "c"};
  EXPECT_EQ(field.minimum, -std::numeric_limits<double>::infinity());
  EXPECT_EQ(field.maximum, std::numeric_limits<double>::infinity());
  EXPECT_FALSE(field.required);
}

TEST(NamedEnum, NamesEveryValueBothWays) {
  for (const auto& entry : names_of(NoteKind{})) {
    EXPECT_EQ(name_of(entry.value), entry.name);
    EXPECT_EQ(parse_enum<NoteKind>(entry.name), entry.value);
  }
  EXPECT_EQ(name_of(static_cast<NoteKind>(77)), "?");
}

}  // namespace
}  // namespace parktwin
