#pragma once
// Which identifiers there are, whose they are and how popular: shared by all replicas. Identifiers of one enterprise are neighbours; ranks
// of popularity lie over them in random order.
#include <cstdint>
#include <vector>

#include "engine/simulators/services/identifiers/identifiers.h"
#include "engine/simulators/services/identifiers/zipf.h"

namespace parktwin::services::identifiers {

class Catalogue {
 public:
  /// Precondition: at least one identifier.
  Catalogue(const std::vector<Enterprise>& enterprises, double zipf_exponent, std::uint64_t seed);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(by_rank_.size()); }
  [[nodiscard]] std::uint32_t popular(kernel::RandomStream& random) const { return by_rank_[zipf_.draw(random)]; }
  /// The index of the enterprise.
  [[nodiscard]] std::size_t owner(std::uint32_t identifier) const;
  /// One past the last identifier of this one's owner.
  [[nodiscard]] std::uint32_t owner_end(std::uint32_t identifier) const { return ends_[owner(identifier)]; }

 private:
  std::vector<std::uint32_t> ends_;
  std::vector<std::uint32_t> by_rank_;
  Zipf zipf_;
};

}  // namespace parktwin::services::identifiers
