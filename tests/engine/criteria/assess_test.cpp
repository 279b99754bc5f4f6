#include <algorithm>
#include <cmath>
#include <map>

#include "engine/criteria/criteria.h"
#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

const std::string today = "2024-06-30";

Pack pack_of_2021() { return read_pack(std::filesystem::path(PARKTWIN_SOURCE_DIR) / "data/criteria/miit-2021.yaml"); }

std::map<std::string, Verdict> by_id(const std::vector<Verdict>& verdicts) {
  std::map<std::string, Verdict> map;
  for (const auto& verdict : verdicts) map[verdict.id] = verdict;
  return map;
}

EvidenceDocument proof(const std::string& clause, const std::string& until = "2030-12-31") {
  EvidenceDocument made;
  made.id = "D-" + clause;
  made.clause = clause;
  made.title = "Paper for " + clause;
  made.document_number = "7";
  made.issuer = "Office";
  made.valid_until = until;
  return made;
}

/// Two enterprises on a strip of ten cells: six outdoors, four of them covered; four indoors, two covered. 60 % of the park has 5G.
SmallWorld strip() {
  SmallWorld world;
  world.results.radio = radio_map({"ooooxxOOXX"});
  world.park.enterprises = part_of<Enterprise>({enterprise("E-1", "One", 100, 30), enterprise("E-2", "Two", 300, 10)});
  world.park.buildings = part_of<Building>(
      {building("B-1", rectangle(12, 0, 16, 2), Id<Enterprise>(0)), building("B-2", rectangle(16, 0, 20, 2), Id<Enterprise>(1))});
  world.park.zones = part_of<Zone>({zone("Z-1", ZoneKind::road, true, area_of(0, 0, 10, 2))});
  world.park.parcels =
      part_of<Parcel>({parcel("P-1", area_of(10, 0, 16, 2), Id<Enterprise>(0)), parcel("P-2", area_of(16, 0, 20, 2), Id<Enterprise>(1))});
  auto& results = world.results;
  results.wired.topology.enterprises.resize(2);
  results.wired.topology.enterprises[0].enterprise = Id<Enterprise>(0);
  results.wired.topology.enterprises[1].enterprise = Id<Enterprise>(1);
  results.wired.ipv6.nodes = 4;
  results.wired.ipv6.nodes_working = 4;
  results.wired.ipv6.links = 3;
  results.wired.ipv6.links_working = 2;
  results.wired.ipv6.failing = {{wired::ipv6::Element::link, "L-1", wired::ipv6::Failure::not_reachable}};
  results.cloud.enterprises = {{Id<Enterprise>(0), true, true}, {Id<Enterprise>(1), false, false}};
  results.cloud.on_cloud = results.cloud.on_public_cloud = 1;
  results.cloud.employees = 40;
  results.cloud.employees_on_cloud = 30;
  results.services.enterprises.resize(2);
  results.services.enterprises[0].enterprise = Id<Enterprise>(0);
  results.services.enterprises[1].enterprise = Id<Enterprise>(1);
  results.services.scenarios_deployed = 5;
  std::vector<NetworkedScenario> scenarios(5);
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    scenarios[i].id = "G-" + std::to_string(i);
    results.needs.scenarios.push_back({Id<NetworkedScenario>(i), {}, {}, needs::ScenarioState::works, 1, 1});
  }
  world.park.networked_scenarios = part_of<NetworkedScenario>(std::move(scenarios));
  results.services.enterprises_served = 99;
  return world;
}

std::map<std::string, Verdict> verdicts_of(const SmallWorld& world) {
  return by_id(assess(world.results, world.park, pack_of_2021(), today));
}

TEST(Assess, NothingIsMetOrDeclaredByDefault) {
  const Pack pack = pack_of_2021();
  const auto verdicts = assess(Results{}, Park{}, pack, today);
  ASSERT_EQ(verdicts.size(), pack.clauses.size());
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    EXPECT_EQ(verdicts[i].id, pack.clauses[i].id);
    EXPECT_TRUE(verdicts[i].status == Status::missed || verdicts[i].status == Status::not_assessed) << verdicts[i].id;
    EXPECT_FALSE(verdicts[i].reason_en.empty() || verdicts[i].reason_zh.empty()) << verdicts[i].id;
    for (const auto& alternative : verdicts[i].alternatives) {
      EXPECT_TRUE(alternative.status != Status::met && alternative.status != Status::declared) << verdicts[i].id;
      EXPECT_TRUE(std::isfinite(alternative.value)) << verdicts[i].id;
    }
    EXPECT_TRUE(!verdicts[i].value || std::isfinite(*verdicts[i].value)) << verdicts[i].id;
  }
}

