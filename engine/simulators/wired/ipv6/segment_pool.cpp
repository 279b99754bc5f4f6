#include "engine/simulators/wired/ipv6/segment_pool.h"

#include <algorithm>

#include "engine/core/check.h"

namespace parktwin::wired::ipv6 {
namespace {

constexpr int segment_bits = 64;
constexpr int most_number_bits = 16;

}  // namespace

SegmentPool::SegmentPool(const IpPrefix& holder, std::vector<IpPrefix> taken)
    : holder_(holder.network()),
      taken_(std::move(taken)),
      count_(std::uint64_t{1} << std::clamp(segment_bits - holder.length, 0, most_number_bits)) {
  PARKTWIN_CHECK(holder.length <= segment_bits, "a holder of segments smaller than a segment");
}

IpPrefix SegmentPool::at(std::uint64_t number) const {
  return {with_bits(holder_.address, holder_.length, segment_bits - holder_.length, number), segment_bits};
}

bool SegmentPool::in_use(const IpPrefix& segment) const {
  return used_.contains(segment) ||
         std::any_of(taken_.begin(), taken_.end(), [&](const IpPrefix& other) { return overlap(segment, other); });
}

IpPrefix SegmentPool::segment(std::uint64_t number) {
  if (number >= count_) number = 0;
  if (const auto found = given_.find(number); found != given_.end()) return found->second;
  std::uint64_t chosen = number;
  if (in_use(at(chosen))) {
    for (std::uint64_t other = count_; other-- > 0;) {
      if (in_use(at(other))) continue;
      chosen = other;
      break;
    }
  }
  // With every /64 in use, the wanted one is shared with what is there.
  used_.insert(at(chosen));
  return given_.emplace(number, at(chosen)).first->second;
}

}  // namespace parktwin::wired::ipv6
