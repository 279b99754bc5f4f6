#pragma once
// Segments of one holder (an enterprise, or the park network): /64 cut from its prefix by fixed numbers, so that the same use always has
// the same number; where the inventory already uses that /64 for something else, the last free one.
#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "engine/park/ip_address.h"

namespace parktwin::wired::ipv6 {

class SegmentPool {
 public:
  /// Precondition: holder.length <= 64. `taken`: segments in use, none of which holds the holder.
  SegmentPool(const IpPrefix& holder, std::vector<IpPrefix> taken);

  /// The /64 of that number; the one of number 0 where the holder has not as many.
  [[nodiscard]] IpPrefix segment(std::uint64_t number);

 private:
  [[nodiscard]] IpPrefix at(std::uint64_t number) const;
  [[nodiscard]] bool in_use(const IpPrefix& segment) const;

  IpPrefix holder_;
  std::vector<IpPrefix> taken_;
  std::uint64_t count_;  ///< of /64 looked at, at most 65,536
  std::map<std::uint64_t, IpPrefix> given_;
  std::set<IpPrefix> used_;
};

}  // namespace parktwin::wired::ipv6
