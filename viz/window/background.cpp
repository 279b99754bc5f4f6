#include "viz/window/background.h"

#include <algorithm>
#include <utility>

namespace parktwin::viz::window {

Background::Background(Failure failure) : failure_(std::move(failure)), thread_([this] { work(); }) {}

Background::~Background() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Background::post(std::string name, Job job) {
  {
    const std::lock_guard lock(mutex_);
    const auto same = std::find_if(waiting_.begin(), waiting_.end(), [&name](const Waiting& other) { return other.name == name; });
    if (same != waiting_.end()) waiting_.erase(same);
    waiting_.push_back({std::move(name), std::move(job)});
  }
  changed_.notify_all();
}

bool Background::take_over() {
  std::vector<Takeover> finished;
  {
    const std::lock_guard lock(mutex_);
    finished.swap(finished_);
  }
  for (const Takeover& takeover : finished) takeover();
  return !finished.empty();
}

bool Background::busy() const {
  const std::lock_guard lock(mutex_);
  return running_ || !waiting_.empty() || !finished_.empty();
}

void Background::wait() const {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !running_ && waiting_.empty(); });
}

void Background::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
    if (ending_) return;
    const Job job = std::move(waiting_.front().job);
    waiting_.erase(waiting_.begin());
    running_ = true;
    lock.unlock();
    Takeover takeover;
    try {
      takeover = job();
    } catch (const std::exception& error) {
      takeover = [this, message = std::string(error.what())] { failure_(message); };
    }
    lock.lock();
    running_ = false;
    finished_.push_back(std::move(takeover));
    changed_.notify_all();
  }
}

}  // namespace parktwin::viz::window
