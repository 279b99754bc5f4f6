#pragma once
// Which masts are kept between retunings: those retuned last, within a limit of memory.
#include <memory>
#include <span>
#include <vector>

#include "engine/simulators/radio/kept_mast.h"

namespace parktwin::radio {

class KeptMasts {
 public:
  static constexpr std::size_t usual_bytes = std::size_t{384} << 20U;

  explicit KeptMasts(std::size_t most_bytes = usual_bytes) : most_bytes_(most_bytes) {}

  /// The mast as it was kept, or kept now, whatever it takes; others go, those asked for longest ago first. Valid until the next call.
  [[nodiscard]] KeptMast& of(const Scene& scene, std::size_t mast, std::span<const ColumnRun> runs);
  /// By a scene with the radio cells it was kept with.
  void forget(const Scene& scene, std::size_t mast);
  [[nodiscard]] std::size_t size() const { return masts_.size(); }

 private:
  std::size_t most_bytes_;
  std::vector<std::unique_ptr<KeptMast>> masts_;  // asked for last come first
};

}  // namespace parktwin::radio
