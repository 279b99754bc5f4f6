#include "engine/park/tsn_flow_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/park/validate.h"

namespace parktwin {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;

/// Two stations and two switches in a line, and a splitter: A - S - T - B, links L-0 to L-2; L-1 is slow and runs against its direction.
Park line() {
  std::vector<NetworkNode> nodes(5);
  const char* names[] = {"A", "S", "T", "B", "P"};
  for (std::size_t i = 0; i < nodes.size(); ++i) nodes[i].id = names[i];
  nodes[4].kind = NodeKind::splitter;
  std::vector<NetworkLink> links(3);
  for (std::size_t i = 0; i < links.size(); ++i) {
    links[i].id = "L-" + std::to_string(i);
    links[i].from = Id<NetworkNode>(i);
    links[i].to = Id<NetworkNode>(i + 1);
  }
  std::swap(links[1].from, links[1].to);
  links[1].rate_down = MegabitsPerSecond(1000.0);
  links[1].rate_up = MegabitsPerSecond(10.0);
  Park park;
  park.network_nodes = Part(Table(nodes));
  park.network_links = Part(Table(links));
  return park;
}

TsnFlow flow(const std::string& id) {
  TsnFlow made;
  made.id = id;
  made.talker = Id<NetworkNode>(0);
  made.listener = Id<NetworkNode>(3);
  return made;
}

std::vector<Id<NetworkLink>> links(std::initializer_list<std::size_t> numbers) {
  std::vector<Id<NetworkLink>> made;
  for (const std::size_t number : numbers) made.emplace_back(number);
  return made;
}

std::vector<std::string> lines_of(Park park, std::vector<TsnFlow> flows) {
  park.tsn_flows = Part(Table(std::move(flows)));
  std::vector<std::string> lines;
  for (const auto& fault : tsn_flow_faults(park)) {
    lines.push_back(std::string(fault.table) + " " + fault.record + ", " + std::string(fault.field) + ": " + fault.message);
  }
  return lines;
}

TEST(TsnFlowFaults, SoundFlowsHaveNone) {
  TsnFlow given = flow("F");
  given.path = links({0, 1, 2});
  EXPECT_THAT(lines_of(line(), {flow("E"), given}), IsEmpty());
}

TEST(TsnFlowFaults, Ends) {
  TsnFlow same = flow("F");
  same.listener = same.talker;
  TsnFlow passive = flow("G");
  passive.talker = Id<NetworkNode>(4);
  EXPECT_THAT(lines_of(line(), {same, passive}),
              ElementsAre("tsn_flows F, listener: found A, expected another node than the talker",
                          "tsn_flows G, talker: found P (splitter), expected a device that sends and receives frames"));
}

TEST(TsnFlowFaults, PathsThatDoNotLeadThere) {
  TsnFlow gap = flow("F");
  gap.path = links({0, 2});
  TsnFlow short_one = flow("G");
  short_one.path = links({0, 1});
  TsnFlow back = flow("H");
  back.path = links({0, 0});
  EXPECT_THAT(lines_of(line(), {gap, short_one, back}),
              ElementsAre("tsn_flows F, path: comes to S, where its link L-2 does not begin, expected links that hang together",
                          "tsn_flows G, path: ends at T, expected its listener B",
                          "tsn_flows H, path: comes to A twice, expected each node at most once"));
}

TEST(TsnFlowFaults, FramesLongerThanTheirPeriod) {
  // 1500 + 42 bytes at 10 Mbit/s, which L-1 carries from S to T: 1233.6 µs; from T to S it carries 1000.
  TsnFlow given = flow("F");
  given.path = links({0, 1, 2});
  given.payload_bytes = 1500;
  given.period_ns = 1'233'599;
  TsnFlow fits = given;
  fits.id = "G";
  fits.period_ns = 1'233'600;
  TsnFlow free = flow("H");
  free.payload_bytes = 1;
  free.period_ns = 1000;
  TsnFlow back = given;
  back.id = "I";
  back.talker = given.listener;
  back.listener = given.talker;
  back.path = links({2, 1, 0});
  Park slow = line();
  auto records = slow.network_links->records();
  for (auto& link : records) link.rate_up = MegabitsPerSecond(link.id == "L-1" ? 10.0 : 100.0);
  records[0].rate_down = MegabitsPerSecond(100.0);
  slow.network_links = Part(Table(records));
  EXPECT_THAT(lines_of(slow, {given, fits, free, back}),
              ElementsAre("tsn_flows F, period_ns: found 1233599 ns, expected at least the 1233600 ns that a frame takes at 10 Mbit/s, the "
                          "slowest link of its path",
                          "tsn_flows H, period_ns: found 1000 ns, expected at least the 6720 ns that a frame takes at 100 Mbit/s, the "
                          "fastest links of its ends"));
}

TEST(TsnFlowFaults, VlansThatLinksDoNotCarry) {
  Park park = line();
  auto records = park.network_links->records();
  records[0].vlans = "10-19";
  records[1].vlans = "1,20";
  records[2].vlans = "ten";
  park.network_links = Part(Table(records));
  TsnFlow given = flow("F");
  given.path = links({0, 1, 2});
  given.vlan = 20;
  TsnFlow free = flow("G");
  free.vlan = 10;
  EXPECT_THAT(lines_of(park, {given, free}),
              ElementsAre("network_links L-2, vlans: found \"ten\", expected VLANs from 1 to 4094 and ranges of them, such as 10,20-29",
                          "tsn_flows F, vlan: found 20, which link L-0 of its path does not carry",
                          "tsn_flows F, vlan: found 20, which link L-2 of its path does not carry",
                          "tsn_flows G, vlan: found 10, which no link of B carries"));
}

TEST(TsnFlowFaults, ScheduledPeriodsWithoutACommonCycle) {
  std::vector<TsnFlow> flows;
  for (const std::int64_t period : {1'000'000LL, 1'000'003LL, 250'000LL, 99'999'999'977LL}) {
    flows.push_back(flow("F-" + std::to_string(flows.size())));
    flows.back().period_ns = period;
    flows.back().traffic_class = TsnClass::scheduled;
  }
  flows.push_back(flow("other"));
  flows.back().period_ns = 777'777'777;
  EXPECT_THAT(
      lines_of(line(), flows),
      ElementsAre("tsn_flows F-1, period_ns: found 1000003 ns, expected a common cycle of all scheduled flows of at most 10 s; with "
                  "those before it is 1000003 times 1000000 ns",
                  "tsn_flows F-3, period_ns: found 99999999977 ns, expected a common cycle of all scheduled flows of at most 10 s; "
                  "with those before it is 99999999977 times 1000000 ns"));
}

TEST(TsnFlowFaults, APriorityMeansOneClass) {
  std::vector<TsnFlow> flows;
  for (const auto made : {TsnClass::scheduled, TsnClass::class_a, TsnClass::class_b, TsnClass::asynchronous, TsnClass::strict_priority}) {
    flows.push_back(flow("F-" + std::to_string(flows.size())));
    flows.back().traffic_class = made;
  }
  EXPECT_THAT(lines_of(line(), flows), IsEmpty());
  flows[1].priority = 7;
  flows[4].priority = 6;
  EXPECT_THAT(
      lines_of(line(), flows),
      ElementsAre("tsn_flows F-1, priority: found class_a with priority 7, which F-0 has for scheduled, expected one class per priority",
                  "tsn_flows F-4, priority: found strict_priority with priority 6, which F-3 has for asynchronous, expected one "
                  "class per priority"));
}

TEST(TsnFlowFaults, ValidateReportsEveryRowAtOnce) {
  Park park = line();
  TsnFlow bad = flow("F");
  bad.listener = Id<NetworkNode>(9);
  bad.priority = 8;
  bad.vlan = 0;
  TsnFlow gap = flow("G");
  gap.path = links({2});
  park.tsn_flows = Part(Table(std::vector<TsnFlow>{bad, gap}));
  Problems problems;
  validate(park, "park", problems);
  std::vector<std::string> found;
  for (const auto& problem : problems.list()) found.push_back(problem.place + ": " + problem.message);
  EXPECT_THAT(found, IsSupersetOf({"tsn_flows F, field listener: refers to record 9 of a table with 5 records",
                                   "tsn_flows F, field priority: found 8, expected at most 7",
                                   "tsn_flows F, field vlan: found 0, expected at least 1",
                                   "tsn_flows G, field path: comes to A, where its link L-2 does not begin, expected links that hang "
                                   "together"}));
}

}  // namespace
}  // namespace parktwin
