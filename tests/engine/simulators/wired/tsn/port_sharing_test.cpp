#include "engine/simulators/wired/tsn/port_sharing.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/core/random.h"

namespace parktwin::wired::tsn {
namespace {

Member member_on(std::vector<std::size_t> path) {
  Member member;
  member.stream.path = std::move(path);
  return member;
}

// Spreads the number of the first member over everything that shares a port with it, until nothing changes.
std::vector<std::vector<std::size_t>> slowly(const std::vector<Member>& members, const std::vector<char>& chosen) {
  std::vector<std::size_t> mark(members.size());
  for (std::size_t m = 0; m < members.size(); ++m) mark[m] = m;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t a = 0; a < members.size(); ++a) {
      for (std::size_t b = 0; b < members.size(); ++b) {
        if (chosen[a] == 0 || chosen[b] == 0 || mark[b] <= mark[a]) continue;
        const auto& other = members[b].stream.path;
        const auto& path = members[a].stream.path;
        if (std::find_first_of(path.begin(), path.end(), other.begin(), other.end()) == path.end()) continue;
        mark[b] = mark[a];
        changed = true;
      }
    }
  }
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t first = 0; first < members.size(); ++first) {
    std::vector<std::size_t> group;
    for (std::size_t m = 0; m < members.size(); ++m) {
      if (chosen[m] != 0 && mark[m] == first) group.push_back(m);
    }
    if (!group.empty()) groups.push_back(group);
  }
  return groups;
}

TEST(PortSharing, GoesThroughOthersAndNotBetweenDirections) {
  const std::vector<Member> members = {member_on({0, 2}), member_on({1, 3}), member_on({4, 6}), member_on({2, 4})};
  EXPECT_EQ(sharing_ports(members, 8), (std::vector<std::vector<std::size_t>>{{0, 2, 3}, {1}}));
  EXPECT_EQ(sharing_ports(members, 8, {1, 1, 1, 0}), (std::vector<std::vector<std::size_t>>{{0}, {1}, {2}}));
}

TEST(PortSharing, IsWhatSpreadingMarksFinds) {
  for (std::uint32_t number = 0; number < 300; ++number) {
    const RandomSequence random(17, 0, number);
    std::uint32_t draw = 0;
    const std::uint32_t links = 5 + random.below(draw++, 40);
    std::vector<Member> members;
    std::vector<char> chosen;
    for (std::uint32_t m = random.below(draw++, 20); m > 0; --m) {
      std::vector<std::size_t> path;
      for (std::uint32_t hop = 1 + random.below(draw++, 3); hop > 0; --hop) path.push_back(random.below(draw++, links));
      members.push_back(member_on(path));
      chosen.push_back(random.below(draw++, 4) > 0 ? 1 : 0);
    }
    EXPECT_EQ(sharing_ports(members, links, chosen), slowly(members, chosen)) << number;
    EXPECT_EQ(sharing_ports(members, links), slowly(members, std::vector<char>(members.size(), 1))) << number;
  }
}

}  // namespace
}  // namespace parktwin::wired::tsn
