#include "cli/flow_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using testing::HasSubstr;
using testing::Not;
using wired::tsn::FlowState;

struct Terminal {
  std::ostringstream out;
  std::ostringstream err;
  Progress progress;
  Session session{.out = out, .err = err, .progress = progress};
};

/// Flows with 100 µs of room less for each, the last of them late by 400.
struct World {
  Park park;
  wired::tsn::Result result;

  explicit World(std::size_t count) {
    std::vector<TsnFlow> flows(count);
    for (std::size_t i = 0; i < count; ++i) {
      flows[i].id = "TF-" + std::to_string(i);
      wired::tsn::FlowFigures figures;
      figures.flow = Id<TsnFlow>(i);
      figures.state = FlowState::met;
      figures.deadline_ns = 1'000'000;
      figures.least_ns = 7'267;
      figures.simulated_ns = 8'000;
      figures.tight_ns = static_cast<std::int64_t>(100'000 * (i + 1));
      figures.simple_ns = 2'000'000;
      result.flows.push_back(figures);
    }
    park.tsn_flows = Part(Table(flows));
  }
};

TEST(FlowTable, ListsThoseWithLeastRoomFirst) {
  Terminal terminal;
  World world(10);
  const std::string text = flow_table(world.result, {}, world.park, terminal.session);
  EXPECT_THAT(text, HasSubstr("10 of 10 deterministic flows meet their bound"));
  EXPECT_THAT(text, HasSubstr("simple bound: holds"));
  EXPECT_THAT(text, HasSubstr("7.267       8.000    1000.000    2000.000    1000.000  met\n"));
  EXPECT_LT(text.find("TF-9"), text.find("TF-8"));
  EXPECT_THAT(text, Not(HasSubstr("TF-1 ")));
  EXPECT_THAT(text, HasSubstr("... 2\n"));
}

TEST(FlowTable, AFlowThat5GMakesLateIsNotMet) {
  Terminal terminal;
  World world(10);
  wired::tsn::bridge::Result bridges;
  bridges.flows.resize(2);
  bridges.flows[0].flow = Id<TsnFlow>(4);
  bridges.flows[0].state = wired::tsn::bridge::BridgeState::unreliable;
  bridges.flows[1].flow = Id<TsnFlow>(5);
  bridges.flows[1].state = wired::tsn::bridge::BridgeState::met;
  const std::string text = flow_table(world.result, bridges, world.park, terminal.session);
  EXPECT_THAT(text, HasSubstr("9 of 10 deterministic flows meet their bound"));
  EXPECT_THAT(text, HasSubstr("met by wire, not over 5G: unreliable\n"));
  EXPECT_LT(text.find("TF-4"), text.find("TF-9"));
  terminal.session.language = viz::Language::zh;
  EXPECT_THAT(flow_table(world.result, bridges, world.park, terminal.session), HasSubstr("5G部分不满足"));
}

TEST(FlowTable, PutsFailuresAndConflictsInFront) {
  Terminal terminal;
  World world(3);
  world.result.flows[0].state = FlowState::not_scheduled;
  world.result.flows[0].reason = "cannot be scheduled together: TF-0, TF-1";
  world.result.flows[0].tight_ns.reset();
  world.result.flows[1].state = FlowState::jitter_too_large;
  world.result.flows[2].chain_holds = false;
  world.result.schedules = {{{Id<TsnFlow>(0), Id<TsnFlow>(1)}, 1'000'000, 0, false, true, {Id<TsnFlow>(0), Id<TsnFlow>(1)}, true, "why"}};
  const std::string text = flow_table(world.result, {}, world.park, terminal.session);
  EXPECT_THAT(text, HasSubstr("1 of 3"));
  EXPECT_THAT(text, HasSubstr("simple bound: broken"));
  EXPECT_LT(text.find("    TF-0"), text.find("    TF-1"));
  EXPECT_LT(text.find("    TF-1"), text.find("    TF-2"));
  EXPECT_THAT(text, HasSubstr(" -    2000.000    1000.000  not_scheduled: cannot be scheduled together: TF-0, TF-1\n"));
  EXPECT_THAT(text, HasSubstr("    cannot be scheduled together: TF-0 TF-1\n"));
  terminal.session.language = viz::Language::zh;
  EXPECT_THAT(flow_table(world.result, {}, world.park, terminal.session), HasSubstr("1/3 条确定性流满足时延上界"));
}

TEST(FlowTable, WithoutFlowsThereIsNone) {
  Terminal terminal;
  EXPECT_EQ(flow_table({}, {}, {}, terminal.session), "");
}

}  // namespace
}  // namespace parktwin::cli
