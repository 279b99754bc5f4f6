#pragma once
// A delay as a discrete distribution: whole nanoseconds with their probabilities; what is missing from 1 never arrives.
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/simulators/wired/tsn/network.h"

namespace parktwin::wired::tsn::bridge {

struct DelayAtom {
  Nanoseconds delay_ns = 0;
  double probability = 0.0;
  friend bool operator==(const DelayAtom&, const DelayAtom&) = default;
};

class DelayLaw {
 public:
  DelayLaw() = default;
  /// Any order, equal delays allowed.
  explicit DelayLaw(std::vector<DelayAtom> atoms);

  [[nodiscard]] const std::vector<DelayAtom>& atoms() const { return atoms_; }  ///< by delay, each once
  [[nodiscard]] double arriving() const { return arriving_; }
  [[nodiscard]] double within(Nanoseconds delay_ns) const;
  /// Smallest delay within which at least that share of all frames, lost ones included, arrives; none when fewer ever do.
  [[nodiscard]] std::optional<Nanoseconds> quantile(double share) const;
  /// Of those that arrive; 0 when none does.
  [[nodiscard]] double mean_ns() const;
  /// The same with every delay rounded up to a multiple of `step_ns`.
  [[nodiscard]] DelayLaw rounded_up(Nanoseconds step_ns) const;

 private:
  std::vector<DelayAtom> atoms_;
  double arriving_ = 0.0;
};

/// Of the sum of two independent delays.
[[nodiscard]] DelayLaw sum(const DelayLaw& one, const DelayLaw& other);

}  // namespace parktwin::wired::tsn::bridge
