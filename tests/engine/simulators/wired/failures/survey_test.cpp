#include "engine/simulators/wired/failures/survey.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/failures/failing_park.h"

namespace parktwin::wired::failures {
namespace {

TEST(Survey, ListsEveryFailureThatCutsOffSomebody) {
  for (std::uint32_t number = 0; number < 100; ++number) {
    SCOPED_TRACE("park " + std::to_string(number));
    const Park park = failing_park(number);
    const LayeredNetwork network = layered_network(park);
    const Census census(network);
    Survey survey(park, network, census, power_outages(park, 1'000'000));
    std::map<Named, std::set<std::string>> expected;
    std::vector<std::int32_t> single(park.enterprises->size(), 0);
    std::vector<std::uint8_t> one_duct(park.enterprises->size(), 0);
    for (const auto& [kind, ids] : elements(park)) {
      for (const auto& id : ids) {
        const auto gone = lost(park, {{kind, id}});
        if (gone.empty() || (kind == RiskKind::node && gone == std::set<std::string>{"node " + id})) continue;
        expected[{kind, id}] = gone;
        for (std::size_t i = 0; i < single.size(); ++i) {
          if (!gone.contains("enterprise " + park.enterprises->records()[i].id)) continue;
          ++single[i];
          if (kind == RiskKind::duct) one_duct[i] = 1;
        }
      }
    }
    EXPECT_EQ(survey.singles().elements, single);
    EXPECT_EQ(survey.singles().one_duct, one_duct);
    std::tuple<std::size_t, std::size_t, std::size_t, std::int32_t> before{1000, 0, 0, 0};
    for (const Failure& failure : survey.failures()) {
      const auto found = expected.find({failure.kind, failure.id});
      ASSERT_NE(found, expected.end()) << name_of(failure.kind) << ' ' << failure.id;
      EXPECT_EQ(failure.nodes, take_nodes(found->second));
      EXPECT_EQ(told(park, failure), found->second);
      expected.erase(found);
      const std::tuple size{failure.enterprises.size(), failure.services.size(), failure.sites.size(), failure.nodes};
      EXPECT_LE(size, before);
      before = size;
    }
    EXPECT_TRUE(expected.empty()) << expected.size() << " missing";
  }
}

PairClass class_of(RiskKind kind) {
  return kind == RiskKind::link ? PairClass::links : kind == RiskKind::node ? PairClass::nodes : PairClass::groups;
}

/// Every two elements of the class by plain trying, those that cut off more together than alone.
std::map<std::set<Named>, std::set<std::string>> harmful_pairs(const Park& park, PairClass of) {
  std::vector<Named> all;
  for (const auto& [kind, ids] : elements(park)) {
    for (const auto& id : ids) {
      if (class_of(kind) == of) all.emplace_back(kind, id);
    }
  }
  std::vector<std::set<std::string>> alone;
  for (const Named& each : all) alone.push_back(lost(park, {each}));
  std::map<std::set<Named>, std::set<std::string>> harmful;
  for (std::size_t a = 0; a < all.size(); ++a) {
    for (std::size_t b = a + 1; b < all.size(); ++b) {
      auto together = lost(park, {all[a], all[b]});
      for (const auto& who : alone[a]) together.erase(who);
      for (const auto& who : alone[b]) together.erase(who);
      if (!together.empty()) harmful[{all[a], all[b]}] = together;
    }
  }
  return harmful;
}

TEST(Survey, ListsEveryPairThatCutsOffMoreTogether) {
  std::map<PairClass, std::size_t> seen;
  std::size_t enterprises_alone = 0;  // lost although no node is, beyond what each of the two cuts off
  for (std::uint32_t number = 0; number < 60; ++number) {
    const Park park = failing_park(number);
    const LayeredNetwork network = layered_network(park);
    const Census census(network);
    Survey survey(park, network, census, power_outages(park, 1'000'000));
    for (const PairClass of : {PairClass::links, PairClass::nodes, PairClass::groups}) {
      SCOPED_TRACE("park " + std::to_string(number) + ", " + std::string(name_of(of)));
      const auto expected = harmful_pairs(park, of);
      std::set<std::set<Named>> listed;
      const auto found = survey.pairs(of, {.pairs_listed = 1'000'000});
      EXPECT_EQ(found.not_looked_at, 0);
      EXPECT_EQ(found.count.harmful, static_cast<std::int64_t>(found.worst.size()));
      for (const FailurePair& pair : found.worst) {
        const std::set<Named> named{{pair.first_kind, pair.first}, {pair.second_kind, pair.second}};
        auto gone = lost(park, named);
        for (const Named& each : named) {
          for (const auto& who : lost(park, {each})) gone.erase(who);
        }
        enterprises_alone += gone.size() == pair.enterprises.size() ? 1 : 0;
        EXPECT_TRUE(expected.contains(named)) << pair.first << ' ' << pair.second;
        listed.insert(named);
        EXPECT_EQ(pair.nodes, take_nodes(gone));
        EXPECT_EQ(told(park, pair), gone);
        ++seen[of];
      }
      EXPECT_TRUE(of == PairClass::groups || listed.size() == expected.size());
    }
  }
  EXPECT_GT(seen[PairClass::links], 50U);
  EXPECT_GT(seen[PairClass::nodes], 50U);
  EXPECT_GT(seen[PairClass::groups], 50U);
  EXPECT_GT(enterprises_alone, 5U);
}

TEST(Survey, MissesNoPairOfGroupsThatCutsOffMoreTogether) {
  std::size_t pairs = 0;
  for (std::uint32_t number = 0; number < 60; ++number) {
    const Park park = failing_park(number);
    const LayeredNetwork network = layered_network(park);
    const Census census(network);
    Survey survey(park, network, census, power_outages(park, 1'000'000));
    // Groups that take down the same links are told once, by the first of them.
    std::map<std::vector<std::uint32_t>, Named> first;
    std::map<Named, Named> stands_for;
    const Risks risks = all_risks(park, network);
    std::set<std::uint32_t> with_partner;
    for (const JointRisk& joint : risks.joint) with_partner.insert({joint.first, joint.second});
    for (std::uint32_t i = 0; i < risks.all.size(); ++i) {
      const Risk& risk = risks.all[i];
      if (class_of(risk.kind) != PairClass::groups) continue;
      const Named name{risk.kind, id_of(park, risk.kind, risk.record)};
      stands_for[name] = with_partner.contains(i) ? name : first.emplace(risk.edges, name).first->second;
    }
    std::set<std::set<Named>> found;
    for (const FailurePair& pair : survey.pairs(PairClass::groups, {.pairs_listed = 1'000'000}).worst) {
      found.insert({{pair.first_kind, pair.first}, {pair.second_kind, pair.second}});
    }
    for (const auto& [pair, who] : harmful_pairs(park, PairClass::groups)) {
      std::set<Named> told_as;
      for (const Named& each : pair) told_as.insert(stands_for.at(each));
      EXPECT_TRUE(found.contains(told_as)) << "park " << number << ", " << pair.begin()->second << ' ' << pair.rbegin()->second;
      ++pairs;
    }
  }
  EXPECT_GT(pairs, 100U);
}

TEST(Survey, KeepsTheMostHarmfulPairsAndCountsTheRest) {
  const Park park = failing_park(3, {.nodes = 30, .links = 45, .enterprises = 8});
  const LayeredNetwork network = layered_network(park);
  const Census census(network);
  Survey survey(park, network, census, power_outages(park, 1'000'000));
  const auto all = survey.pairs(PairClass::nodes, {.pairs_listed = 1'000'000});
  ASSERT_GT(all.worst.size(), 10U);
  const auto few = survey.pairs(PairClass::nodes, {.pairs_listed = 5});
  ASSERT_EQ(few.worst.size(), 5U);
  EXPECT_EQ(few.count.harmful, all.count.harmful);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(few.worst[i].first, all.worst[i].first);
  const auto hasty = survey.pairs(PairClass::nodes, {.pairs_looked_at = 7});
  EXPECT_EQ(hasty.count.looked_at, 7);
  EXPECT_EQ(hasty.not_looked_at, all.count.looked_at - 7);
}

}  // namespace
}  // namespace parktwin::wired::failures
