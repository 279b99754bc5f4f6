#include "engine/core/yaml_described.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/units.h"

namespace parktwin::yaml {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

enum class Colour { red, dark_green };
constexpr auto names_of(Colour) { return std::to_array<EnumName<Colour>>({{Colour::red, "red"}, {Colour::dark_green, "dark_green"}}); }

struct Inner {
  double share = 0.5;
  bool enabled = false;
};

template <class Visitor, DescribedAs<Inner> Self>
void describe(Visitor&& visit, Self& inner) {
  visit(Field{"share", "1", "a share", 0, 1}, inner.share);
  visit(Field{"enabled", "", "a flag"}, inner.enabled);
}

struct Thing {
  std::string id;
  Colour colour = Colour::red;
  Metres height = Metres(10.0);
  std::int32_t count = 3;
  std::uint8_t byte = 1;
  std::uint64_t seed = 1;
  std::optional<Kilowatts> power;
  std::optional<std::int32_t> year;
  std::vector<double> steps;
  std::vector<Colour> colours;
  Id<Thing> parent;
  std::vector<Id<Thing>> children;
  Point position;
  Inner inner;
};

template <class Visitor, DescribedAs<Thing> Self>
void describe(Visitor&& visit, Self& thing) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, thing.id);
  visit(Field{"colour", "", "its colour"}, thing.colour);
  visit(Field{"height_m", "m", "height", 1, 600}, thing.height);
  visit(Field{"count", "", "how many", 0, 1e12}, thing.count);
  visit(Field{"byte", "", "small number"}, thing.byte);
  visit(Field{"seed", "", "seed"}, thing.seed);
  visit(Field{"power_kw", "kW", "power", 0, 1e6}, thing.power);
  visit(Field{"year", "", "year", 1800, 2100}, thing.year);
  visit(Field{"steps", "", "steps", 0, 10}, thing.steps);
  visit(Field{"colours", "", "several"}, thing.colours);
  visit(Field{"parent", "", "above"}, thing.parent);
  visit(Field{"children", "", "below"}, thing.children);
  visit(Field{.name = "position", .unit = "", .meaning = "where it stands", .required = true}, thing.position);
  visit(Field{"inner", "", "nested"}, thing.inner);
}

struct Result {
  Thing thing;
  Reading reading;
  std::vector<std::string> problems;
};

Result thing_from(const std::string& text, bool partial = false) {
  Result result;
  result.reading.partial = partial;
  Problems problems;
  const Document document = parse_document(text, "f.yaml");
  const bool good = read_described(document.root, result.thing, "f.yaml", problems, result.reading);
  EXPECT_EQ(good, problems.empty());
  for (const auto& problem : problems.list()) result.problems.push_back(problem.place + ": " + problem.message);
  return result;
}

TEST(YamlDescribed, ReadsEveryKindOfField) {
  const auto [thing, reading, problems] = thing_from(
      "id: T-1\ncolour: dark_green\nheight_m: 12.5\ncount: 7\nbyte: 255\nseed: 9007199254740993\npower_kw: 3\nyear: ~\nsteps: [1, 2.5]\n"
      "colours: [red, dark_green]\nparent: T-0\nchildren: [T-2, T-3]\nposition: [1200, -0.5]\ninner: {share: 1}\n");
  EXPECT_THAT(problems, ElementsAre());
  EXPECT_EQ(thing.id, "T-1");
  EXPECT_EQ(thing.colour, Colour::dark_green);
  EXPECT_EQ(thing.height, Metres(12.5));
  EXPECT_EQ(thing.count, 7);
  EXPECT_EQ(thing.byte, 255);
  EXPECT_EQ(thing.seed, 9007199254740993u);
  EXPECT_EQ(thing.power, Kilowatts(3.0));
  EXPECT_EQ(thing.year, std::nullopt);
  EXPECT_THAT(thing.steps, ElementsAre(1.0, 2.5));
  EXPECT_THAT(thing.colours, ElementsAre(Colour::red, Colour::dark_green));
  EXPECT_EQ(thing.position, (Point{1200, -0.5}));
  EXPECT_EQ(thing.inner.share, 1.0);
  EXPECT_FALSE(thing.parent.valid());
  ASSERT_EQ(thing.children.size(), 2u);
  ASSERT_EQ(reading.references.size(), 3u);
  EXPECT_EQ(reading.references[0].field, "parent");
  EXPECT_EQ(reading.references[0].key, "T-0");
  EXPECT_EQ(reading.references[0].place, "line 11, column 9");
  EXPECT_EQ(reading.references[2].field, "children");
  EXPECT_EQ(reading.references[2].position, 1u);
  EXPECT_EQ(reading.references[2].key, "T-3");
  EXPECT_EQ(reading.given.size(), 14u);
}

