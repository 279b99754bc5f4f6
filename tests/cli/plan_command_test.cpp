#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

std::string planning(const Workplace& workplace, const std::string& plan) {
  static_cast<void>(workplace.small_scenario());
  return workplace.write("new.yaml", "name: new\nbased_on: [small.yaml]\nplan: {from_scratch: true, " + plan + "}\n");
}

TEST(PlanCommand, WritesAScenarioThatRunConfirms) {
  const Workplace workplace;
  const auto scenario = planning(workplace, "candidate_sites: 10, demand_points: 100");
  const auto planned = call({"plan", scenario, "--out", workplace.path("plan"), "--json"});
  ASSERT_EQ(planned.code, 0) << planned.err << planned.out;
  const auto proposal = json::parse(planned.out);
  EXPECT_EQ(proposal["kind"], "proposal");
  EXPECT_EQ(proposal["outcome"], "planned");
  EXPECT_EQ(proposal, json::parse(read_file(workplace.folder() / "plan" / "proposal.json")));
  const auto confirmed = call({"run", workplace.path("plan/scenario.yaml"), "--out", workplace.path("run"), "--json"});
  ASSERT_EQ(confirmed.code, 0) << confirmed.err;
  const auto scorecard = json::parse(confirmed.out);
  for (const auto& target : proposal["targets"]) {
    for (const auto& clause : scorecard["clauses"]) {
      if (clause["id"] != target["clause"]) continue;
      EXPECT_EQ(clause["status"], "met");
      EXPECT_EQ(clause["value"], target["confirmed_percent"]);
    }
  }
}

// Everybody gets a working fixed access; `run` gives the value that the plan confirmed.
TEST(PlanCommand, ConnectsEnterprisesWhenAsked) {
  const Workplace workplace;
  const auto scenario = planning(workplace,
                                 "candidate_sites: 10, demand_points: 100}\nchanges:\n"
                                 "  - modify_network_node: {id: N-SW-001, set: {operational: false}");
  const auto planned = call({"plan", scenario, "--access", "--out", workplace.path("plan"), "--json"});
  const auto proposal = json::parse(planned.out);
  ASSERT_EQ(proposal["targets"].back()["clause"], "K1-Q1");
  ASSERT_EQ(planned.code, 0) << proposal["reason_en"];
  EXPECT_FALSE(proposal["access"]["splitters"].empty());
  const auto confirmed = call({"run", workplace.path("plan/scenario.yaml"), "--out", workplace.path("run"), "--json"});
  ASSERT_EQ(confirmed.code, 0) << confirmed.err;
  const auto scorecard = json::parse(confirmed.out);
  const auto access =
      std::find_if(scorecard["clauses"].begin(), scorecard["clauses"].end(), [](const json& clause) { return clause["id"] == "K1-Q1"; });
  ASSERT_NE(access, scorecard["clauses"].end());
  EXPECT_EQ((*access)["value"], proposal["targets"].back()["confirmed_percent"]);
  EXPECT_EQ((*access)["status"], "met");
}

TEST(PlanCommand, ExitsWithFourWhereNoPlanExists) {
  const Workplace workplace;
  const auto scenario = planning(workplace, "candidate_sites: 1, transmit_power_dbm: -20");
  const auto planned = call({"plan", scenario, "--out", workplace.path("plan"), "--lang", "zh"});
  EXPECT_EQ(planned.code, 4) << planned.out << planned.err;
  EXPECT_THAT(planned.out, HasSubstr("无可行方案"));
  EXPECT_FALSE(std::filesystem::exists(workplace.folder() / "plan" / "scenario.yaml"));
  EXPECT_TRUE(std::filesystem::exists(workplace.folder() / "plan" / "proposal.json"));
}

TEST(PlanCommand, RefusesBadInput) {
  const Workplace workplace;
  EXPECT_EQ(call({"plan"}).code, 2);
  EXPECT_EQ(call({"plan", workplace.path("none.yaml")}).code, 3);
  const auto unknown = call({"plan", planning(workplace, "antenna: A-404"), "--out", workplace.path("plan")});
  EXPECT_EQ(unknown.code, 3);
  EXPECT_THAT(unknown.err, HasSubstr("found \"A-404\", expected an antenna type of the inventory"));
  EXPECT_EQ(call({"plan", planning(workplace, "candidate_sites: 0")}).code, 3);
}

}  // namespace
}  // namespace parktwin::cli
