#include "engine/simulators/wired/tsn/routes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>

#include "tests/engine/simulators/wired/tsn/plant.h"

namespace parktwin::wired::tsn {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::size_t out(Plant::Line line) { return 2 * line; }
std::size_t in(Plant::Line line) { return 2 * line + 1; }

TEST(Routes, TakeTheFewestLinks) {
  Plant plant;
  plant.add(TsnClass::scheduled, Plant::controller, Plant::robot);
  Park park = plant.park();
  EXPECT_THAT(routes_of(park, ethernet_of(park), plant.flows[0]).paths,
              ElementsAre(ElementsAre(in(Plant::to_controller), out(Plant::first_second), out(Plant::to_robot))));
  plant.links[Plant::first_second].vlans = "7";
  park = plant.park();
  EXPECT_THAT(routes_of(park, ethernet_of(park), plant.flows[0]).paths,
              ElementsAre(ElementsAre(in(Plant::to_controller), out(Plant::first_third), in(Plant::second_third), out(Plant::to_robot))));
}

TEST(Routes, OrdinarySwitchesCarryPrioritiesOnly) {
  Plant plant;
  plant.add(TsnClass::class_a, Plant::vision, Plant::server);
  plant.add(TsnClass::strict_priority, Plant::vision, Plant::server);
  const Park park = plant.park();
  const Routes none = routes_of(park, ethernet_of(park), plant.flows[0]);
  EXPECT_THAT(none.paths, IsEmpty());
  EXPECT_EQ(none.reason, "no working way from vision to server over links with VLAN 1 and switches for class_a");
  EXPECT_THAT(routes_of(park, ethernet_of(park), plant.flows[1]).paths,
              ElementsAre(ElementsAre(in(Plant::to_vision), in(Plant::first_third), in(Plant::to_first), out(Plant::to_server))));
}

TEST(Routes, GivenPathsAreKeptWhileTheyWork) {
  Plant plant;
  TsnFlow& flow = plant.add(TsnClass::scheduled, Plant::controller, Plant::robot);
  for (const auto line : {Plant::to_controller, Plant::first_third, Plant::second_third, Plant::to_robot}) flow.path.emplace_back(line);
  Park park = plant.park();
  const auto detour = ElementsAre(in(Plant::to_controller), out(Plant::first_third), in(Plant::second_third), out(Plant::to_robot));
  EXPECT_THAT(routes_of(park, ethernet_of(park), flow).paths, ElementsAre(detour));
  flow.redundant = true;
  EXPECT_THAT(routes_of(park, ethernet_of(park), flow).paths,
              ElementsAre(detour, ElementsAre(in(Plant::to_controller), out(Plant::first_second), out(Plant::to_robot))));
  plant.nodes[Plant::third].kind = NodeKind::access_switch;
  park = plant.park();
  EXPECT_THAT(routes_of(park, ethernet_of(park), flow).reason, HasSubstr("node S3 (access_switch) on its path does not hand on"));
  plant.nodes[Plant::third].operational = false;
  park = plant.park();
  EXPECT_EQ(routes_of(park, ethernet_of(park), flow).reason, "node S3 is out of service");
}

TEST(Routes, RedundantOnesShareOnlyTheirAccess) {
  Plant plant;
  TsnFlow& flow = plant.add(TsnClass::scheduled, Plant::controller, Plant::robot);
  flow.redundant = true;
  Park park = plant.park();
  EXPECT_THAT(routes_of(park, ethernet_of(park), flow).paths,
              ElementsAre(ElementsAre(in(Plant::to_controller), out(Plant::first_second), out(Plant::to_robot)),
                          ElementsAre(in(Plant::to_controller), out(Plant::first_third), in(Plant::second_third), out(Plant::to_robot))));
  plant.links[Plant::second_third].operational = false;
  park = plant.park();
  const Routes single = routes_of(park, ethernet_of(park), flow);
  EXPECT_EQ(single.paths.size(), 1U);
  EXPECT_EQ(single.reason, "no second way without a common link or switch");
}

/// All simple paths of a small network, by trying every turn.
class EveryPath {
 public:
  EveryPath(const Park& park, const Ethernet& ethernet, const TsnFlow& flow) : park_(park), ethernet_(ethernet), flow_(flow) {
    seen_.assign(ethernet.leaving.size(), 0);
    walk(flow.talker.index());
  }
  std::vector<Path> paths;

