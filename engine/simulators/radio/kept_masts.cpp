#include "engine/simulators/radio/kept_masts.h"

#include <algorithm>

namespace parktwin::radio {

KeptMast& KeptMasts::of(const Scene& scene, std::size_t mast, std::span<const ColumnRun> runs) {
  auto at = std::find_if(masts_.begin(), masts_.end(), [&](const auto& kept) { return kept->is_of(scene, mast); });
  if (at == masts_.end()) {
    masts_.push_back(std::make_unique<KeptMast>(scene, mast, runs));
    at = masts_.end() - 1;
  }
  std::rotate(masts_.begin(), at, at + 1);
  std::size_t bytes = 0;
  std::size_t fit = 0;
  while (fit < masts_.size() && (fit == 0 || bytes + masts_[fit]->bytes() <= most_bytes_)) bytes += masts_[fit++]->bytes();
  masts_.resize(fit);
  return *masts_.front();
}

void KeptMasts::forget(const Scene& scene, std::size_t mast) {
  std::erase_if(masts_, [&](const auto& kept) { return scene.mast_of_cell[kept->cells().front()] == mast; });
}

}  // namespace parktwin::radio
