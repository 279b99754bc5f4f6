#pragma once
// Which of n things belong together, directly or through others (union-find with path halving).
#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace parktwin {

class DisjointSets {
 public:
  explicit DisjointSets(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  /// The least member of a thing's set.
  [[nodiscard]] std::size_t root(std::size_t of) {
    while (parent_[of] != of) of = parent_[of] = parent_[parent_[of]];
    return of;
  }
  void join(std::size_t a, std::size_t b) {
    const std::size_t first = root(a);
    const std::size_t second = root(b);
    parent_[std::max(first, second)] = std::min(first, second);
  }
  [[nodiscard]] bool joined(std::size_t a, std::size_t b) { return root(a) == root(b); }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace parktwin
