#include "engine/simulators/radio/land_change.h"

#include <algorithm>

namespace parktwin::radio {
namespace {

bool is_same(const Point& a, const Point& b) { return a.x == b.x && a.y == b.y; }

bool is_same(const Wall& a, const Wall& b) {
  return is_same(a.a, b.a) && is_same(a.b, b.b) && a.top_m == b.top_m && a.material == b.material;
}

bool is_same(const Corner& a, const Corner& b) {
  return is_same(a.at, b.at) && is_same(a.normal_before, b.normal_before) && is_same(a.normal_after, b.normal_after) && a.top_m == b.top_m;
}

bool is_same(const Crown& a, const Crown& b) {
  return is_same(a.at, b.at) && a.radius_m == b.radius_m && a.base_m == b.base_m && a.top_m == b.top_m;
}

// What of either list has no partner in the other; with `gone_only`, what of `before` has none.
template <class Thing>
std::vector<Thing> unpaired(const std::vector<Thing>& before, const std::vector<Thing>& now, bool gone_only) {
  const auto found = partners(before, now, [](const Thing& a, const Thing& b) { return is_same(a, b); });
  std::vector<std::uint8_t> paired(before.size());
  std::vector<Thing> result;
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (found[i] >= 0) {
      paired[static_cast<std::size_t>(found[i])] = 1;
    } else if (!gone_only) {
      result.push_back(now[i]);
    }
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (paired[i] == 0) result.push_back(before[i]);
  }
  return result;
}

bool meets(const Box& a, const Box& b) { return a.low.x <= b.high.x && b.low.x <= a.high.x && a.low.y <= b.high.y && b.low.y <= a.high.y; }

void add(Box box, std::vector<Box>& boxes) {
  if (box.low.x > box.high.x) return;  // an empty footprint
  for (std::size_t i = 0; i < boxes.size();) {
    if (!meets(box, boxes[i])) {
      ++i;
      continue;
    }
    box = {{std::min(box.low.x, boxes[i].low.x), std::min(box.low.y, boxes[i].low.y)},
           {std::max(box.high.x, boxes[i].high.x), std::max(box.high.y, boxes[i].high.y)}};
    boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(i));
    i = 0;  // what it did not meet before it grew, it may meet now
  }
  boxes.push_back(box);
}

}  // namespace

std::optional<LandChange> change_between(const Land& before, const Land& now) {
  if (before.keys.common() != now.keys.common()) return std::nullopt;
  LandChange change;
  const auto& then = before.keys.buildings();
  const auto& today = now.keys.buildings();
  change.number_then = partners(then, today, [](const auto& a, const auto& b) { return a.record == b.record; });
  std::vector<std::uint8_t> paired(then.size());
  for (std::size_t i = 0; i < today.size(); ++i) {
    if (change.number_then[i] == no_building) {
      add(today[i].box, change.built);
    } else {
      paired[static_cast<std::size_t>(change.number_then[i])] = 1;
    }
  }
  for (std::size_t i = 0; i < then.size(); ++i) {
    if (paired[i] == 0) add(then[i].box, change.built);
  }
  change.walls = unpaired(before.obstacles.walls, now.obstacles.walls, true);
  change.corners = unpaired(before.obstacles.corners, now.obstacles.corners, true);
  change.crowns = unpaired(before.obstacles.crowns, now.obstacles.crowns, false);
  return change;
}

}  // namespace parktwin::radio