TEST(YamlDescribed, KeepsDefaultsOfWhatIsNotGiven) {
  const auto [thing, reading, problems] = thing_from("{id: T-1, position: [0, 0]}");
  EXPECT_THAT(problems, ElementsAre());
  EXPECT_EQ(thing.count, 3);
  EXPECT_EQ(thing.height, Metres(10.0));
  EXPECT_THAT(reading.given, ElementsAre("id", "position"));
}

TEST(YamlDescribed, RequiresWhatIsRequiredUnlessPartial) {
  EXPECT_THAT(thing_from("{count: 4}").problems, ElementsAre("line 1, column 1: id: missing, expected unique id",
                                                             "line 1, column 1: position: missing, expected where it stands"));
  const auto [thing, reading, problems] = thing_from("{count: 4}", true);
  EXPECT_THAT(problems, ElementsAre());
  EXPECT_THAT(reading.given, ElementsAre("count"));
}

TEST(YamlDescribed, ReportsAllProblemsAtOnceAndKeepsWhatFits) {
  const auto [thing, reading, problems] = thing_from(
      "id: 12\ncolour: dark_gren\nheight_m: .nan\ncount: 2.5\nbyte: 256\nseed: -1\npower_kw: lots\nsteps: [1, 11, x]\ncolours: red\n"
      "parent: \"\"\nposition: [1]\ninner: {shared: 1, enabled: yes}\nheigth_m: 3\n");
  EXPECT_THAT(
      problems,
      ElementsAre(HasSubstr("line 13, column 1: found the unknown key \"heigth_m\", did you mean height_m?"),
                  "line 1, column 5: id: found 12, expected a text, written \"12\" in quotes",
                  "line 2, column 9: colour: found \"dark_gren\", expected one of red, dark_green (did you mean dark_green?)",
                  "line 3, column 11: height_m: found .nan, expected a finite number from 1 to 600 m",
                  "line 4, column 8: count: found 2.5, expected a whole number from 0 to 2147483647",
                  "line 5, column 7: byte: found 256, expected a whole number from 0 to 255", HasSubstr("line 6, column 7: seed: found -1"),
                  "line 7, column 11: power_kw: found \"lots\", expected a finite number from 0 to 1000000 kW",
                  "line 8, column 12: steps: found 11, expected a number from 0 to 10", HasSubstr("line 8, column 16: steps: found \"x\""),
                  "line 9, column 10: colours: found \"red\", expected a list", HasSubstr("line 10, column 9: parent: found \"\""),
                  HasSubstr("line 11, column 11: position: found a list of 1, expected a point [x, y]"),
                  HasSubstr("line 12, column 9: found the unknown key \"shared\", did you mean share?"),
                  "line 12, column 29: enabled: found \"yes\", expected true or false"));
  EXPECT_EQ(thing.count, 3);
  EXPECT_TRUE(thing.steps.empty());
}

