#include <nlohmann/json.hpp>

#include "engine/criteria/criteria.h"
#include "engine/criteria/metrics.h"
#include "gtest/gtest.h"

namespace parktwin::criteria {
namespace {

TEST(PackSchema, NamesEveryFieldOfAClauseAndEveryMetric) {
  const auto schema = nlohmann::json::parse(pack_schema());
  EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
  const auto& clause = schema["properties"]["clauses"]["items"];
  const Clause defaults;
  describe([&](const Field& field, const auto&) { EXPECT_TRUE(clause["properties"].contains(std::string(field.name))) << field.name; },
           defaults);
  EXPECT_EQ(clause["additionalProperties"], false);
  EXPECT_EQ(clause["properties"]["metric"]["enum"].size(), metrics().size());
  EXPECT_EQ(clause["properties"]["alternatives"]["items"]["properties"]["metric"]["enum"].size(), metrics().size());
  EXPECT_EQ(clause["properties"]["any_of"]["items"]["properties"]["metric"]["enum"].size(), metrics().size());
}

TEST(PackSchema, RuleCarriesBoundsAndDefaults) {
  const auto schema = nlohmann::json::parse(pack_schema());
  const auto& rule = schema["properties"]["clauses"]["items"]["properties"]["rule"]["properties"];
  EXPECT_EQ(rule["minimum_rsrp_dbm"]["default"], -105.0);
  EXPECT_EQ(rule["minimum_rsrp_dbm"]["minimum"], -150.0);
  EXPECT_EQ(rule["minimum_premises_share_percent"]["default"], 80.0);
}

}  // namespace
}  // namespace parktwin::criteria
