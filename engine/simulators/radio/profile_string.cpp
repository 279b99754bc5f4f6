#include "engine/simulators/radio/profile_string.h"

#include <algorithm>
#include <cmath>

#include "engine/simulators/radio/edge_batch.h"

namespace parktwin::radio {

void ProfileString::add(float along, float height_m) {
  // An edge below the line from the one before it to the new point carries the string no more.
  while (size_ > 1) {
    const Point& edge = points_[static_cast<std::size_t>(size_ - 1)];
    const Point& before = points_[static_cast<std::size_t>(size_ - 2)];
    if ((edge.height_m - before.height_m) * (along - before.along) > (height_m - before.height_m) * (edge.along - before.along)) break;
    --size_;
  }
  Point& last = points_[static_cast<std::size_t>(size_ - 1)];
  if (along <= last.along) {  // a wall: the higher of its two ends
    if (size_ > 1) last.height_m = std::max(last.height_m, height_m);
    known_ = std::min(known_, std::max(size_ - 1, 1));
    return;
  }
  const int slot = std::min(size_, capacity - 1);
  points_[static_cast<std::size_t>(slot)].along = along;
  points_[static_cast<std::size_t>(slot)].height_m = height_m;
  size_ = slot + 1;
  known_ = std::min(known_, slot);
}

float ProfileString::grazing(float clearance_m, float along, float scale) {
  return clearance_m >= 0.0F ? 0.0F : -std::sqrt(clearance_m * clearance_m * 2.0F * along / scale);
}

// What the edges before a point add up to. One more edge multiplies Pb by (s1+s2) and Pa by s2, and both by the way behind it.
void ProfileString::learn(int slot) {
  Point& point = points_[static_cast<std::size_t>(slot)];
  point.greater = -1.0F;
  point.other = -1.0F;
  point.ratio = 1.0F;
  if (slot < 2) return;
  const Point& edge = points_[static_cast<std::size_t>(slot - 1)];
  const Point& before = points_[static_cast<std::size_t>(slot - 2)];
  const float nu = bend_parameter((edge.along - before.along) * unit_m_, (point.along - edge.along) * unit_m_,
                                  edge.height_m - before.height_m, point.height_m - edge.height_m);
  point.greater = edge.greater;
  point.other = edge.other;
  if (point.greater < 0.0F) {
    point.greater = nu;
  } else if (point.other < 0.0F) {
    point.other = nu;
  } else if (nu > std::min(point.greater, point.other)) {
    if (point.greater < point.other) point.greater = point.other;
    point.other = nu;
  }
  if (slot < 3) return;
  point.ratio = edge.ratio * spreading_factor(before.along, edge.along - before.along, point.along - edge.along);
}

}  // namespace parktwin::radio