TEST(Assess, CoverageOfThePark) {
  const Verdict verdict = verdicts_of(strip()).at("K1-Q3");
  EXPECT_EQ(verdict.status, Status::met);
  EXPECT_EQ(verdict.value, 60.0);
  EXPECT_EQ(verdict.margin, 0.0);
  EXPECT_EQ(verdict.numerator, 24.0);
  EXPECT_EQ(verdict.denominator, 40.0);
  EXPECT_EQ(verdict.comparator, ">=");
  EXPECT_EQ(verdict.threshold_origin, "official");
  EXPECT_TRUE(verdict.reason_en.empty());
  ASSERT_EQ(verdict.alternatives.size(), 6U);
  EXPECT_NEAR(verdict.alternatives[0].value, 100.0 * 4 / 6, 1e-12);
  for (std::size_t i = 1; i < 5; ++i) EXPECT_EQ(verdict.alternatives[i].value, 60.0);
  EXPECT_EQ(verdict.alternatives[5].value, 40.0);
  EXPECT_EQ(verdict.alternatives[5].status, Status::missed);
}

TEST(Assess, AlternativesOfTheCoverageFollowTheirThresholds) {
  SmallWorld world = strip();
  auto& rsrp = world.results.radio.rsrp_dbm.values;
  rsrp[0] = -97.0F;   // lost at -96
  rsrp[1] = -99.0F;   // lost at 95 % of places: -105 + 1.645 * 4 = -98.42
  rsrp[2] = -101.0F;  // lost at -100
  rsrp[3] = -108.0F;  // lost at -105, kept at -110
  const Verdict verdict = verdicts_of(world).at("K1-Q3");
  EXPECT_EQ(verdict.value, 50.0);
  EXPECT_EQ(verdict.status, Status::missed);
  EXPECT_EQ(verdict.margin, -10.0);
  EXPECT_EQ(verdict.reason_en, "50 % where >= 60 is required");
  EXPECT_EQ(verdict.alternatives[1].value, 60.0);
  EXPECT_EQ(verdict.alternatives[1].status, Status::met);
  EXPECT_EQ(verdict.alternatives[2].value, 40.0);
  EXPECT_EQ(verdict.alternatives[3].value, 20.0);
  EXPECT_EQ(verdict.alternatives[4].value, 30.0);
}

TEST(Assess, EnterprisesOfThePark) {
  const Verdict verdict = verdicts_of(strip()).at("K1-Q1");
  EXPECT_EQ(verdict.status, Status::missed);
  EXPECT_EQ(verdict.value, 50.0);
  EXPECT_EQ(verdict.where_en, std::vector<std::string>{"Two (E-2): no access node, 5G on 0 % of its premises"});
  EXPECT_EQ(verdict.where_zh, std::vector<std::string>{"Two（E-2）：没有接入节点，5G 覆盖其场所的 0 %"});
  ASSERT_EQ(verdict.alternatives.size(), 3U);
  EXPECT_EQ(verdict.alternatives[0].value, 50.0);
  EXPECT_EQ(verdict.alternatives[1].value, 25.0);
  EXPECT_EQ(verdict.alternatives[2].value, 0.0);
  ASSERT_EQ(verdict.sources.size(), 1U);
  EXPECT_EQ(verdict.sources[0].origin, Origin::simulated);
  EXPECT_EQ(verdict.sources[0].what, "access.enterprises");
}

TEST(Assess, PublicGroundIpv6CloudAndServices) {
  const auto verdicts = verdicts_of(strip());
  EXPECT_EQ(verdicts.at("K1-Q2").status, Status::met);
  EXPECT_EQ(verdicts.at("K1-Q2").value, 80.0);
  EXPECT_EQ(verdicts.at("K1-I1").status, Status::missed);
  EXPECT_EQ(verdicts.at("K1-I1").denominator, 7.0);
  EXPECT_EQ(verdicts.at("K1-I1").where_zh, std::vector<std::string>{"链路 L-1：IPv6 不可达"});
  for (const auto& [id, verdict] : verdicts) EXPECT_EQ(verdict.where_en.size(), verdict.where_zh.size()) << id;
  EXPECT_EQ(verdicts.at("K1-I1").alternatives[0].status, Status::met);
  EXPECT_EQ(verdicts.at("K1-I1").alternatives[1].status, Status::met);
  EXPECT_EQ(verdicts.at("K1-Q4").value, 50.0);
  EXPECT_EQ(verdicts.at("K1-Q4").alternatives[1].value, 75.0);
  EXPECT_EQ(verdicts.at("K1-Q5").status, Status::met);
  EXPECT_FALSE(verdicts.at("K1-Q5").denominator.has_value());
  EXPECT_EQ(verdicts.at("K1-Q5").alternatives[0].status, Status::missed);
  EXPECT_EQ(verdicts.at("K1-Q6").status, Status::missed);
  EXPECT_EQ(verdicts.at("K1-Q6").margin, -1.0);
  EXPECT_EQ(verdicts.at("K1-Q6").reason_en, "99 enterprises where >= 100 is required");
}

