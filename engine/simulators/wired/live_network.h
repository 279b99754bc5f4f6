#pragma once
// The results of the wired network of a park that changes: a link out of service or back, another rate, one more link, or any other change
// of the inventory. What is dear and does not change with a link is kept: the outages of the power grid, the availabilities of the blocks
// that stay as they were, choices of splitters, and schedules and delays of periodic flows as long as no flow goes another way. The results
// have the same bits as those made from scratch.
#include <memory>

#include "engine/simulators/wired/wired.h"

namespace parktwin::wired {

class LiveNetwork {
 public:
  LiveNetwork(const Park& park, const Options& options, std::uint64_t seed);
  ~LiveNetwork();
  LiveNetwork(LiveNetwork&&) noexcept;
  LiveNetwork& operator=(LiveNetwork&&) noexcept;

  /// Brings the results to another state of the park.
  void update(const Park& park);

  [[nodiscard]] const Result& result() const { return result_; }
  /// Leaves the results empty.
  [[nodiscard]] Result take_result() { return std::move(result_); }

 private:
  Options options_;
  std::uint64_t seed_;
  struct Memory;
  std::unique_ptr<Memory> memory_;
  Result result_;
};

}  // namespace parktwin::wired
