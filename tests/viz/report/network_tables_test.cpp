#include <gtest/gtest.h>

#include "tests/viz/report/table_cells.h"
#include "viz/report/page_tables.h"

namespace parktwin::viz::report {
namespace {

using testing::cell;
using testing::find;

storage::SavedRun network_run() {
  storage::SavedRun run;
  std::vector<Enterprise> enterprises(2);
  enterprises[0].id = "E-1";
  enterprises[0].name = "Works";
  enterprises[1].id = "E-2";
  run.park.enterprises = Part<Table<Enterprise>>(Table<Enterprise>(std::move(enterprises)));
  TsnFlow flow;
  flow.id = "F-1";
  run.park.tsn_flows = Part<Table<TsnFlow>>(Table<TsnFlow>({flow}));
  auto& results = run.results;
  results.wired.topology.enterprises.resize(2);
  results.wired.topology.enterprises[0].enterprise = Id<Enterprise>(0);
  results.wired.topology.enterprises[0].state = wired::topology::AccessState::served;
  results.wired.topology.enterprises[1].enterprise = Id<Enterprise>(1);
  results.wired.failures.protections.resize(1);
  results.wired.failures.protections[0].enterprise = Id<Enterprise>(1);
  results.wired.failures.protections[0].single_failures = 3;
  results.cloud.enterprises = {{Id<Enterprise>(0), true, false}};
  wired::failures::Failure failure;
  failure.kind = wired::failures::RiskKind::duct;
  failure.id = "D-9";
  failure.enterprises = {Id<Enterprise>(0), Id<Enterprise>(1)};
  results.wired.failures.failures = {failure};
  results.wired.tsn.flows.resize(1);
  auto& figures = results.wired.tsn.flows[0];
  figures.flow = Id<TsnFlow>(0);
  figures.state = wired::tsn::FlowState::late;
  figures.least_ns = 12'345;
  figures.deadline_ns = 1'000'000;
  results.wired.ipv6.failing = {{wired::ipv6::Element::link, "L-1", wired::ipv6::Failure::not_reachable}};
  return run;
}

TEST(NetworkTables, JoinWhatIsKnownOfAnEnterprise) {
  const auto tables = network_tables(network_run());
  const Json& enterprises = find(tables, "enterprises");
  ASSERT_EQ(enterprises["rows"].size(), 2U);
  EXPECT_EQ(cell(enterprises, 0, "access"), "served");
  EXPECT_EQ(cell(enterprises, 0, "on_cloud"), true);
  EXPECT_TRUE(cell(enterprises, 0, "single_failures").is_null());
  EXPECT_EQ(cell(enterprises, 1, "single_failures"), 3);
  EXPECT_TRUE(cell(enterprises, 1, "on_cloud").is_null());
}

TEST(NetworkTables, CountWhomAFailureCutsOff) {
  const auto tables = network_tables(network_run());
  const Json& failures = find(tables, "failures");
  EXPECT_EQ(cell(failures, 0, "kind"), "duct");
  EXPECT_EQ(cell(failures, 0, "enterprises"), 2);
  EXPECT_EQ(cell(failures, 0, "which"), "E-1, E-2");
}

TEST(NetworkTables, GiveDelaysInMicrosecondsAndNoneWhereThereIsNoBound) {
  const auto tables = network_tables(network_run());
  const Json& flows = find(tables, "tsn_flows");
  EXPECT_EQ(cell(flows, 0, "state"), "late");
  EXPECT_EQ(cell(flows, 0, "least_us"), 12.345);
  EXPECT_TRUE(cell(flows, 0, "tight_us").is_null());
  EXPECT_EQ(cell(flows, 0, "deadline_us"), 1000.0);
}

TEST(NetworkTables, TellWhatIpv6DoesNotReach) {
  const auto tables = network_tables(network_run());
  EXPECT_EQ(cell(find(tables, "ipv6_failing"), 0, "id"), "L-1");
  EXPECT_EQ(find(tables, "failure_pairs")["rows"].size(), 0U);
  EXPECT_EQ(find(tables, "bottlenecks")["rows"].size(), 0U);
}

}  // namespace
}  // namespace parktwin::viz::report