TEST(Assess, SupportingDocumentsNeverDecide) {
  SmallWorld world = strip();
  EXPECT_NE(verdicts_of(world).at("K1-Q4").reason_en.find("not backed by a document"), std::string::npos);
  world.park.evidence = part_of<EvidenceDocument>({proof("K1-Q4")});
  const Verdict backed = verdicts_of(world).at("K1-Q4");
  EXPECT_EQ(backed.status, Status::missed);
  ASSERT_EQ(backed.sources.size(), 2U);
  EXPECT_EQ(backed.sources[1].document_number, "7");
}

TEST(Assess, DeclaredNeedsAValidDocument) {
  SmallWorld world;
  EXPECT_EQ(verdicts_of(world).at("K1-L1").status, Status::missed);
  world.park.evidence = part_of<EvidenceDocument>({proof("K1-L1", today), proof("S1-Q1"), proof("K2-L4", "2024-06-29")});
  const auto verdicts = verdicts_of(world);
  EXPECT_EQ(verdicts.at("K1-L1").status, Status::declared);
  EXPECT_EQ(verdicts.at("K1-L1").sources.at(0).valid_until, today);
  EXPECT_TRUE(verdicts.at("K1-L1").reason_en.empty());
  EXPECT_EQ(verdicts.at("S1-Q1").status, Status::declared);
  EXPECT_FALSE(verdicts.at("S1-Q1").value.has_value());
  EXPECT_EQ(verdicts.at("K2-L4").status, Status::missed);
  EXPECT_EQ(verdicts.at("K2-L4").reason_en, "document D-K2-L4 expired on 2024-06-29");
  EXPECT_EQ(verdicts.at("K2-L4").sources.at(0).document_number, "7");
}

TEST(Assess, WhatNoSimulatorCoversStaysOpenWhateverIsDeclared) {
  SmallWorld world = strip();
  world.park.evidence = part_of<EvidenceDocument>({proof("K1-L6"), proof("N2-L1"), proof("K1-L3"), proof("K1-L4")});
  world.results.wired.ipv6.nodes_working = 1;
  const auto verdicts = verdicts_of(world);
  for (const char* id : {"K1-L6", "N2-L1", "K1-L3", "K1-L4"}) EXPECT_EQ(verdicts.at(id).status, Status::not_assessed) << id;
  EXPECT_EQ(verdicts.at("K1-L6").sources.size(), 1U);
  EXPECT_TRUE(verdicts.at("K1-L4").sources.empty());
  EXPECT_EQ(verdicts.at("K1-L3").value, std::nullopt);
  EXPECT_EQ(verdicts.at("K1-L3").alternatives.at(0).value, 1.0);
  EXPECT_EQ(verdicts.at("K1-L3").alternatives.at(0).denominator, 5.0);
  EXPECT_NE(verdicts.at("K1-L3").reason_en.find("deterministic flows"), std::string::npos);
}

