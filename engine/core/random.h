#pragma once
// Counter-based random numbers: a draw is a pure function of (seed, stream, entity, draw), so results depend neither on the order of
// evaluation nor on the number of threads. Philox4x32-10 (Salmon et al., SC'11, doi:10.1145/2063384.2063405) from Random123.
#include <cstdint>

namespace parktwin {

/// One independent sequence per (seed, stream, entity). Streams separate uses, entities separate records, e.g. (7, shadowing, cell 12).
class RandomSequence {
 public:
  RandomSequence(std::uint64_t seed, std::uint32_t stream, std::uint32_t entity) : seed_(seed), stream_(stream), entity_(entity) {}

  /// In [0, 1), 53 bits.
  [[nodiscard]] double uniform(std::uint32_t draw) const;
  /// In [low, high).
  [[nodiscard]] double uniform(std::uint32_t draw, double low, double high) const { return low + (high - low) * uniform(draw); }
  /// In [0, count). Precondition: count > 0.
  [[nodiscard]] std::uint32_t below(std::uint32_t draw, std::uint32_t count) const;
  /// Standard normal (Box–Muller on one counter).
  [[nodiscard]] double normal(std::uint32_t draw) const;

 private:
  std::uint64_t seed_;
  std::uint32_t stream_;
  std::uint32_t entity_;
};

}  // namespace parktwin