TEST(YamlDescribed, NullEmptiesOptionalFieldsAndReferencesOnly) {
  const auto [thing, reading, problems] = thing_from("{power_kw: ~, parent: null, children: [], height_m: ~, colours: ~}", true);
  EXPECT_EQ(problems.size(), 2u);
  EXPECT_THAT(reading.given, ElementsAre("height_m", "power_kw", "colours", "parent", "children"));
  EXPECT_TRUE(reading.references.empty());
}

TEST(YamlDescribed, RefusesWhatIsNotAMapping) {
  EXPECT_THAT(thing_from("[1, 2]").problems, ElementsAre("line 1, column 1: found a list of 2, expected a mapping of keys and values"));
  EXPECT_EQ(thing_from("{id: a, position: [0, 0], inner: 5}").problems.size(), 1u);
}

template <class Shape>
std::optional<Shape> shape_from(const std::string& text) {
  Shape shape;
  Problems problems;
  const bool good = read(parse_document(text, "f.yaml").root, shape, Field{"shape", "", "area"}, "f.yaml", problems);
  EXPECT_EQ(good, problems.empty());
  return good ? std::optional<Shape>(shape) : std::nullopt;
}

TEST(YamlGeometry, ReadsLines) {
  const auto line = shape_from<LineString>("[[0, 0], [3, 4]]");
  ASSERT_TRUE(line);
  EXPECT_DOUBLE_EQ(length(*line), 5.0);
  for (const std::string text : {"[[0, 0]]", "[0, 0]", "[]", "text", "[[0, 0], [1, 2, 3]]", "[[0, 0], [.inf, 1]]", "{x: 1}"}) {
    EXPECT_FALSE(shape_from<LineString>(text)) << text;
  }
}

TEST(YamlGeometry, NormalisesRings) {
  for (const std::string outer : {"[[0, 0], [10, 0], [10, 10], [0, 10]]", "[[0, 0], [0, 10], [10, 10], [10, 0], [0, 0]]"}) {
    for (const std::string hole : {"[[2, 2], [4, 2], [4, 4], [2, 4]]", "[[2, 2], [2, 4], [4, 4], [4, 2], [2, 2]]"}) {
      const auto polygon = shape_from<Polygon>("[" + outer + ", " + hole + "]");
      ASSERT_TRUE(polygon);
      EXPECT_EQ(polygon->outer.size(), 4u);
      EXPECT_DOUBLE_EQ(signed_area(polygon->outer), 100.0);
      EXPECT_DOUBLE_EQ(signed_area(polygon->holes.at(0)), -4.0);
    }
  }
}

TEST(YamlGeometry, RefusesRingsWithoutArea) {
  for (const std::string text : {"[[[0, 0], [1, 1], [2, 2]]]", "[[[0, 0], [1, 1], [0, 0]]]", "[[[0, 0], [1, 1]]]", "[]", "[[]]",
                                 "[[[0, 0], [1, 0], [1, 1]], []]", "[[0, 0], [1, 0], [1, 1]]", "[[[0, 0], [1e300, 0], [1e300, 1e300]]]"}) {
    EXPECT_FALSE(shape_from<Polygon>(text)) << text;
  }
}

TEST(YamlGeometry, ReadsOnePolygonOrSeveral) {
  const std::string square = "[[[0, 0], [1, 0], [1, 1], [0, 1]]]";
  const std::string other = "[[[5, 0], [7, 0], [7, 1], [5, 1]]]";
  EXPECT_EQ(shape_from<MultiPolygon>(square)->polygons.size(), 1u);
  const auto both = shape_from<MultiPolygon>("[" + square + ", " + other + "]");
  ASSERT_TRUE(both);
  EXPECT_DOUBLE_EQ(area(*both), 3.0);
  for (const std::string text : {"[]", "[[]]", "[[[]]]", "[[[[]]]]", "[1, 2]", "text"})
    EXPECT_FALSE(shape_from<MultiPolygon>(text)) << text;
}

}  // namespace
}  // namespace parktwin::yaml