/// Qualitative: met by all five, missed by less, without a figure of its own.
TEST(Assess, AClauseWithoutAFigureIsMetByTheWhole) {
  SmallWorld world = strip();
  const std::vector<NodeKind> kinds = {NodeKind::tsn_switch, NodeKind::edge_server, NodeKind::optical_line_terminal,
                                       NodeKind::optical_network_unit};
  std::vector<NetworkNode> nodes;
  world.results.wired.topology.nodes.clear();
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    nodes.push_back(node("T-" + std::to_string(i), kinds[i]));
    world.results.wired.topology.nodes.push_back({Id<NetworkNode>(i), true, 1.0, 1.0});
  }
  world.park.network_nodes = part_of(nodes);
  RadioCell nr;
  nr.id = "C-1";
  world.park.radio_cells = part_of<RadioCell>({nr});
  world.results.radio.cells = {{Id<RadioCell>(0), true, 1.0, -80.0}};
  world.results.wired.ipv6.nodes_working = 1;
  wired::optical::PlantNetwork plant;
  plant.on_optical = 1;
  plant.units = {Id<NetworkNode>(3)};
  world.results.wired.optical.plants = {plant};
  TsnFlow flow;
  flow.id = "F-1";
  world.park.tsn_flows = part_of<TsnFlow>({flow});
  wired::tsn::FlowFigures figures;
  figures.flow = Id<TsnFlow>(0);
  figures.state = wired::tsn::FlowState::met;
  world.results.wired.tsn.flows = {figures};
  const Verdict met = verdicts_of(world).at("K1-L3");
  EXPECT_EQ(met.status, Status::met);
  EXPECT_EQ(met.value, 5.0);
  EXPECT_EQ(met.threshold, std::nullopt);
  EXPECT_EQ(met.reason_en, "");
  world.results.wired.tsn.flows[0].state = wired::tsn::FlowState::late;
  world.results.wired.tsn.flows[0].excess_ns = 1'000;
  const Verdict missed = verdicts_of(world).at("K1-L3");
  EXPECT_EQ(missed.status, Status::missed);
  EXPECT_EQ(missed.value, 4.0);
  EXPECT_EQ(missed.reason_en, "4 of 5 that the condition names");
  EXPECT_EQ(missed.reason_zh, "条件所列5项中的4项");
  EXPECT_EQ(missed.where_en.at(1), "F-1: bound 1.000 us beyond its deadline");
  EXPECT_EQ(missed.alternatives.at(0).status, Status::met);
}

TEST(Assess, BestEnterpriseIsNamedInTheSource) {
  SmallWorld world = strip();
  world.results.services.assets = {{Id<Enterprise>(1), 50, 10, 2}};
  const Verdict verdict = verdicts_of(world).at("N1-Q1");
  EXPECT_EQ(verdict.status, Status::met);
  EXPECT_EQ(verdict.sources.at(0).what, "assets.best_enterprise_5g: Two (E-2)");
  EXPECT_EQ(verdict.sources.at(0).origin, Origin::counted);
}

/// A pack made in memory: one clause that compares, needs a document, or offers two conditions.
Clause counting(const std::string& id, const std::string& metric, double threshold) {
  Clause clause;
  clause.id = id;
  clause.direction = "T";
  clause.comparator = Comparator::at_least;
  clause.threshold = threshold;
  clause.unit = "个";
  clause.metric = metric;
  return clause;
}

TEST(Assess, MissingInTheModelWinsOverAMetNumber) {
  const SmallWorld world = strip();
  Pack pack;
  pack.clauses = {counting("T-1", "services.scenarios", 5), counting("T-2", "services.scenarios", 5)};
  pack.clauses[1].missing = {"half of it is not simulated", "一半未仿真"};
  const auto verdicts = assess(world.results, world.park, pack, today);
  EXPECT_EQ(verdicts[0].status, Status::met);
  EXPECT_EQ(verdicts[1].value, verdicts[0].value);
  EXPECT_EQ(verdicts[1].status, Status::not_assessed);
  EXPECT_EQ(verdicts[1].reason_en, "half of it is not simulated");
}

TEST(Assess, RequiredDocumentBesideANumber) {
  SmallWorld world = strip();
  Pack pack;
  pack.clauses = {counting("T-1", "services.scenarios", 5), counting("T-2", "services.scenarios", 6)};
  for (auto& clause : pack.clauses) clause.documents = DocumentNeed::required;
  auto verdicts = assess(world.results, world.park, pack, today);
  EXPECT_EQ(verdicts[0].status, Status::missed);
  EXPECT_EQ(verdicts[0].reason_en, "the evidence register holds no document for this clause");
  world.park.evidence = part_of<EvidenceDocument>({proof("T-1"), proof("T-2")});
  verdicts = assess(world.results, world.park, pack, today);
  EXPECT_EQ(verdicts[0].status, Status::met);
  EXPECT_EQ(verdicts[0].sources.size(), 2U);
  EXPECT_EQ(verdicts[1].status, Status::missed);
}

