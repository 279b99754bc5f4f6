#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine/compare/compare.h"
#include "engine/storage/described_json.h"
#include "engine/storage/storage.h"
#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

TEST(CompareCommand, TwoRunsAsTextAndJson) {
  const Workplace workplace;
  const auto base = workplace.small_scenario();
  const auto dark = workplace.write(
      "dark.yaml", "name: dark\nbased_on: [small.yaml]\nchanges:\n  - modify_radio_site: {id: S-001, set: {operational: false}}\n");
  ASSERT_EQ(call({"run", base, "--out", workplace.path("base")}).code, 0);
  ASSERT_EQ(call({"run", dark, "--out", workplace.path("dark")}).code, 0);
  const auto text = call({"compare", workplace.path("base"), workplace.path("dark")});
  ASSERT_EQ(text.code, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr(workplace.path("dark") + " against " + workplace.path("base")));
  const auto document = json::parse(call({"compare", workplace.path("base"), workplace.path("dark"), "--json"}).out);
  EXPECT_EQ(document["kind"], "comparison");
  EXPECT_EQ(document["runs"].size(), 2U);
  EXPECT_EQ(document["targets"].size(), 70U);
  EXPECT_GT(document["differences"][0]["hectares_lost"].get<double>(), 0.0);
  const auto same = json::parse(call({"compare", workplace.path("base"), workplace.path("base"), "--json"}).out);
  EXPECT_EQ(same["differences"][0]["hectares_lost"], 0.0);
  for (const auto& target : same["targets"]) EXPECT_EQ(target["differs"], false);
  ASSERT_FALSE(same["figures"].empty());
  for (const auto& figure : same["figures"]) EXPECT_EQ(figure["differs"], false);
}

TEST(CompareCommand, WhatIsReadInPartIsComparedAsTheWhole) {
  const Workplace workplace;
  const auto base = workplace.small_scenario();
  const auto dark = workplace.write(
      "dark.yaml", "name: dark\nbased_on: [small.yaml]\nchanges:\n  - modify_radio_site: {id: S-001, set: {operational: false}}\n");
  ASSERT_EQ(call({"run", base, "--out", workplace.path("base")}).code, 0);
  ASSERT_EQ(call({"run", dark, "--out", workplace.path("dark")}).code, 0);
  const auto a = storage::load(workplace.path("base"));
  const auto b = storage::load(workplace.path("dark"));
  const auto whole = compare::compare(std::vector<compare::Subject>{{workplace.path("base"), a.park, a.results, a.verdicts, a.plan},
                                                                    {workplace.path("dark"), b.park, b.results, b.verdicts, b.plan}});
  auto printed = json::parse(call({"compare", workplace.path("base"), workplace.path("dark"), "--json"}).out);
  printed.erase("kind");
  EXPECT_EQ(printed, json::parse(storage::to_json(whole).dump()));
}

TEST(CompareCommand, NeedsTwoCompleteRuns) {
  const Workplace workplace;
  EXPECT_EQ(call({"compare", workplace.path("one")}).code, 2);
  EXPECT_EQ(call({"compare", workplace.path("one"), workplace.path("two")}).code, 3);
}

}  // namespace
}  // namespace parktwin::cli
