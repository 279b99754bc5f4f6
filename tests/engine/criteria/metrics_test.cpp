#include "engine/criteria/metrics.h"

#include <set>

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

TEST(Metrics, NamesAreUniqueAndFound) {
  std::set<std::string_view> names;
  for (const auto& metric : metrics()) {
    EXPECT_TRUE(names.insert(metric.name).second) << metric.name;
    EXPECT_EQ(find_metric(metric.name), &metric);
    EXPECT_NE(metric.measure, nullptr);
  }
  EXPECT_EQ(names.size(), 68U);
  EXPECT_EQ(find_metric("radio.everything"), nullptr);
}

TEST(Metrics, RuleFieldsAreFieldsOfTheRule) {
  std::set<std::string_view> fields;
  const Rule rule;
  describe([&](const Field& field, const auto&) { fields.insert(field.name); }, rule);
  for (const auto& metric : metrics()) {
    for (const auto field : metric.rule_fields) EXPECT_TRUE(fields.contains(field)) << metric.name << ' ' << field;
  }
}

TEST(Metrics, NothingGivesNoShareAndNoCount) {
  const SmallWorld empty;
  for (const auto& metric : metrics()) {
    const Measurement measurement = metric.measure(empty.facts(), {});
    const bool asks_simulation = metric.name == "technologies.combined" || metric.name.starts_with("identifiers.") ||
                                 metric.name.starts_with("sharing.") || metric.name.starts_with("factories.") ||
                                 metric.name.starts_with("energy.") || metric.name.starts_with("carbon.") ||
                                 metric.name == "security.pool" || metric.name == "security.service_classes" ||
                                 metric.name == "cloud.data_centre_resources";  // what is not described is not counted as none
    if (metric.kind != MetricKind::count || asks_simulation) {
      EXPECT_FALSE(measurement.measured()) << metric.name;
      EXPECT_FALSE(measurement.unmeasured.en.empty() || measurement.unmeasured.zh.empty()) << metric.name;
    } else {
      EXPECT_TRUE(measurement.measured() && measurement.part == 0.0) << metric.name;
    }
  }
}

TEST(Metrics, ParkWithoutResultsIsNotMeasuredWhereASimulatorIsAsked) {
  SmallWorld world;
  world.park.enterprises = part_of<Enterprise>({enterprise("E-1", "One", 10.0, 5)});
  for (const char* name : {"access.enterprises", "access.enterprises_fixed", "access.floor_area", "access.parcels", "cloud.enterprises",
                           "services.scenarios", "services.enterprises_served", "radio.park", "public.any_access", "ipv6.elements"}) {
    EXPECT_FALSE(world.measure(name).measured()) << name;
  }
}

}  // namespace
}  // namespace parktwin::criteria
