// Scalars and keys of the strict reader (engine/core/yaml_scalar.cpp).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "engine/core/random.h"
#include "engine/core/yaml_reader.h"

namespace parktwin::yaml {
namespace {

using testing::HasSubstr;

YAML::Node value_of(const std::string& text) { return parse_document("v: " + text, "f.yaml").root["v"]; }

template <class T, class... Where>
std::optional<T> given(const std::string& text, const Where&... field) {
  T value{};
  Problems problems;
  const bool good = read(value_of(text), value, field..., "f.yaml", problems);
  EXPECT_EQ(good, problems.empty());
  return good ? std::optional<T>(value) : std::nullopt;
}

template <class T, class... Where>
std::string complaint(const std::string& text, const Where&... field) {
  T value{};
  Problems problems;
  EXPECT_FALSE(read(value_of(text), value, field..., "f.yaml", problems)) << text;
  return problems.list().size() == 1 ? problems.list()[0].place + ": " + problems.list()[0].message : "";
}

constexpr Field any{.name = "", .unit = "", .meaning = ""};

TEST(YamlScalar, ReadsNumbers) {
  const std::pair<std::string, double> cases[] = {
      {"12", 12},     {"-3.5", -3.5}, {"+7", 7},         {"1.", 1},      {".5", 0.5},          {"0", 0},
      {"0.25", 0.25}, {"1e3", 1000},  {"2.5E-3", .0025}, {"-0.0", -0.0}, {"6.02e+23", 6.02e23}};
  for (const auto& [text, number] : cases) EXPECT_EQ(given<double>(text, any), number) << text;
}

TEST(YamlScalar, RefusesWhatYamlVersionsReadDifferently) {
  for (const std::string text :
       {"012", "0o17", "0x1F", "1_000", "1:30", "\"12\"", "'12'", "!!str 12", "12 m", "1,5", "--1", "1e", "e5", ".", "\"-\"", "true"}) {
    EXPECT_FALSE(given<double>(text, any)) << text;
    EXPECT_FALSE(given<std::int64_t>(text, any)) << text;
  }
}

TEST(YamlScalar, RefusesNumbersThatAreNotFinite) {
  for (const std::string text : {".nan", ".inf", "-.inf", "nan", "inf", "1e999", "-1e999"}) EXPECT_FALSE(given<double>(text, any)) << text;
  EXPECT_EQ(complaint<double>(".nan", any), "line 1, column 4: found .nan, expected a finite number");
}

TEST(YamlScalar, HoldsNumbersToTheirRange) {
  const Field height{"height_m", "m", "height", 1, 600};
  EXPECT_EQ(given<double>("1", height), 1.0);
  EXPECT_EQ(given<double>("600", height), 600.0);
  EXPECT_EQ(complaint<double>("600.5", height), "line 1, column 4: height_m: found 600.5, expected a number from 1 to 600 m");
  EXPECT_EQ(complaint<double>("tall", height), "line 1, column 4: height_m: found \"tall\", expected a finite number from 1 to 600 m");
  EXPECT_EQ(complaint<double>("", height), "line 1, column 1: height_m: found nothing, expected a finite number from 1 to 600 m");
  EXPECT_EQ(complaint<double>("[1, 2]", height), "line 1, column 4: height_m: found a list of 2, expected a finite number from 1 to 600 m");
  EXPECT_EQ(complaint<std::int64_t>("-1", Field{.name = "n", .unit = "", .meaning = "", .minimum = 0}),
            "line 1, column 4: n: found -1, expected a whole number of at least 0");
  EXPECT_EQ(complaint<double>("3", Field{.name = "n", .unit = "1", .meaning = "", .maximum = 1}),
            "line 1, column 4: n: found 3, expected a number of at most 1");
}

TEST(YamlScalar, ReadsWholeNumbers) {
  const std::pair<std::string, std::int64_t> cases[] = {{"0", 0},
                                                        {"-12", -12},
                                                        {"+5", 5},
                                                        {"12.0", 12},
                                                        {"1e3", 1000},
                                                        {"9223372036854775807", std::numeric_limits<std::int64_t>::max()},
                                                        {"-9223372036854775808", std::numeric_limits<std::int64_t>::min()}};
  for (const auto& [text, number] : cases) EXPECT_EQ(given<std::int64_t>(text, any), number) << text;
  for (const std::string text : {"12.5", "9223372036854775808", "1e19", ".inf", "1e-1"})
    EXPECT_FALSE(given<std::int64_t>(text, any)) << text;
}

TEST(YamlScalar, ReadsBackWhatWasPrinted) {
  const RandomSequence random(3, 2, 1);
  for (std::uint32_t i = 0; i < 2000; ++i) {
    const double number = random.normal(2 * i) * std::pow(10.0, random.uniform(2 * i + 1, -12, 12));
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", number);
    EXPECT_EQ(given<double>(text, any), number) << text;
  }
}

TEST(YamlScalar, OnlyTrueAndFalseAreFlags) {
  for (const std::string text : {"true", "True", "TRUE"}) EXPECT_EQ(given<bool>(text), true);
  for (const std::string text : {"false", "False", "FALSE"}) EXPECT_EQ(given<bool>(text), false);
  for (const std::string text : {"yes", "no", "on", "off", "y", "1", "0", "\"true\"", "~", "[]"}) EXPECT_FALSE(given<bool>(text)) << text;
  EXPECT_EQ(complaint<bool>("yes", Field{"public", "", ""}), "line 1, column 4: public: found \"yes\", expected true or false");
}

TEST(YamlScalar, TextsThatLookLikeSomethingElseNeedQuotes) {
  const std::pair<std::string, std::string> good[] = {
      {"no", "no"},       {"北门", "北门"},     {"\"12\"", "12"},   {"'true'", "true"}, {"\"\"", ""},   {"2026-11-22", "2026-11-22"},
      {"1.2.3", "1.2.3"}, {"\"null\"", "null"}, {"!!str 12", "12"}, {"S-001", "S-001"}, {"...", "..."}, {"-", "-"}};
  for (const auto& [text, value] : good)
    EXPECT_EQ(given<std::string>(text == "-" || text == "..." ? "\"" + text + "\"" : text), value) << text;
  for (const std::string text : {"12", "-1.5", "007", "1_000", "0x1F", "true", "FALSE", ".nan", "~", "", "null", "[a]", "{a: b}"}) {
    EXPECT_FALSE(given<std::string>(text)) << text;
  }
  EXPECT_EQ(complaint<std::string>("007"), "line 1, column 4: found 007, expected a text, written \"007\" in quotes");
}

TEST(YamlScalar, LeavesTheValueAloneWhenItDoesNotFit) {
  Problems problems;
  double number = 4.0;
  std::string text = "kept";
  bool flag = true;
  std::int64_t whole = 5;
  EXPECT_FALSE(read(value_of("x"), number, any, "f", problems));
  EXPECT_FALSE(read(value_of("[x]"), text, "f", problems));
  EXPECT_FALSE(read(value_of("x"), flag, "f", problems));
  EXPECT_FALSE(read(value_of("0.5"), whole, any, "f", problems));
  EXPECT_FALSE(read(value_of("{x: 1}")["y"], text, "f", problems));
  EXPECT_EQ(number, 4.0);
  EXPECT_EQ(text, "kept");
  EXPECT_TRUE(flag);
  EXPECT_EQ(whole, 5);
  EXPECT_EQ(problems.list().size(), 5u);
}

TEST(YamlKeys, NamesTheNearestKnownOne) {
  const std::vector<std::string_view> allowed = {"name", "park", "resolution_m", "options"};
  const auto root = parse_document("name: x\nresolution: 2\noptoins: 3\nzzzz: 4\n1: 5\n", "f.yaml").root;
  Problems problems;
  EXPECT_TRUE(check_keys(root, allowed, "f.yaml", problems));
  ASSERT_EQ(problems.list().size(), 4u);
  EXPECT_EQ(to_string(problems.list()[0]), "f.yaml: line 2, column 1: found the unknown key \"resolution\", did you mean resolution_m?");
  EXPECT_THAT(problems.list()[1].message, HasSubstr("did you mean options?"));
  EXPECT_THAT(problems.list()[2].message, HasSubstr("expected one of name, park, resolution_m, options"));
  EXPECT_EQ(problems.list()[3].place, "line 5, column 1");
}

TEST(YamlKeys, RefusesWhatIsNotAMapping) {
  Problems problems;
  EXPECT_FALSE(check_keys(value_of("[1]"), {}, "f.yaml", problems));
  EXPECT_FALSE(check_keys(value_of("text"), {}, "f.yaml", problems));
  EXPECT_FALSE(check_keys(value_of("{}")["none"], {}, "f.yaml", problems));
  ASSERT_EQ(problems.list().size(), 3u);
  EXPECT_EQ(problems.list()[0].message, "found a list of 1, expected a mapping of keys and values");
}

}  // namespace
}  // namespace parktwin::yaml
