#include "engine/core/progress.h"

#include <algorithm>

#include "engine/core/errors.h"

namespace parktwin {

void Progress::throw_if_stopped() const {
  if (stop_) throw Interrupted();
}

void Progress::begin(std::string stage, std::size_t total) {
  throw_if_stopped();
  const std::scoped_lock lock(mutex_);
  stage_ = std::move(stage);
  total_ = total;
  done_ = 0;
  if (listener_) listener_(stage_, 0.0);
}

void Progress::advance(std::size_t steps) {
  throw_if_stopped();
  const std::scoped_lock lock(mutex_);
  done_ = std::min(done_ + steps, total_);
  if (listener_) listener_(stage_, total_ > 0 ? static_cast<double>(done_) / static_cast<double>(total_) : 1.0);
}

void Progress::end() {
  const std::scoped_lock lock(mutex_);
  stage_.clear();
  total_ = 0;
  done_ = 0;
  if (listener_) listener_(stage_, 1.0);
}

}  // namespace parktwin
