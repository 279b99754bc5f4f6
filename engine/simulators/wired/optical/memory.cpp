#include "engine/simulators/wired/optical/memory.h"

namespace parktwin::wired::optical {

std::size_t DuctWays::nearest(Point point) {
  const auto [known, inserted] = nearest_.try_emplace({point.x, point.y}, 0);
  if (inserted) known->second = graph_.nearest(point);
  return known->second;
}

const ShortestWays& DuctWays::from(std::size_t start) {
  const auto [known, inserted] = from_.try_emplace(start);
  if (inserted) known->second = graph_.ways_from(start);
  return known->second;
}

DuctWays& Memory::ways(const Park& park) {
  if (!ways_ || park.ducts.content_hash() != ways_of_) {
    ways_.emplace(park);
    ways_of_ = park.ducts.content_hash();
  }
  return *ways_;
}

}  // namespace parktwin::wired::optical