TEST(Assess, EitherOrOfTwoNumbers) {
  const SmallWorld world = strip();
  Condition first{Comparator::at_least, 6.0, "个", "scenarios", "services.scenarios", {}, {"scenarios", "场景"}};
  Condition second{Comparator::at_least, 90.0, "家", "enterprises", "services.enterprises_served", {}, {"enterprises", "企业"}};
  Condition open{Comparator::at_least, 1.0, "个", "", "", {}, {"on paper", "书面"}};
  const auto verdict_of = [&](const std::vector<Condition>& conditions) {
    Clause clause;
    clause.id = "T-1";
    clause.any_of = conditions;
    Pack pack;
    pack.clauses = {clause};
    return assess(world.results, world.park, pack, today).at(0);
  };
  const Verdict met = verdict_of({first, second});
  EXPECT_EQ(met.status, Status::met);
  EXPECT_EQ(met.threshold, 90.0);
  EXPECT_EQ(met.unit_en, "enterprises");
  ASSERT_EQ(met.alternatives.size(), 2U);
  EXPECT_EQ(met.alternatives[0].status, Status::missed);
  second.threshold = 100.0;
  const Verdict missed = verdict_of({first, second});
  EXPECT_EQ(missed.status, Status::missed);
  EXPECT_EQ(missed.threshold, 6.0);
  EXPECT_EQ(verdict_of({first, open}).status, Status::not_assessed);
  EXPECT_EQ(verdict_of({open}).status, Status::not_assessed);
}

TEST(Assess, OneCompleteOptionIsEnough) {
  SmallWorld world = strip();
  Pack pack;
  pack.directions = {{"T", {"c", "c"}, {"n", "n"}, {{"a", {"option a", "甲"}}, {"b", {"option b", "乙"}}}}};
  pack.clauses = {counting("T-1", "services.scenarios", 5), counting("T-2", "services.scenarios", 6),
                  counting("T-3", "services.scenarios", 6)};
  pack.clauses[0].option = "a";
  pack.clauses[1].option = "b";
  auto verdicts = assess(world.results, world.park, pack, today);
  EXPECT_EQ(verdicts[0].status, Status::met);
  EXPECT_EQ(verdicts[1].status, Status::not_assessed);
  EXPECT_NE(verdicts[1].reason_en.find("\"option a\" is complete"), std::string::npos);
  EXPECT_EQ(verdicts[2].status, Status::missed);
  world.results.services.scenarios_deployed = 4;
  verdicts = assess(world.results, world.park, pack, today);
  EXPECT_EQ(verdicts[0].status, Status::missed);
  EXPECT_EQ(verdicts[1].status, Status::missed);
}

TEST(Assess, AForecastIsShownButNeverJudged) {
  SmallWorld world = strip();
  auto& forecast = world.results.cloud.adoption;
  forecast.months = {{CloudLevel::infrastructure, 2035, 12, 1.0, 1.0, 1.0, 1.0, 1.0}};
  forecast.enterprises.resize(2);
  const Verdict verdict = verdicts_of(world).at("K1-Q4");
  ASSERT_EQ(verdict.alternatives.size(), 3U);
  EXPECT_EQ(verdict.alternatives[1].origin, Origin::counted);
  EXPECT_EQ(verdict.alternatives[2].origin, Origin::forecast);
  EXPECT_EQ(verdict.alternatives[2].value, 100.0);
  EXPECT_EQ(verdict.alternatives[2].status, Status::not_assessed);
  EXPECT_EQ(verdict.status, Status::missed);
  Pack pack = pack_of_2021();
  for (auto& clause : pack.clauses) {
    if (clause.id == "K1-Q4") clause.metric = "cloud.forecast_median";
  }
  EXPECT_EQ(by_id(assess(world.results, world.park, pack, today)).at("K1-Q4").status, Status::not_assessed);
}

TEST(Assess, AlternativeThresholdDiffersFromTheClauses) {
  const SmallWorld world = strip();
  Pack pack;
  pack.clauses = {counting("T-1", "services.scenarios", 6)};
  pack.clauses[0].alternatives = {{"services.scenarios", {}, 5.0, {"five", "五"}}, {"services.scenarios", {}, std::nullopt, {"six", "六"}}};
  const auto verdict = assess(world.results, world.park, pack, today).at(0);
  EXPECT_EQ(verdict.alternatives[0].status, Status::met);
  EXPECT_EQ(verdict.alternatives[1].status, Status::missed);
}

TEST(Assess, UnknownMetricInMemoryIsABrokenPromise) {
  Pack pack;
  pack.clauses = {counting("T-1", "no.such", 6)};
  EXPECT_THROW((void)assess(Results{}, Park{}, pack, today), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::criteria