  [[nodiscard]] std::pair<std::size_t, Nanoseconds> cost(const Path& path) const {
    Nanoseconds delay = 0;
    for (const std::size_t link : path) {
      const Link& l = ethernet_.network.links[link];
      delay += frame_time_ns(flow_.payload_bytes, l.rate_bit_s) + l.propagation_ns + ethernet_.network.forwarding_ns[l.to];
    }
    return {path.size(), delay};
  }

 private:
  void walk(std::size_t at) {
    if (at == flow_.listener.index()) {
      paths.push_back(path_);
      return;
    }
    if (at != flow_.talker.index() && !forwards(park_.network_nodes->records()[at].kind, flow_.traffic_class)) return;
    seen_[at] = 1;
    for (const std::size_t link : ethernet_.leaving[at]) {
      const std::size_t to = ethernet_.network.links[link].to;
      if (seen_[to] != 0) continue;
      path_.push_back(link);
      walk(to);
      path_.pop_back();
    }
    seen_[at] = 0;
  }

  const Park& park_;
  const Ethernet& ethernet_;
  const TsnFlow& flow_;
  Path path_;
  std::vector<char> seen_;
};

/// Whether two paths have nothing in common beside the first and the last link.
bool apart(const Ethernet& ethernet, const Path& a, const Path& b) {
  for (std::size_t i = 1; i + 1 < a.size(); ++i) {
    if (std::find(b.begin(), b.end(), a[i]) != b.end()) return false;
    if (i + 2 >= a.size()) continue;
    for (std::size_t k = 1; k + 2 < b.size(); ++k) {
      if (ethernet.network.links[a[i]].to == ethernet.network.links[b[k]].to) return false;
    }
  }
  return true;
}

TEST(Routes, AgreeWithTryingEveryPath) {
  std::size_t pairs = 0;
  std::size_t without = 0;
  for (std::uint32_t number = 0; number < 200; ++number) {
    Plant plant = random_plant(number);
    for (auto& flow : plant.flows) flow.redundant = true;
    const Park park = plant.park();
    const Ethernet ethernet = ethernet_of(park);
    for (const TsnFlow& flow : plant.flows) {
      const EveryPath every(park, ethernet, flow);
      const auto cheaper = [&](const Path& a, const Path& b) { return every.cost(a) < every.cost(b); };
      TsnFlow plain = flow;
      plain.redundant = false;
      const Routes one = routes_of(park, ethernet, plain);
      ASSERT_EQ(one.paths.size(), 1U);
      EXPECT_EQ(every.cost(one.paths[0]), every.cost(*std::min_element(every.paths.begin(), every.paths.end(), cheaper)));
      std::optional<std::pair<std::size_t, Nanoseconds>> best;
      for (std::size_t i = 0; i < every.paths.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
          if (!apart(ethernet, every.paths[i], every.paths[k])) continue;
          const auto a = every.cost(every.paths[i]);
          const auto b = every.cost(every.paths[k]);
          const std::pair sum{a.first + b.first, a.second + b.second};
          if (!best || sum < *best) best = sum;
        }
      }
      const Routes two = routes_of(park, ethernet, flow);
      ASSERT_EQ(two.paths.size() == 2, best.has_value()) << "plant " << number << " " << flow.id;
      (best ? pairs : without) += 1;
      if (!best) continue;
      const auto a = every.cost(two.paths[0]);
      const auto b = every.cost(two.paths[1]);
      EXPECT_EQ((std::pair{a.first + b.first, a.second + b.second}), *best);
      EXPECT_TRUE(apart(ethernet, two.paths[0], two.paths[1]));
    }
  }
  EXPECT_GT(pairs, 300U);
  EXPECT_GT(without, 300U);
}

}  // namespace
}  // namespace parktwin::wired::tsn
